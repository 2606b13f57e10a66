// Players who are there and touch nothing: warned, asked, waited for; and their pictures go on.

import assert from "node:assert/strict";
import { verify } from "../../pong/recording.ts";
import { Evening } from "../support/evening.ts";

const pointsOf = ({ status }: Evening): number => status.score[0]! + status.score[1]!;
const inactivities = ({ status }: Evening): string[] => status.seats.map(({ inactivity }) => inactivity);

describe("players who touch nothing", () => {
  it("warns an inactive player after two rallies and after three, and ends the match after four", () => {
    const evening = new Evening();
    evening.idle.add(1);
    for (const [rallies, warning] of [
      [2, "warned"],
      [3, "lastWarning"],
    ] as const) {
      evening.until(warning, () => evening.status.seats[1]!.inactivity === warning, 120_000);
      assert.equal(pointsOf(evening), rallies);
      assert.equal(evening.status.seats[0]!.inactivity, "none");
    }
    evening.until("the end", () => evening.status.phase === "over", 120_000);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [0, "idle"]);
    assert.equal(pointsOf(evening), 4);
  });

  for (const [roundTripMs, tapsEveryMs] of [
    [20, null],
    [400, null],
    [400, 900],
  ] as const) {
    const who = tapsEveryMs === null ? "nobody touches anything" : "only one taps now and then";
    it(`never stands still on a healthy line of ${roundTripMs} ms, though ${who}`, () => {
      const evening = new Evening({ line: { roundTripMs, jitterMs: 10 } });
      evening.idle.add(0).add(1);
      let keys = 0;
      if (tapsEveryMs !== null)
        evening.time.every(tapsEveryMs, () => evening.players[0]!.session.hold((keys = 1 - keys)));
      let blind = 0;
      evening.time.every(1000 / 60, () => {
        blind += evening.players.filter(({ session }) => session.isBlind || session.connection !== "live").length;
      });
      evening.until("play", () => evening.status.phase === "playing");
      blind = 0;
      const from = evening.time.nowMs + 2000;
      evening.until("the end", () => evening.status.phase === "over", 240_000);
      assert.equal(blind, 0);
      for (const frames of evening.frames) {
        const played = frames.filter(({ atMs }) => atMs > from && atMs < evening.time.nowMs - 1000);
        const steps = played.slice(1).map(({ tick }, at) => tick - played[at]!.tick);
        assert.ok(steps.length > 300, `${steps.length} frames`);
        // Each frame is about a tick after the one before.
        const slowest = Math.min(...steps);
        assert.ok(slowest > 0.5, `a frame of ${slowest} ticks`);
      }
    });
  }

  it("takes the warning back at the first touch", () => {
    const evening = new Evening();
    evening.idle.add(1);
    evening.until("a warning", () => evening.status.seats[1]!.inactivity === "warned", 120_000);
    evening.idle.delete(1);
    evening.until("no warning", () => evening.status.seats[1]!.inactivity === "none", 30_000);
  });

  it("is not taken in by a page that says again and again that its player is ready", () => {
    const evening = new Evening();
    evening.idle.add(1);
    evening.time.every(500, () => evening.players[1]!.session.ask("ready"));
    evening.until("the end", () => evening.status.phase === "over", 120_000);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [0, "idle"]);
    assert.equal(pointsOf(evening), 4);
  });

  it("ends as nobody's when both touch nothing, by a name of its own", () => {
    const evening = new Evening();
    evening.idle.add(0).add(1);
    evening.until("the end", () => evening.status.phase === "over", 240_000);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [-1, "inactive"]);
  });

  it("waits for a friend who touches nothing, until they move", () => {
    const evening = new Evening({ plan: { kind: "duel", isFriendly: true } });
    evening.idle.add(0).add(1);
    evening.until("the question", () => evening.status.phase === "paused", 120_000);
    assert.deepEqual(inactivities(evening), ["asked", "asked"]);
    assert.equal(pointsOf(evening), 2);
    // Twice as long as the match would wait for somebody who is away.
    evening.time.run(60_000);
    assert.equal(evening.status.phase, "paused");
    evening.idle.delete(0);
    evening.until("one answer", () => inactivities(evening)[0] === "none", 5000);
    evening.time.run(5000);
    assert.equal(evening.status.phase, "paused");
    evening.players[1]!.session.ask("ready");
    evening.until("play", () => evening.status.phase === "playing", 10_000);
    evening.idle.delete(1);
    evening.until("the end", () => evening.status.phase === "over", 1_200_000);
    assert.equal(evening.status.endReason, "score");
    assert.deepEqual(evening.backwards, []);
    verify(evening.table.ended[0]!.recording);
  });

  it("ends after five minutes when neither friend answers, and lets one who answered leave with the win", () => {
    const evening = new Evening({ plan: { kind: "duel", isFriendly: true } });
    evening.idle.add(0).add(1);
    evening.until("the question", () => evening.status.phase === "paused", 120_000);
    evening.until("the end", () => evening.status.phase === "over", 301_000);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [-1, "abandoned"]);

    const other = new Evening({ plan: { kind: "duel", isFriendly: true } });
    other.idle.add(1);
    other.until("the question", () => other.status.phase === "paused", 120_000);
    assert.deepEqual(inactivities(other), ["none", "asked"]);
    other.time.run(31_000);
    other.players[0]!.session.ask("leave");
    other.until("the end", () => other.status.phase === "over", 1000);
    assert.deepEqual([other.status.winner, other.status.endReason], [0, "claim"]);
  });

  it("begins a rematch that both want, also if a question was open when the match ended", () => {
    const evening = new Evening({ plan: { kind: "duel", isFriendly: true } });
    evening.idle.add(0).add(1);
    evening.until("the end", () => evening.status.phase === "over", 600_000);
    assert.deepEqual(inactivities(evening), ["none", "none"]);
    for (const { session } of evening.players) session.ask("rematch");
    evening.until("a rematch", () => evening.status.phase === "countdown", 5000);
  });

  it("goes on without asking a friend who has been asked too often", () => {
    const evening = new Evening({ plan: { kind: "duel", isFriendly: true }, pointsToWin: 21 });
    evening.idle.add(1);
    const { session } = evening.players[1]!;
    session.onChange(() => {
      if (session.status?.seats[1]?.inactivity === "asked") session.ask("ready");
    });
    evening.until("the end", () => evening.status.phase === "over", 1_200_000);
    assert.equal(evening.status.endReason, "score");
    assert.equal(evening.table.ended[0]!.recording.pauses.length, 6);
  });
});
