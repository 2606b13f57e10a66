// One person at a table, in virtual time: against the computer, while waiting for an opponent, and two at one keyboard. What
// they are shown is held against the recording, as between two.

import assert from "node:assert/strict";
import { AI_LEVELS } from "../../pong/ai/levels.ts";
import { replay, verify } from "../../pong/recording.ts";
import { Evening } from "../support/evening.ts";

const MATCH_MS = 3_600_000;

describe("practice", () => {
  for (const roundTripMs of [20, 150, 250]) {
    it(`is played to its end, and nothing drawn is taken back, at ${roundTripMs} ms`, () => {
      const line = { roundTripMs, jitterMs: Math.min(20, roundTripMs / 2) };
      const evening = new Evening({
        pointsToWin: 5,
        plan: { kind: "practice", level: "ember" },
        people: ["ann"],
        line,
      });
      const [ann] = evening.players;
      evening.until("the end", () => evening.status.phase === "over", MATCH_MS);
      const { recording, players, winner, endReason } = evening.table.ended[0]!;
      verify(recording);
      assert.deepEqual(replay(recording).score, evening.status.score);
      assert.equal(endReason, "score");
      assert.equal(evening.status.score[winner], 5);
      assert.deepEqual(
        players.map(({ sitter, name }) => [sitter, name]),
        [
          ["person", "ann"],
          ["computer", "ember"],
        ],
      );
      for (const seat of [0, 1])
        assert.ok(
          recording.presses.some((press) => press.seat === seat),
          `seat ${seat} played`,
        );
      assert.ok(evening.frames[0]!.length > 500);
      assert.equal(evening.wrongFrames(), 0, "frames drawn wrong");
      assert.deepEqual(evening.backwards, []);
      // Its presses come ahead of time: what the line takes of that is all that is left.
      assert.ok(ann!.session.renderDelayTicks[1]! <= 1, `drawn ${ann!.session.renderDelayTicks[1]} ticks late`);
    });
  }

  it("has each level at its table, under its name", () => {
    for (const level of AI_LEVELS) {
      const evening = new Evening({ plan: { kind: "practice", level }, people: ["ann"] });
      assert.deepEqual([evening.status.seats[1]!.sitter, evening.status.seats[1]!.name], ["computer", level]);
      evening.untilRally(1);
    }
  });

  it("waits for whoever is away, goes on with both, and is nobody's when they stay away", () => {
    const evening = new Evening({ plan: { kind: "practice", level: "nova" }, people: ["ann"] });
    evening.untilRally(1);
    evening.players[0]!.cut(true);
    evening.until("the pause", () => evening.status.phase === "paused", 3000);
    evening.time.run(5000);
    evening.players[0]!.reconnect();
    evening.untilRally(3);
    const before = evening.table.core.status.score[1];
    evening.idle.add(0);
    evening.until("the computer plays on", () => evening.status.score[1]! > before! + 1, 120_000);
    assert.equal(evening.status.phase, "playing", "touching nothing loses no practice");
    evening.players[0]!.cut(true);
    evening.until("the end", () => evening.status.phase === "over", 60_000);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [-1, "abandoned"]);
    verify(evening.table.ended[0]!.recording);
    assert.deepEqual(evening.backwards, []);
  });

  it("is stopped by leaving, and lost by nobody; a rematch needs one person only", () => {
    const evening = new Evening({ plan: { kind: "practice", level: "dewdrop" }, people: ["ann"] });
    evening.untilRally(1);
    evening.players[0]!.session.ask("leave");
    evening.until("the end", () => evening.status.phase === "over", 1000);
    assert.deepEqual([evening.status.winner, evening.status.endReason], [-1, "stopped"]);
    assert.equal(evening.status.seats[1]!.wantsRematch, true);
    evening.time.run(2000);
    assert.equal(evening.status.phase, "over");
    evening.players[0]!.session.ask("rematch");
    evening.untilRally(0);
    verify(evening.table.ended[0]!.recording);
  });

  it("lets nobody else sit down", () => {
    const evening = new Evening({ plan: { kind: "practice", level: "dewdrop" }, people: ["ann"] });
    assert.equal(evening.table.core.sit("bob", "bob", evening.time.nowMs), "full");
  });
});

describe("warming up", () => {
  it("goes on by itself, match after match, until it is left", () => {
    const evening = new Evening({ pointsToWin: 3, plan: { kind: "warmUp", level: "dewdrop" }, people: ["ann"] });
    evening.until("two matches", () => evening.table.ended.length === 2, MATCH_MS);
    evening.untilRally(1);
    evening.players[0]!.session.ask("leave");
    evening.until("the end", () => evening.table.ended.length === 3, 1000);
    evening.time.run(10_000);
    assert.equal(evening.status.phase, "over");
    assert.deepEqual(
      evening.table.ended.map(({ kind, endReason }) => [kind, endReason]),
      [
        ["warmUp", "score"],
        ["warmUp", "score"],
        ["warmUp", "stopped"],
      ],
    );
    for (const { recording } of evening.table.ended) verify(recording);
    assert.equal(evening.wrongFrames(), 0, "frames drawn wrong");
    assert.deepEqual(evening.backwards, []);
  });
});

describe("two at one keyboard", () => {
  it("play both seats over one connection, with nothing drawn late and nothing taken back", () => {
    const evening = new Evening({
      pointsToWin: 5,
      plan: { kind: "keyboard", companion: "bob" },
      people: ["ann"],
      line: { roundTripMs: 150, jitterMs: 30 },
    });
    const [ann] = evening.players;
    evening.untilRally(1);
    assert.deepEqual(ann!.session.seats, [0, 1]);
    assert.deepEqual(ann!.session.renderDelayTicks, [0, 0]);
    const { seats } = evening.status;
    assert.deepEqual(
      seats.map(({ sitter, playerId, name }) => [sitter, playerId, name]),
      [
        ["person", "ann", "ann"],
        ["companion", "", "bob"],
      ],
    );
    evening.until("the end", () => evening.status.phase === "over", MATCH_MS);
    const { recording } = evening.table.ended[0]!;
    verify(recording);
    for (const seat of [0, 1])
      assert.ok(
        recording.presses.some((press) => press.seat === seat),
        `seat ${seat} played`,
      );
    assert.equal(evening.wrongFrames(), 0, "frames drawn wrong");
    assert.deepEqual(evening.backwards, []);
    assert.ok(evening.frames[0]!.every((frame) => frame.paddles.every(({ tick }) => tick === frame.tick)));
  });
});
