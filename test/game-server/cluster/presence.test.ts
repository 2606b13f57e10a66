// Who is offline, online or playing: across tabs, drops and processes, in time that the test lets pass.

import assert from "node:assert/strict";
import { pino } from "pino";
import type { LastSeen } from "../../../db/repositories/last-seen.ts";
import { type Bus, createMemoryBus } from "../../../game-server/platform/bus.ts";
import { createPresence, type Presence } from "../../../game-server/cluster/presence.ts";
import { VirtualTime } from "../../support/virtual-time.ts";

const ADA = "ada";
const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const NOON_MS = Date.parse("2026-11-24T12:00:00Z");
const log = pino({ level: "silent" });

interface Process {
  readonly presence: Presence;
  readonly heard: string[];
  /** Receives and sends nothing more, as when it was killed. */
  kill(): void;
}

function fixture() {
  const time = new VirtualTime();
  const bus = createMemoryBus(log);
  const dates = new Map<string, Date>([[ADA, LONG_AGO]]);
  const writes: string[] = [];
  const lastSeen: LastSeen = {
    write(seen) {
      for (const [id, at] of seen) {
        writes.push(id);
        dates.set(id, at);
      }
      return Promise.resolve();
    },
    read: (ids) => Promise.resolve(new Map([...dates].filter(([id]) => ids.includes(id)))),
  };

  function start(): Process {
    let isAlive = true;
    const line: Bus = {
      publish: (channel, message) => {
        if (isAlive) bus.publish(channel, message);
      },
      subscribe: (channel, listener) =>
        bus.subscribe(channel, (message) => {
          if (isAlive) listener(message);
        }),
      close: () => {},
    };
    const presence = createPresence({
      bus: line,
      lastSeen,
      timers: { now: () => time.nowMs, after: (ms, callback) => time.at(time.nowMs + ms, callback) },
      wallClock: () => new Date(NOON_MS + time.nowMs),
      log,
    });
    const heard: string[] = [];
    presence.subscribe((playerId, { status }) => heard.push(`${playerId} ${status}`));
    return {
      presence,
      heard,
      kill: () => {
        isAlive = false;
      },
    };
  }
  const pass = (ms: number): void => {
    let isOver = false;
    time.at(time.nowMs + ms, () => {
      isOver = true;
    });
    time.runUntil(() => isOver, ms);
  };
  const statusOf = async ({ presence }: Process) => (await presence.statusesOf([ADA])).get(ADA);
  return { time, start, pass, writes, statusOf };
}

describe("presence", () => {
  it("knows who is here, and who was when", async () => {
    const { start, pass, statusOf, writes } = fixture();
    const one = start();
    assert.deepEqual(await statusOf(one), { status: "offline", lastSeenAt: LONG_AGO.toISOString() });
    const leave = one.presence.enter(ADA, "page");
    assert.deepEqual(await statusOf(one), { status: "online", lastSeenAt: null });
    pass(60_000);
    assert.deepEqual(writes, []);
    leave();
    leave();
    pass(4_000);
    assert.deepEqual(await statusOf(one), { status: "offline", lastSeenAt: "2026-11-24T12:01:03.000Z" });
    assert.deepEqual(writes, [ADA]);
    assert.deepEqual(one.heard, ["ada online", "ada offline"]);
  });

  it("counts tabs, and sees a match in any of them", () => {
    const { start, pass } = fixture();
    const { presence, heard } = start();
    const first = presence.enter(ADA, "page");
    const second = presence.enter(ADA, "page");
    const match = presence.enter(ADA, "match");
    first();
    pass(10_000);
    match();
    pass(10_000);
    assert.deepEqual(heard, ["ada online", "ada playing", "ada online"]);
    second();
    pass(10_000);
    assert.equal(heard.at(-1), "ada offline");
  });

  it("does not flicker at a reload, nor between two matches", () => {
    const { start, pass } = fixture();
    const { presence, heard } = start();
    let leave = presence.enter(ADA, "match");
    for (let at = 0; at < 5; at++) {
      pass(10_000);
      leave();
      pass(2_900);
      leave = presence.enter(ADA, "match");
    }
    assert.deepEqual(heard, ["ada playing"]);
  });

  it("is the same in every process, whichever started first", async () => {
    const { start, pass, statusOf, writes } = fixture();
    const one = start();
    const leave = one.presence.enter(ADA, "page");
    const other = start();
    assert.deepEqual(await statusOf(other), { status: "online", lastSeenAt: null });
    const leaveOther = other.presence.enter(ADA, "match");
    assert.deepEqual(await statusOf(one), { status: "playing", lastSeenAt: null });
    leave();
    pass(5_000);
    assert.deepEqual(one.heard, ["ada online", "ada playing"]);
    leaveOther();
    pass(5_000);
    for (const process of [one, other]) assert.equal((await statusOf(process))?.status, "offline");
    assert.deepEqual([...new Set(writes)], [ADA]);
  });

  it("lets the players of a killed process go within 15 s, and writes that down", async () => {
    const { start, pass, statusOf, writes } = fixture();
    const [one, other] = [start(), start()];
    one.presence.enter(ADA, "match");
    pass(5_000);
    one.kill();
    pass(5_000);
    assert.equal((await statusOf(other))?.status, "playing");
    pass(10_000);
    assert.equal((await statusOf(other))?.status, "offline");
    assert.deepEqual(other.heard, ["ada playing", "ada offline"]);
    assert.deepEqual(writes, [ADA]);
  });

  it("says that all are gone when a process ends, and not that somebody is who has moved", async () => {
    const { start, pass, statusOf } = fixture();
    const [one, other] = [start(), start()];
    one.presence.enter(ADA, "page");
    await one.presence.close();
    pass(1_000);
    const leave = other.presence.enter(ADA, "page");
    pass(10_000);
    assert.deepEqual(other.heard, ["ada online"]);
    leave();
    pass(5_000);
    assert.equal((await statusOf(other))?.status, "offline");
  });

  it("goes on for the others when a listener fails", () => {
    const { start } = fixture();
    const { presence } = start();
    const heard: string[] = [];
    presence.subscribe(() => {
      throw new Error("a bug");
    });
    presence.subscribe((playerId) => heard.push(playerId));
    presence.enter(ADA, "page");
    assert.deepEqual(heard, [ADA]);
  });
});
