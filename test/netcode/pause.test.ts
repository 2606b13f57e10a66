// Lines that go silent, in virtual time: the pause, what both are told, the way back, and drawn time across all of it.

import assert from "node:assert/strict";
import { verify } from "../../pong/recording.ts";
import { Evening } from "../support/evening.ts";
import type { SimulatedPlayer } from "../support/simulated-table.ts";

describe("a connection that goes silent", () => {
  it("pauses the match for both within 3 s, and it goes on from the paused tick with its goals", () => {
    const evening = new Evening({ pointsToWin: 5 });
    evening.untilRally(2);
    const [ann, bob] = evening.players as [SimulatedPlayer, SimulatedPlayer];
    const cutAt = evening.time.nowMs;
    ann.cut(true);
    evening.until("bob sees the pause", () => bob.session.status?.phase === "paused", 3000);
    assert.equal(evening.status.pausedBy, 0);
    assert.ok(evening.status.seats[0]!.graceUntilMs > evening.time.nowMs + 27_000);
    evening.time.run(6000);
    const paused = { score: [...evening.status.score], tick: evening.status.pauseTick };
    const worldOfBob = structuredClone(bob.session.sample()!.balls);
    ann.reconnect();
    evening.until("play goes on", () => evening.status.phase === "countdown", 5000);
    assert.ok(evening.status.epochTick > paused.tick);
    assert.deepEqual(evening.status.score, paused.score);
    const { x, y } = bob.session.sample()!.balls[0]!;
    assert.deepEqual({ x, y }, { x: worldOfBob[0]!.x, y: worldOfBob[0]!.y }, "for who stayed, the ball has not moved");
    evening.until("the end", () => evening.table.ended.length > 0, 3_600_000);
    assert.equal(evening.table.ended[0]!.recording.pauses.length, 1);
    verify(evening.table.ended[0]!.recording);
    assert.deepEqual(evening.backwards, []);
    assert.ok(evening.time.nowMs > cutAt);
  });

  it("recovers by itself when it only stalls, and nobody is asked", () => {
    const evening = new Evening();
    evening.untilRally();
    evening.players[1]!.cut();
    evening.until("the pause", () => evening.status.phase === "paused", 3000);
    evening.until("play", () => evening.status.phase === "playing", 15_000);
    assert.equal(evening.status.seats[1]!.graceUntilMs, 0);
    assert.deepEqual(evening.backwards, []);
  });

  it("lets the other claim the win after the grace, and not before", () => {
    const evening = new Evening();
    evening.untilRally();
    evening.table.core.drop(0, evening.time.nowMs);
    evening.players[0]!.session.close();
    evening.time.run(29_000);
    assert.equal(evening.table.core.request(1, "claim", evening.time.nowMs), false);
    evening.time.run(1100);
    assert.equal(evening.status.phase, "paused", "nobody loses by the clock alone");
    assert.equal(evening.table.core.request(1, "claim", evening.time.nowMs), true);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [1, "claim"]);
    verify(evening.table.ended[0]!.recording);
  });

  it("has 60 s in all: the third long absence gets what is left", () => {
    const evening = new Evening();
    const away = (ms: number): number => {
      evening.untilRally();
      evening.players[0]!.cut(true);
      evening.table.core.drop(0, evening.time.nowMs);
      const seconds = (evening.status.seats[0]!.graceUntilMs - evening.time.nowMs) / 1000;
      evening.time.run(ms);
      evening.players[0]!.reconnect();
      return Math.round(seconds);
    };
    assert.deepEqual([away(24_000), away(24_000)], [30, 30]);
    const last = away(1000);
    assert.ok(last <= 12 && last >= 6, `${last} s are left`);
    assert.deepEqual(evening.backwards, []);
  });

  it("lets who has waited in vain leave with the win", () => {
    const evening = new Evening();
    evening.untilRally(3);
    leaveForGood(evening, 0);
    evening.time.run(29_000);
    assert.equal(evening.status.phase, "paused");
    evening.time.run(1100);
    evening.players[1]!.session.ask("leave");
    evening.until("the end", () => evening.status.phase === "over", 1000);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [1, "claim"]);
    verify(evening.table.ended[0]!.recording);
  });

  it("gives the win to who has waited in vain and then closes the page, whatever the other does later", () => {
    const evening = new Evening();
    evening.untilRally(3);
    leaveForGood(evening, 1);
    evening.time.run(31_000);
    leaveForGood(evening, 0);
    evening.until("the end", () => evening.status.phase === "over", 1000);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [0, "claim"]);
  });

  it("is claimed by nobody who is away themselves, connected or not, and lost by who went first", () => {
    const evening = new Evening();
    evening.untilRally(3);
    // Back at once, and never ready.
    evening.table.core.drop(1, evening.time.nowMs);
    evening.table.core.sit("bob", "bob", evening.time.nowMs);
    evening.table.settle();
    evening.time.run(8000);
    leaveForGood(evening, 0);
    evening.time.every(100, () => {
      if (evening.status.phase !== "over") evening.table.core.request(1, "claim", evening.time.nowMs);
    });
    evening.until("the end", () => evening.status.phase === "over", 31_000);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [0, "claim"]);
  });

  it("ends a match that both have left at once, with no winner", () => {
    const evening = new Evening();
    evening.untilRally(3);
    leaveForGood(evening, 0);
    evening.time.run(4000);
    leaveForGood(evening, 1);
    evening.until("the end", () => evening.status.phase === "over", 31_000);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [-1, "abandoned"]);
  });

  for (const first of [0, 1]) {
    it(`is lost by player ${first}, who went first, when both have left`, () => {
      const evening = new Evening();
      evening.untilRally(3);
      leaveForGood(evening, first);
      evening.time.run(6000);
      leaveForGood(evening, 1 - first);
      evening.until("the end", () => evening.status.phase === "over", 31_000);
      assert.deepEqual([evening.status.winner, evening.status.endReason], [1 - first, "claim"]);
    });
  }

  it("is lost by nobody when both have left before three points, or the server stood still meanwhile", () => {
    for (const points of [1, 3]) {
      const evening = new Evening();
      evening.untilRally(points);
      leaveForGood(evening, 0);
      evening.time.run(6000);
      if (points === 3) evening.table.core.excuse(2000);
      leaveForGood(evening, 1);
      evening.until("the end", () => evening.status.phase === "over", 31_000);
      assert.deepEqual([evening.status.winner, evening.status.endReason], [-1, "abandoned"]);
    }
  });
});

function leaveForGood(evening: Evening, seat: number): void {
  evening.players[seat]!.session.close();
  evening.table.core.drop(seat, evening.time.nowMs);
}

describe("a table", () => {
  for (const roundTripMs of [1, 700, 1500]) {
    it(`is played at by whoever knows the time late, on a line of ${roundTripMs} ms`, () => {
      const evening = new Evening({ line: { roundTripMs, jitterMs: 0 } });
      evening.until("play", () => evening.status.phase === "playing", 12_000);
    });
  }

  it("counts leaving as forfeiting", () => {
    const evening = new Evening();
    evening.untilRally();
    evening.players[0]!.session.ask("leave");
    evening.until("the end", () => evening.status.phase === "over", 1000);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [1, "forfeit"]);
    verify(evening.table.ended[0]!.recording);
  });

  it("plays a rematch when both want one, and drawn time goes on", () => {
    const evening = new Evening({ pointsToWin: 3 });
    evening.until("the end", () => evening.status.phase === "over", 600_000);
    const first = evening.status.matchId;
    evening.players[0]!.session.ask("rematch");
    evening.time.run(3000);
    assert.equal(evening.status.phase, "over", "one alone plays no rematch");
    evening.players[1]!.session.ask("rematch");
    evening.until("the next match", () => evening.status.phase === "playing", 10_000);
    assert.notEqual(evening.status.matchId, first);
    assert.deepEqual(evening.status.score, [0, 0]);
    evening.until("its end", () => evening.status.phase === "over", 600_000);
    for (const match of evening.table.ended) verify(match.recording);
    assert.deepEqual(evening.backwards, []);
  });
});
