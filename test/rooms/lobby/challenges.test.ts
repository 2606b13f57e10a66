// What becomes of a challenge, in virtual time, by one process or by two: accepted, declined, countered, withdrawn, expired, and
// what happens when several do something at one moment.

import assert from "node:assert/strict";
import { createMemoryChallenges } from "../../../rooms/lobby/challenge-store.ts";
import { ChallengeService } from "../../../rooms/lobby/challenge-service.ts";
import type { ChallengeEvent } from "../../../rooms/lobby/challenge-events.ts";
import type { Challenge, Party } from "../../../rooms/lobby/challenges.ts";
import { UserError } from "../../../rooms/user-error.ts";
import {
  CHALLENGE_SECONDS,
  MAX_ASKED_CHALLENGES,
  MAX_ASKING_CHALLENGES,
  MAX_COUNTERS,
  type Terms,
} from "../../../schema/challenges.ts";
import { MODE_RULES } from "../../../contract/modes.ts";
import { VirtualTime } from "../../support/virtual-time.ts";

const NOT_WATCHED = { isPublic: false, delaySeconds: 0 };
const CLASSIC: Terms = { rules: MODE_RULES.classic, ranked: false, watching: NOT_WATCHED };
const RANKED: Terms = { ...CLASSIC, ranked: true };
const OWN_RULES: Terms = { ...CLASSIC, rules: { pointsToWin: 7, twoClear: true } };
const [ADA, BOB, CY] = ["ada", "bob", "cy"].map(account) as [Party, Party, Party];

function account(name: string): Party {
  return { id: `id of ${name}`, name, login: name, ratings: { classic: 1600 } };
}

/** Several desks on one store and one wire; time passes when the test says so. */
class World {
  readonly time = new VirtualTime();
  readonly tables: (readonly string[])[] = [];
  readonly complaints: unknown[] = [];
  /** What has come of each that is over, as it was told by whoever ended it. */
  readonly ended: string[] = [];
  readonly #store = createMemoryChallenges();
  readonly #listeners = new Set<(event: ChallengeEvent) => void>();
  failsToSeat = false;

  open(): ChallengeService {
    return new ChallengeService({
      store: this.#store,
      wire: {
        tell: (event) => this.#listeners.forEach((listener) => listener(event)),
        subscribe: (listener) => {
          this.#listeners.add(listener);
          return () => this.#listeners.delete(listener);
        },
      },
      createTable: async ({ from, to }) => {
        if (this.failsToSeat) throw new Error("no table");
        this.tables.push([from.id, to.id]);
        return `room${this.tables.length}`;
      },
      ended: async ({ from, to, outcome }) => {
        this.ended.push(`${from.name} ${to.name} ${outcome}`);
      },
      timers: { after: (ms, callback) => this.time.at(this.time.nowMs + ms, callback) },
      nowMs: () => this.time.nowMs,
      complain: (error) => this.complaints.push(error),
    });
  }

  async pass(seconds: number): Promise<void> {
    for (let step = 0; step < seconds * 2; step++) {
      await settle();
      this.time.run(500);
    }
    await settle();
  }
}

function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function outcomeFor(service: ChallengeService, { id }: Party): Challenge["outcome"] | "none" {
  const [one] = service.of(id);
  return one === undefined ? "none" : one.outcome;
}

async function refused(act: Promise<unknown>, code: string): Promise<void> {
  await assert.rejects(act, (error) => error instanceof UserError && error.code === code);
}

describe("a challenge", () => {
  let world: World;
  let here: ChallengeService;
  let there: ChallengeService;
  beforeEach(() => {
    world = new World();
    [here, there] = [world.open(), world.open()];
  });
  afterEach(() => {
    here.close();
    there.close();
    assert.deepEqual(world.complaints, []);
  });

  it("is accepted in another process, and both have one table", async () => {
    const { id } = await here.open(ADA, BOB, CLASSIC);
    assert.equal(there.of(BOB.id)[0]?.turn, "to");
    const accepted = await there.answer(id, BOB.id, { kind: "accept" });
    assert.equal(accepted.roomId, "room1");
    assert.deepEqual(world.tables, [[ADA.id, BOB.id]]);
    assert.equal(here.of(ADA.id)[0]?.roomId, "room1");
    await world.pass(21);
    assert.equal(outcomeFor(here, ADA), "none", "told for a while");
  });

  it("is countered, and then it is the first one's turn", async () => {
    const { id } = await here.open(ADA, BOB, CLASSIC);
    await there.answer(id, BOB.id, { kind: "counter", terms: OWN_RULES });
    const [seen] = here.of(ADA.id);
    assert.equal(seen?.turn, "from");
    assert.deepEqual(seen?.terms, OWN_RULES);
    await refused(there.answer(id, BOB.id, { kind: "accept" }), "challenge.notYourTurn");
    await here.answer(id, ADA.id, { kind: "accept" });
    assert.equal(world.tables.length, 1);
  });

  it("stands for a minute, and for a minute from each counter on", async () => {
    const { id } = await here.open(ADA, BOB, CLASSIC);
    await world.pass(CHALLENGE_SECONDS - 2);
    await there.answer(id, BOB.id, { kind: "counter", terms: OWN_RULES });
    await world.pass(CHALLENGE_SECONDS - 2);
    assert.equal(outcomeFor(here, ADA), null);
    await world.pass(4);
    assert.equal(outcomeFor(here, ADA), "expired");
    assert.equal(outcomeFor(there, BOB), "expired");
    await refused(here.answer(id, ADA.id, { kind: "accept" }), "challenge.over");
    await here.open(BOB, ADA, CLASSIC);
    assert.deepEqual(world.ended, ["ada bob expired"], "by one of the two");
  });

  it("may be countered so often and no oftener", async () => {
    const { id } = await here.open(ADA, BOB, CLASSIC);
    for (let at = 0; at < MAX_COUNTERS; at++)
      await here.answer(id, at % 2 === 0 ? BOB.id : ADA.id, { kind: "counter", terms: OWN_RULES });
    await refused(here.answer(id, BOB.id, { kind: "counter", terms: CLASSIC }), "challenge.enough");
  });

  it("is declined by who is on turn, and withdrawn by who is not, or has asked", async () => {
    const first = await here.open(ADA, BOB, CLASSIC);
    await refused(here.answer(first.id, ADA.id, { kind: "decline" }), "challenge.notYourTurn");
    await refused(here.answer(first.id, BOB.id, { kind: "withdraw" }), "challenge.notYourTurn");
    await here.answer(first.id, BOB.id, { kind: "decline" });
    assert.equal(outcomeFor(there, ADA), "declined");
    const second = await here.open(ADA, CY, CLASSIC);
    await here.answer(second.id, CY.id, { kind: "counter", terms: OWN_RULES });
    await here.answer(second.id, ADA.id, { kind: "withdraw" });
    assert.equal(outcomeFor(there, CY), "withdrawn");
  });

  it("is nobody else's", async () => {
    const { id } = await here.open(ADA, BOB, CLASSIC);
    for (const kind of ["accept", "decline", "withdraw"] as const)
      await refused(there.answer(id, CY.id, { kind }), "notFound");
    await refused(there.answer("00000000-0000-4000-8000-000000000000", BOB.id, { kind: "accept" }), "notFound");
    assert.deepEqual(there.of(CY.id), []);
  });

  it("is one for each pair, whoever asks first", async () => {
    const tries = await Promise.allSettled([here.open(ADA, BOB, CLASSIC), there.open(BOB, ADA, CLASSIC)]);
    assert.deepEqual(tries.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
    await refused(here.open(ADA, BOB, CLASSIC), "challenge.already");
  });

  it("is one of a few that somebody may ask, and be asked", async () => {
    const others = Array.from({ length: MAX_ASKING_CHALLENGES + 1 }, (_, at) => account(`other ${at}`));
    for (const other of others.slice(0, MAX_ASKED_CHALLENGES)) await here.open(ADA, other, CLASSIC);
    await refused(here.open(ADA, BOB, CLASSIC), "challenge.tooMany");
    for (const other of others.slice(0, MAX_ASKING_CHALLENGES)) await here.open(other, BOB, CLASSIC);
    await refused(here.open(others.at(-1)!, BOB, CLASSIC), "challenge.inDemand");
  });

  it("is ranked by the rules of a mode alone, and between accounts", async () => {
    const guest: Party = { ...BOB, login: null };
    await refused(here.open(ADA, BOB, { ...OWN_RULES, ranked: true }), "challenge.rankedRules");
    await refused(here.open(ADA, guest, RANKED), "challenge.rankedAccounts");
    const { id } = await here.open(ADA, guest, CLASSIC);
    await refused(here.answer(id, guest.id, { kind: "counter", terms: RANKED }), "challenge.rankedAccounts");
  });

  it("is accepted once, whatever both do at that moment", async () => {
    const { id } = await here.open(ADA, BOB, CLASSIC);
    const deeds = [
      there.answer(id, BOB.id, { kind: "accept" }),
      here.answer(id, BOB.id, { kind: "accept" }),
      here.answer(id, ADA.id, { kind: "withdraw" }),
    ];
    const done = (await Promise.allSettled(deeds)).filter(({ status }) => status === "fulfilled");
    assert.equal(done.length, 1);
    assert.equal(world.tables.length, 1);
  });

  it("ends when one of them plays", async () => {
    await here.open(ADA, BOB, CLASSIC);
    const { id } = await here.open(CY, BOB, CLASSIC);
    await there.answer(id, BOB.id, { kind: "accept" });
    await world.pass(1);
    assert.equal(outcomeFor(here, ADA), "busy");
    await here.open(ADA, CY, CLASSIC);
    for (const service of [here, there]) service.plays(CY.id);
    await world.pass(1);
    assert.equal(there.of(ADA.id).at(-1)?.outcome, "busy");
    assert.deepEqual(world.ended, ["cy bob accepted", "ada bob busy", "ada cy busy"]);
  });

  it("says that there was no table to be had", async () => {
    const { id } = await here.open(ADA, BOB, CLASSIC);
    world.failsToSeat = true;
    await assert.rejects(there.answer(id, BOB.id, { kind: "accept" }), /no table/u);
    assert.equal(outcomeFor(here, ADA), "failed");
    assert.deepEqual(world.ended, ["ada bob failed"]);
  });

  it("looks declined or withdrawn to somebody who was blocked", async () => {
    await here.open(ADA, BOB, CLASSIC);
    await here.open(BOB, CY, CLASSIC);
    for (const service of [here, there]) {
      service.part(BOB.id, ADA.id);
      service.part(BOB.id, CY.id);
    }
    await world.pass(1);
    assert.equal(outcomeFor(there, ADA), "declined");
    assert.equal(outcomeFor(there, CY), "withdrawn");
    assert.deepEqual(world.ended, ["ada bob declined", "bob cy withdrawn"]);
  });

  it("is withdrawn for who has left every page, and not for who comes back elsewhere", async () => {
    const leave = here.enter(ADA.id);
    const stay = there.enter(ADA.id);
    await here.open(ADA, BOB, CLASSIC);
    leave();
    await world.pass(20);
    assert.equal(outcomeFor(there, ADA), null, "another page is open");
    stay();
    await world.pass(4);
    const back = here.enter(ADA.id);
    await world.pass(10);
    assert.equal(outcomeFor(there, ADA), null, "a reload");
    back();
    back();
    await world.pass(10);
    assert.equal(outcomeFor(there, ADA), "withdrawn");
  });

  it("is known to a process that starts later", async () => {
    await here.open(ADA, BOB, CLASSIC);
    const late = world.open();
    await world.pass(1);
    assert.equal(outcomeFor(late, BOB), null);
    await world.pass(CHALLENGE_SECONDS);
    assert.equal(outcomeFor(late, BOB), "expired");
    late.close();
  });
});
