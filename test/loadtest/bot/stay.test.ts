// What a bot does about a table, in virtual time: how long it stays, what it asks for, when it goes.

import assert from "node:assert/strict";
import { type Ending, Stay } from "../../../loadtest/bot/stay.ts";
import { mindOf } from "../../../loadtest/bot/mind.ts";
import { createGame } from "../../../pong/games.ts";
import { SimulatedTable } from "../../support/simulated-table.ts";
import { VirtualTime } from "../../support/virtual-time.ts";

const MATCH_MS = 3_600_000;
const LINE = { roundTripMs: 40, jitterMs: 5 };

function seatTwo(matches: readonly [number, number] = [Infinity, Infinity]) {
  const time = new VirtualTime();
  const game = createGame({ pointsToWin: 3, twoClear: false });
  const table = new SimulatedTable(time, game, 5, { reconnectMs: 30_000, reconnectTotalMs: 60_000 });
  const said: string[][] = [[], []];
  const endings: (Ending | null)[] = [null, null];
  const players = ["ann", "bob"].map((name) => table.join(name, LINE, 0));
  const stays = players.map(({ session }, seat) => {
    const clock = time.clock(0);
    const say = (sentence: string) => void said[seat]!.push(sentence);
    return new Stay({ session, clock, createMind: mindOf("dewdrop"), seed: seat, matches: matches[seat]!, say });
  });
  for (const [seat, { ended }] of stays.entries()) void ended.then((ending) => (endings[seat] = ending));
  const { status } = table.core;
  const until = (what: string, isSo: () => boolean, mostMs = MATCH_MS) =>
    assert.ok(time.runUntil(isSo, mostMs), `${what} within ${mostMs} ms`);
  /** Promises are settled between two turns of the loop. */
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { time, table, status, players, stays, said, endings, until, settled };
}

describe("a bot that stays at a table", () => {
  it("asks for another match after each, until it has had enough", async () => {
    const { table, endings, said, status, until, settled } = seatTwo([3, Infinity]);
    until("three matches", () => table.ended.length === 3 && status.phase === "over");
    until("the word of it", () => said[0]!.length === 4, 1000);
    await settled();
    assert.deepEqual(endings[0], { why: "enough", because: "", matches: 3 });
    assert.deepEqual(
      said[0]!.map((line) => line.replace(/(won|lost) \d:\d/u, "…").replace(/match-/u, "")),
      [
        "bob is at the table.",
        "Match 1: … against bob (1).",
        "Match 2: … against bob (2).",
        "Match 3: … against bob (3).",
      ],
    );
  });

  it("forfeits when it is told to leave, and is gone then", async () => {
    const { table, stays, endings, said, status, until, settled, time } = seatTwo();
    until("play", () => status.phase === "playing");
    stays[0]!.leave();
    stays[0]!.leave();
    until("the end", () => status.phase === "over", 1000);
    time.run(3000);
    await settled();
    assert.deepEqual(endings[0], { why: "left", because: "", matches: 0 });
    assert.deepEqual([table.ended[0]!.endReason, table.ended[0]!.winner], ["forfeit", 1]);
    assert.match(said[1]!.at(-1)!, /^Match 1: won \d:\d by forfeit against ann/u);
  });

  it("leaves at once where nothing is played", async () => {
    const time = new VirtualTime();
    const game = createGame({ pointsToWin: 3, twoClear: false });
    const table = new SimulatedTable(time, game, 5, { reconnectMs: 30_000, reconnectTotalMs: 60_000 });
    const { session } = table.join("ann", LINE, 0);
    const options = { session, clock: time.clock(0), createMind: mindOf("nova"), seed: 1, matches: 1, say: () => {} };
    const stay = new Stay(options);
    time.run(5000);
    stay.leave();
    assert.deepEqual(await stay.ended, { why: "left", because: "", matches: 0 });
  });

  it("waits for somebody who is away as long as they have, and no longer; then it goes, too", async () => {
    const { table, players, endings, status, until, settled, time } = seatTwo();
    until("play", () => status.phase === "playing");
    players[1]!.cut(true);
    until("the pause", () => status.phase === "paused", 5000);
    time.run(25_000);
    assert.equal(status.phase, "paused", "they may still come back");
    until("the end", () => status.phase === "over", 10_000);
    assert.deepEqual([table.ended[0]!.endReason, table.ended[0]!.winner], ["claim", 0]);
    time.run(20_000);
    await settled();
    assert.equal(endings[0], null, "a line that is still open may bring them back");
    table.core.drop(1, time.nowMs);
    table.settle();
    time.run(20_000);
    await settled();
    assert.deepEqual(endings[0], { why: "alone", because: "", matches: 1 });
  });

  it("plays on with somebody who comes back in time", () => {
    const { table, players, status, until, time } = seatTwo();
    until("play", () => status.phase === "playing");
    players[1]!.cut(true);
    until("the pause", () => status.phase === "paused", 5000);
    time.run(20_000);
    players[1]!.reconnect();
    until("play", () => status.phase === "playing", 10_000);
    until("the end", () => status.phase === "over");
    assert.equal(table.ended[0]!.endReason, "score");
  });
});
