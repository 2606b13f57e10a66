// Who has won with which score.

import assert from "node:assert/strict";
import { MAX_POINTS_TO_WIN, MIN_POINTS_TO_WIN, areRules } from "../../pong/rules.ts";
import { nextServer, winner } from "../../pong/scoring.ts";
import { step } from "../../pong/step.ts";
import { NOBODY, Phase } from "../../pong/world.ts";
import { createTestGame, createTestRally } from "../support/test-world.ts";

describe("a match by points", () => {
  const table: readonly [pointsToWin: number, twoClear: boolean, own: number, others: number, won: boolean][] = [
    [3, false, 0, 0, false],
    [3, false, 2, 0, false],
    [3, false, 3, 0, true],
    [3, false, 3, 2, true],
    [11, false, 10, 9, false],
    [11, false, 11, 10, true],
    [11, true, 11, 9, true],
    [11, true, 11, 10, false],
    [11, true, 12, 10, true],
    [11, true, 12, 11, false],
    [11, true, 30, 28, true],
    [11, true, 10, 0, false],
    [21, false, 20, 0, false],
    [21, false, 21, 20, true],
    [21, true, 21, 20, false],
    [21, true, 22, 20, true],
  ];
  for (const [pointsToWin, twoClear, own, others, won] of table) {
    it(`to ${pointsToWin}${twoClear ? ", two clear," : ""} is ${won ? "" : "not "}won at ${own} to ${others}, from either seat`, () => {
      const rules = { pointsToWin, twoClear };
      assert.equal(winner(rules, [own, others]), won ? 0 : NOBODY);
      assert.equal(winner(rules, [others, own]), won ? 1 : NOBODY);
    });
  }

  it("has one winner at most, for every number of points, once they are reached and enough ahead", () => {
    for (let pointsToWin = MIN_POINTS_TO_WIN; pointsToWin <= MAX_POINTS_TO_WIN; pointsToWin++) {
      for (const twoClear of [false, true]) {
        for (let own = 0; own <= 25; own++) {
          for (let others = 0; others <= 25; others++) {
            const lead = Math.abs(own - others);
            const enough = Math.max(own, others) >= pointsToWin && lead >= (twoClear ? 2 : 1);
            const expected = enough ? (own > others ? 0 : 1) : NOBODY;
            assert.equal(winner({ pointsToWin, twoClear }, [own, others]), expected);
          }
        }
      }
    }
  });

  it("knows the winner among four seats too", () => {
    const rules = { pointsToWin: 5, twoClear: true };
    assert.equal(winner(rules, [1, 5, 3, 2]), 1);
    assert.equal(winner(rules, [4, 1, 5, 2]), NOBODY);
    assert.equal(winner(rules, [6, 1, 4, 2]), 0);
    assert.equal(winner(rules, [0, 2, 6, 6]), NOBODY);
  });

  it("is over with the winning goal, and says who won", () => {
    for (const seat of [0, 1]) {
      const world = createTestRally(
        { x: seat === 0 ? 9.9 : -9.9, y: 5, vx: seat === 0 ? 0.3 : -0.3 },
        { score: [2, 2] },
      );
      const happened = step(createTestGame({ pointsToWin: 3 }), world);
      assert.deepEqual(
        happened.map((one) => `${one.kind} ${one.seat}`),
        [`goal ${1 - seat}`, `over ${seat}`],
      );
      assert.equal(world.phase, Phase.over);
      assert.equal(world.balls[0]!.rest, 0);
      const { tick, ...rest } = structuredClone(world);
      assert.deepEqual(step(createTestGame({ pointsToWin: 3 }), world), []);
      assert.deepEqual({ ...world }, { tick: tick + 1, ...rest });
    }
  });

  it("goes on after a goal that does not win, with the serve going round", () => {
    const world = createTestRally({ x: 9.9, y: 5, vx: 0.3 }, { score: [2, 2], server: 1 });
    step(createTestGame({ pointsToWin: 3, twoClear: true }), world);
    assert.equal(world.phase, Phase.rest);
    assert.deepEqual(world.score, [3, 2]);
    assert.equal(world.balls[0]!.server, 0);
  });
});

describe("serves", () => {
  it("go round the table", () => {
    assert.deepEqual(
      [0, 1].map((seat) => nextServer(seat, 2)),
      [1, 0],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((seat) => nextServer(seat, 4)),
      [1, 2, 3, 0],
    );
  });
});

describe("rules", () => {
  it("are whole points from 3 to 21, with or without two clear", () => {
    for (let pointsToWin = 3; pointsToWin <= 21; pointsToWin++) {
      assert.ok(areRules({ pointsToWin, twoClear: false }) && areRules({ pointsToWin, twoClear: true }));
    }
    for (const pointsToWin of [2, 22, 3.5, NaN, -3, Infinity]) assert.ok(!areRules({ pointsToWin, twoClear: false }));
  });
});
