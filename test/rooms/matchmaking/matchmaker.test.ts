// From a place in line to a table, in virtual time: accepted, declined, missed, left; by one process or by two.

import assert from "node:assert/strict";
import type { Matchmaker } from "../../../rooms/matchmaking/matchmaker.ts";
import { draw } from "../../../pong/random.ts";
import { Person, RANKED, World, settle } from "../../support/matchmaking-world.ts";

describe("two matchmakers on a slow store", () => {
  it("lose nobody who waits on one connection, whoever says yes or no", async () => {
    let paired = 0;
    for (let seed = 1; seed <= 40; seed++) {
      let random = seed;
      const chance = (): number => {
        const drawn = draw(random);
        random = drawn.state;
        return drawn.value;
      };
      const world = new World(() => Math.floor(chance() ** 3 * 400));
      const makers = [world.open(), world.open()] as const;
      const people = Array.from({ length: 14 }, (_, at) => new Person(`p${at}`));
      for (const person of people) {
        const maker = makers[chance() < 0.5 ? 0 : 1];
        person.onProposal = () => void (chance() < 0.6 ? maker.accept(person.port) : maker.decline(person.port));
        void person.enter(maker);
        await world.pass(chance() * 3000);
      }
      await world.pass(40_000);
      for (const maker of makers) maker.close();
      assert.deepEqual(world.complaints, []);
      for (const { id, heard } of people) {
        const ending = heard.filter((word) => /replaced|engaged/u.test(word));
        assert.deepEqual(ending, [], `seed ${seed}: ${id} heard ${heard.join(", ")}`);
        const afterQuestions = heard.filter((_, at) => /proposed|answered/u.test(heard[at - 1] ?? ""));
        assert.ok(!afterQuestions.some((word) => word.startsWith("waiting")), `seed ${seed}: ${heard.join(", ")}`);
      }
      for (const { playerIds } of world.tables)
        for (const id of playerIds) {
          const { heard } = people.find((person) => person.id === id)!;
          assert.equal(heard.filter((word) => word.startsWith("paired")).length, 1, `seed ${seed}: ${id}`);
          paired++;
        }
    }
    assert.ok(paired > 100, `${paired} were paired`);
  }).timeout(60_000);
});

describe("the matchmaker", () => {
  let world: World;
  let here: Matchmaker;
  let there: Matchmaker;
  let ada: Person;
  let bo: Person;
  beforeEach(() => {
    world = new World();
    [here, there] = [world.open(), world.open()];
    [ada, bo] = [new Person("ada"), new Person("bo")];
  });
  afterEach(() => {
    here.close();
    there.close();
    assert.deepEqual(world.failsToSeat ? [] : world.complaints, []);
  });

  async function meet(): Promise<void> {
    await ada.enter(here);
    await bo.enter(there);
    await world.pass(600);
    assert.deepEqual([ada.last, bo.last], ["proposed bo 1500", "proposed ada 1500"]);
  }

  it("seats two who both accept, from whichever process", async () => {
    await meet();
    await here.accept(ada.port);
    assert.equal(bo.last, "answered 1");
    await there.accept(bo.port);
    assert.deepEqual(world.tables, [{ queue: RANKED, playerIds: ["ada", "bo"] }]);
    assert.deepEqual([ada.last, bo.last], ["paired room1", "paired room1"]);
    await world.pass(30_000);
    assert.equal(world.tables.length, 1);
  });

  it("gives a pause to who declines, and the other their place back", async () => {
    await meet();
    await world.pass(3_000);
    await there.decline(bo.port);
    await settle();
    assert.equal(bo.last, "paused 10 declined");
    assert.ok(ada.heard.includes("unpaired"));
    assert.equal(await here.cooldownFor("bo"), 10);
    const cy = new Person("cy");
    await cy.enter(there);
    await world.pass(600);
    assert.equal(ada.last, "proposed cy 1500");
  });

  it("gives a pause to who does not answer, and none to who did", async () => {
    await meet();
    await here.accept(ada.port);
    await world.pass(11_000);
    assert.equal(bo.last, "paused 10 missed");
    assert.ok(ada.heard.includes("unpaired"));
    assert.equal(await here.cooldownFor("ada"), 0);
  });

  it("gives a pause to who leaves when asked, and none to who leaves the line", async () => {
    await meet();
    await there.leave(bo.port);
    await settle();
    assert.equal(await here.cooldownFor("bo"), 10);
    assert.ok(ada.heard.includes("unpaired"));
    await here.leave(ada.port);
    assert.equal(await here.cooldownFor("ada"), 0);
    const cy = new Person("cy");
    await cy.enter(here);
    await world.pass(5_000);
    assert.equal(cy.last, "waiting 1");
  });

  it("lets both wait on when no table can be made", async () => {
    world.failsToSeat = true;
    await meet();
    await here.accept(ada.port);
    await there.accept(bo.port);
    await settle();
    for (const person of [ada, bo]) assert.ok(person.heard.includes("unpaired"), person.heard.join());
    assert.equal(await here.cooldownFor("ada"), 0);
  });

  it("knows a player once, wherever they come from", async () => {
    await ada.enter(here);
    const again = new Person("ada");
    await again.enter(there);
    await settle();
    assert.equal(ada.last, "replaced");
    await world.pass(5_000);
    assert.match(again.last!, /^waiting/u);
    await bo.enter(here);
    await world.pass(600);
    assert.equal(again.last, "proposed bo 1500");
    assert.ok(!ada.heard.some((line) => line.startsWith("proposed")));
  });

  it("leaves who is asked where they are asked, whatever else they open", async () => {
    await meet();
    for (const matchmaker of [here, there]) {
      const again = new Person("ada");
      await again.enter(matchmaker);
      assert.deepEqual(again.heard, ["replaced"]);
      // Says something all the same, as a page of somebody hostile would.
      await matchmaker.decline(again.port);
      await matchmaker.leave(again.port);
    }
    await here.accept(ada.port);
    await there.accept(bo.port);
    await settle();
    const afterwards = new Person("ada");
    await afterwards.enter(there);
    assert.deepEqual(afterwards.heard, ["engaged"]);
    await world.pass(15_000);
    assert.deepEqual(world.tables, [{ queue: RANKED, playerIds: ["ada", "bo"] }]);
    assert.deepEqual([ada.last, bo.last], ["paired room1", "paired room1"]);
    assert.equal(await here.cooldownFor("ada"), 0);
    // Who found nobody at the table is back in line once it is gone.
    here.release(["ada", "bo"]);
    await settle();
    await afterwards.enter(there);
    assert.equal(afterwards.last, "waiting 1");
  });

  it("gives a pause to whoever comes again instead of answering", async () => {
    await meet();
    const again = new Person("bo");
    await Promise.all([there.leave(bo.port), again.enter(there)]);
    await settle();
    await world.pass(5_000);
    assert.ok(["replaced", "engaged", "paused 10 early"].includes(again.last!), again.heard.join());
    assert.equal(world.tables.length, 0);
  });

  it("blames nobody who says no when both have said yes, or when it is over", async () => {
    await meet();
    await here.accept(ada.port);
    await Promise.all([there.accept(bo.port), here.leave(ada.port), there.decline(bo.port)]);
    await settle();
    assert.equal(world.tables.length, 1);
    assert.equal(bo.last, "paired room1");
    for (const id of ["ada", "bo"]) assert.equal(await here.cooldownFor(id), 0);
  });

  it("takes who gets a table in another way out of the line, or out of what they are asked", async () => {
    await ada.enter(here);
    there.hold(["ada", "cy"], true);
    await world.pass(10_000);
    assert.equal(ada.last, "engaged");
    there.release(["ada", "cy"]);
    await settle();
    await meet();
    there.hold(["ada", "cy"], true);
    await settle();
    assert.equal(ada.last, "engaged");
    assert.equal(await here.cooldownFor("ada"), 0);
    assert.ok(bo.heard.includes("unpaired"));
    const again = new Person("ada");
    await again.enter(there);
    assert.equal(again.last, "engaged");
    there.hold(["ada", "cy"], false);
    await world.pass(30_000);
    assert.match(bo.last!, /^waiting/u);
  });

  it("ends what those have left open who asked", async () => {
    await meet();
    here.close();
    there.close();
    const third = world.open();
    await world.pass(30_000);
    assert.deepEqual(await world.proposals(), []);
    third.close();
  });

  it("never proposes those who avoid each other", async () => {
    await ada.enter(here);
    await bo.enter(there, ["ada"]);
    await world.pass(120_000);
    assert.ok([ada, bo].every((person) => person.heard.every((line) => line.startsWith("waiting"))));
    await there.change("bo", { avoids: [] });
    await world.pass(600);
    assert.equal(ada.last, "proposed bo 1500");
  });
});
