// Bots at a simulated table, in virtual time: when they look, what they are shown, what reaches the server of what they decide, through
// lines of any length, pauses and rematches.

import assert from "node:assert/strict";
import { SeatedBot } from "../../../loadtest/bot/seated-bot.ts";
import { mindOf } from "../../../loadtest/bot/mind.ts";
import { LOOK_EVERY_TICKS, MIN_REACTION_TICKS } from "../../../pong/ai/levels.ts";
import { createGame } from "../../../pong/games.ts";
import { hashWorld } from "../../../pong/hash.ts";
import { replay, verify } from "../../../pong/recording.ts";
import type { Press } from "../../../pong/timeline.ts";
import { tickAt } from "../../../schema/timing.ts";
import { Evening } from "../../support/evening.ts";
import { type SimulatedPlayer, SimulatedTable } from "../../support/simulated-table.ts";
import type { LineQuality } from "../../support/way.ts";
import { VirtualTime } from "../../support/virtual-time.ts";

const MATCH_MS = 3_600_000;
const LEVELS = ["dewdrop", "nova"] as const;

interface Look {
  readonly now: number;
  readonly seen: number;
  /** Of the table as it was seen. */
  readonly hash: number;
  readonly presses: readonly Press[];
}

class Table {
  readonly time = new VirtualTime();
  readonly table: SimulatedTable;
  readonly players: readonly SimulatedPlayer[];
  /** By seat. */
  readonly looks: Look[][] = LEVELS.map(() => []);

  constructor(line: LineQuality, pointsToWin = 5) {
    const game = createGame({ pointsToWin, twoClear: false });
    this.table = new SimulatedTable(this.time, game, 5, { reconnectMs: 30_000, reconnectTotalMs: 60_000 });
    this.players = LEVELS.map((level, seat) => {
      const aheadMs = seat * 777.7;
      const player = this.table.join(level, line, aheadMs);
      const bot = new SeatedBot({
        session: player.session,
        clock: this.time.clock(aheadMs),
        createMind: mindOf(level),
        seed: seat,
        onLook: (now, seen, presses) => {
          this.looks[seat]!.push({ now, seen: seen.tick, hash: hashWorld(seen), presses });
        },
      });
      assert.ok(bot);
      return player;
    });
  }

  get phase() {
    return this.table.core.status.phase;
  }

  until(what: string, isSo: () => boolean, mostMs = 60_000): void {
    assert.ok(this.time.runUntil(isSo, mostMs), `${what} within ${mostMs} ms`);
  }

  /** Presses of a seat in all matches that have ended, in ticks of room time. */
  pressed(seat: number): Press[] {
    return this.table.ended.flatMap(({ recording, startedMs }) => {
      const start = Math.round(tickAt(startedMs));
      return recording.presses
        .filter((press) => press.seat === seat)
        .map((press) => ({ ...press, tick: press.tick + start }));
    });
  }

  /** Presses that follow from no look, or not when they were decided for. */
  strayPresses(seat: number, tolerance: number): Press[] {
    const decided = this.looks[seat]!.flatMap(({ presses }) => presses);
    return this.pressed(seat).filter(
      ({ tick, keys }) => !decided.some((one) => one.keys === keys && Math.abs(one.tick - tick) <= tolerance),
    );
  }

  /** Looks that were shown what was not so, by the recording of the first match. */
  wrongLooks(): Look[] {
    const [{ recording, startedMs } = assert.fail()] = this.table.ended;
    const start = Math.round(tickAt(startedMs));
    const hashes = new Map<number, number>();
    replay(recording, undefined, (world) => {
      hashes.set(world.tick + start, hashWorld({ ...world, tick: world.tick + start }));
    });
    // After its end a match is not recorded, and still looked at until the server has said so.
    const looks = this.looks.flat().filter(({ seen }) => seen <= start + recording.endTick);
    return looks.filter(({ seen, hash }) => hashes.get(seen) !== hash);
  }

  assertFair(): void {
    for (const looks of this.looks) {
      for (const [at, { now, seen, presses }] of looks.entries()) {
        const before = looks[at - 1]?.now ?? -Infinity;
        assert.ok(now - before >= LOOK_EVERY_TICKS, `a look at ${now}, after one at ${before}`);
        assert.ok(seen <= now, "nothing of the future");
        for (const { tick } of presses) assert.ok(tick - now >= MIN_REACTION_TICKS);
      }
    }
  }
}

describe("a bot at a table", () => {
  for (const roundTripMs of [4, 100, 220]) {
    it(`plays a match by one look a second, and is pressed as it decided, at ${roundTripMs} ms`, () => {
      const table = new Table({ roundTripMs, jitterMs: roundTripMs / 10 });
      table.until("the end", () => table.phase === "over", MATCH_MS);
      const [{ recording, winner, endReason } = assert.fail()] = table.table.ended;
      verify(recording);
      assert.deepEqual([winner, endReason], [1, "score"], "the stronger one has won");
      table.assertFair();
      for (const seat of [0, 1]) {
        assert.ok(table.looks[seat]!.length > 10);
        assert.ok(table.pressed(seat).length > 10);
        assert.deepEqual(table.strayPresses(seat, 0), [], "presses that nobody decided");
        assert.equal(table.players[seat]!.session.faults.corrections, 0);
      }
    });

    it(`is shown the table as it was, and not long ago, at ${roundTripMs} ms`, () => {
      const table = new Table({ roundTripMs, jitterMs: roundTripMs / 10 });
      table.until("the end", () => table.phase === "over", MATCH_MS);
      assert.deepEqual(table.wrongLooks(), []);
      const behind = table.looks.flat().map(({ now, seen }) => now - seen);
      const most = Math.ceil(tickAt(roundTripMs * 1.1)) + 4;
      assert.ok(Math.max(...behind) <= most, `${Math.max(...behind)} ticks behind`);
    });
  }

  it("rests in a pause, and goes on with a look of its own", () => {
    const table = new Table({ roundTripMs: 40, jitterMs: 5 }, 11);
    table.until("a rally", () => table.phase === "playing");
    table.time.run(5000);
    table.players[0]!.cut(true);
    table.until("the pause", () => table.phase === "paused", 5000);
    table.time.run(1000);
    const [before] = table.looks.map((looks) => looks.length);
    const resting = table.looks[1]!.length;
    table.time.run(8000);
    assert.equal(table.looks[1]!.length, resting, "no looks at a table that stands still");
    table.players[0]!.reconnect();
    table.until("play", () => table.phase === "playing", 10_000);
    const { epochTick } = table.table.core.status;
    table.time.run(1000);
    for (const looks of table.looks) assert.ok(looks.at(-1)!.now >= epochTick);
    assert.ok(table.looks[0]!.length > before!);
    table.until("the end", () => table.phase === "over", MATCH_MS);
    verify(table.table.ended[0]!.recording);
    table.assertFair();
    // What was decided before the connection was cut may have reached nobody; nothing was pressed that was not decided.
    for (const seat of [0, 1]) assert.deepEqual(table.strayPresses(seat, 2), []);
  });

  it("begins each rematch anew", () => {
    const table = new Table({ roundTripMs: 40, jitterMs: 5 }, 3);
    for (let match = 1; match <= 3; match++) {
      table.until("the end", () => table.table.ended.length === match, MATCH_MS);
      table.time.run(1000);
      const looks = table.looks.map((one) => one.length);
      table.time.run(5000);
      assert.deepEqual(
        table.looks.map((one) => one.length),
        looks,
        "no looks between two matches",
      );
      for (const { session } of table.players) session.ask("rematch");
    }
    for (const { recording } of table.table.ended) verify(recording);
    table.assertFair();
    for (const seat of [0, 1]) assert.deepEqual(table.strayPresses(seat, 0), []);
  });

  it("says that it is ready when it is asked, also if it never had to move", () => {
    const evening = new Evening({ plan: { kind: "duel", isFriendly: true }, pointsToWin: 5 });
    evening.idle.add(0);
    const [player] = evening.players;
    const still = { look: () => ({ presses: [], nextLook: Infinity }), drop() {} };
    const bot = new SeatedBot({
      session: player!.session,
      clock: evening.time.clock(0),
      createMind: () => still,
      seed: 1,
    });
    evening.until("the end", () => evening.status.phase === "over", 600_000);
    bot.stop();
    assert.equal(evening.status.endReason, "score");
    const { pauses } = evening.table.ended[0]!.recording;
    assert.ok(pauses.length > 0, "it was asked");
  });
});
