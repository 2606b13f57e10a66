// From a place in line to a table, in virtual time: accepted, declined, missed, left; by one process or by two.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createMemoryStore } from "../../rooms/matchmaking/memory-store.ts";
import { Matchmaker } from "../../rooms/matchmaking/matchmaker.ts";
import type { QueueNews } from "../../rooms/matchmaking/queue-news.ts";
import type { WaiterPort } from "../../rooms/matchmaking/waiter.ts";
import { nextPause, secondsLeft } from "../../ranking/pauses.ts";
import type { QueueName } from "../../schema/queues.ts";

const RANKED: QueueName = { mode: "classic", ranked: true };

/** Several matchmakers on one store and one wire; time passes when the test says so. */
class World {
  nowMs = 1_000_000;
  readonly tables: { queue: QueueName; playerIds: readonly string[] }[] = [];
  readonly complaints: unknown[] = [];
  readonly #timers: { at: number; call: () => void }[] = [];
  readonly #listeners = new Set<(news: QueueNews) => void>();
  readonly #store = createMemoryStore();
  failsToSeat = false;

  open(): Matchmaker {
    return new Matchmaker({
      processId: randomUUID(),
      store: this.#store,
      wire: {
        tell: (news) => this.#listeners.forEach((listener) => listener(news)),
        watch: (listener) => {
          this.#listeners.add(listener);
          return () => this.#listeners.delete(listener);
        },
      },
      createTable: async (queue, tickets) => {
        if (this.failsToSeat) throw new Error("no table");
        this.tables.push({ queue, playerIds: tickets.map(({ playerId }) => playerId) });
        return `room${this.tables.length}`;
      },
      timers: {
        after: (ms, call) => {
          const timer = { at: this.nowMs + ms, call };
          this.#timers.push(timer);
          return () => void (this.#timers.includes(timer) && this.#timers.splice(this.#timers.indexOf(timer), 1));
        },
      },
      nowMs: () => this.nowMs,
      complain: (error) => this.complaints.push(error),
    });
  }

  async pass(ms: number): Promise<void> {
    const end = this.nowMs + ms;
    for (;;) {
      await settle();
      const [next] = this.#timers.toSorted((a, b) => a.at - b.at);
      if (next === undefined || next.at > end) break;
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.nowMs = next.at;
      next.call();
    }
    this.nowMs = end;
  }
}

/** Lets promises that wait for nothing but each other come to their ends. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
}

class Person {
  readonly id: string;
  readonly heard: string[] = [];
  readonly port: WaiterPort = {
    waiting: ({ people }) => this.heard.push(`waiting ${people}`),
    proposed: ({ opponent }) => this.heard.push(`proposed ${opponent.name} ${opponent.rating}`),
    answered: (count) => this.heard.push(`answered ${count}`),
    paired: (roomId) => this.heard.push(`paired ${roomId}`),
    unpaired: () => this.heard.push("unpaired"),
    paused: ({ seconds, because }) => this.heard.push(`paused ${seconds} ${because}`),
    replaced: () => this.heard.push("replaced"),
  };

  constructor(id: string) {
    this.id = id;
  }

  get last(): string | undefined {
    return this.heard.at(-1);
  }

  enter(matchmaker: Matchmaker, avoids: string[] = []): Promise<void> {
    const ticket = {
      ...RANKED,
      playerId: this.id,
      name: this.id,
      rating: 1500,
      deviation: 80,
      avoids,
      lastOpponents: [],
    };
    return matchmaker.enter(ticket, this.port);
  }
}

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
    await here.accept("ada");
    assert.equal(bo.last, "answered 1");
    await there.accept("bo");
    assert.deepEqual(world.tables, [{ queue: RANKED, playerIds: ["ada", "bo"] }]);
    assert.deepEqual([ada.last, bo.last], ["paired room1", "paired room1"]);
    await world.pass(30_000);
    assert.equal(world.tables.length, 1);
  });

  it("gives a pause to who declines, and the other their place back", async () => {
    await meet();
    await world.pass(3_000);
    await there.decline("bo");
    await settle();
    assert.equal(bo.last, "paused 10 declined");
    assert.ok(ada.heard.includes("unpaired"));
    assert.equal(await here.pausedFor("bo"), 10);
    const cy = new Person("cy");
    await cy.enter(there);
    await world.pass(600);
    assert.equal(ada.last, "proposed cy 1500");
  });

  it("gives a pause to who does not answer, and none to who did", async () => {
    await meet();
    await here.accept("ada");
    await world.pass(11_000);
    assert.equal(bo.last, "paused 10 missed");
    assert.ok(ada.heard.includes("unpaired"));
    assert.equal(await here.pausedFor("ada"), 0);
  });

  it("gives a pause to who leaves when asked, and none to who leaves the line", async () => {
    await meet();
    await there.leave("bo", bo.port);
    await settle();
    assert.equal(await here.pausedFor("bo"), 10);
    assert.ok(ada.heard.includes("unpaired"));
    await here.leave("ada", ada.port);
    assert.equal(await here.pausedFor("ada"), 0);
    const cy = new Person("cy");
    await cy.enter(here);
    await world.pass(5_000);
    assert.equal(cy.last, "waiting 1");
  });

  it("lets both wait on when no table can be made", async () => {
    world.failsToSeat = true;
    await meet();
    await here.accept("ada");
    await there.accept("bo");
    await settle();
    for (const person of [ada, bo]) assert.ok(person.heard.includes("unpaired"), person.heard.join());
    assert.equal(await here.pausedFor("ada"), 0);
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

describe("a pause", () => {
  it("grows each time, and is forgotten hour by hour", () => {
    let record = nextPause(null, 0);
    const given = [secondsLeft(record, 0)];
    for (let more = 0; more < 4; more++) {
      record = nextPause(record, record.untilMs);
      given.push(secondsLeft(record, record.givenMs));
    }
    assert.deepEqual(given, [10, 60, 300, 900, 900]);
    assert.equal(secondsLeft(nextPause(record, record.givenMs + 5 * 3_600_000), record.givenMs + 5 * 3_600_000), 10);
    assert.equal(secondsLeft(record, record.untilMs), 0);
    assert.equal(secondsLeft(null, 5), 0);
  });
});
