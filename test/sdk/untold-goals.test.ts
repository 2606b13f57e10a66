// When a goal is told: once, and not before it is certain; and where the ball is seen until then.

import assert from "node:assert/strict";
import { STANDARD_COURT, createGame } from "../../pong/games.ts";
import { DEFAULT_RULES } from "../../pong/rules.ts";
import type { SimEvent } from "../../pong/step.ts";
import { type Timeline, createTimeline, happenedIn, worldAt } from "../../pong/timeline.ts";
import { createWorld } from "../../pong/world.ts";
import { UntoldGoals } from "../../sdk/untold-goals.ts";

const NEVER = -Infinity;

/** A ball that nobody stops, from its serve until it is in a goal. */
function lostBall(): { timeline: Timeline; goal: SimEvent } {
  const timeline = createTimeline(createGame(DEFAULT_RULES), createWorld(STANDARD_COURT, 11));
  for (const paddle of timeline.confirmed.paddles) paddle.y = STANDARD_COURT.rails[0]!.maxY;
  for (let tick = 0; tick < 500; tick++) {
    const goal = happenedIn(timeline, tick).find(({ kind }) => kind === "goal");
    if (goal !== undefined) return { timeline, goal };
  }
  throw new Error("nobody scores");
}

describe("a goal", () => {
  it("is told once its score has come from the server, and once only", () => {
    const { timeline, goal } = lostBall();
    const goals = new UntoldGoals(1);
    const told: SimEvent[] = [];
    const { score } = worldAt(timeline, Math.floor(goal.at) + 1);
    goals.look(timeline, 0, goal.at + 20, { tick: NEVER, score: [] }, told);
    goals.look(timeline, 0, goal.at + 21, { tick: NEVER, score: [0, 0] }, told);
    assert.deepEqual(told, []);
    for (const late of [22, 23]) goals.look(timeline, 0, goal.at + late, { tick: NEVER, score }, told);
    assert.deepEqual(told, [goal]);
  });

  it("is told when nothing so old can change any more, and not before it is to be seen", () => {
    const { timeline, goal } = lostBall();
    const goals = new UntoldGoals(1);
    const told: SimEvent[] = [];
    goals.look(timeline, 0, goal.at - 0.1, { tick: goal.at + 50, score: [9, 9] }, told);
    assert.deepEqual(told, []);
    goals.look(timeline, 0, goal.at, { tick: goal.at + 1, score: [] }, told);
    assert.deepEqual(told, [goal]);
  });

  it("has its ball fly on in a straight line until then", () => {
    const { timeline, goal } = lostBall();
    const goals = new UntoldGoals(1);
    assert.equal(goals.beyond(timeline, 0, goal.at - 0.1), null);
    const { vx, vy } = worldAt(timeline, Math.floor(goal.at)).balls[0]!;
    for (const passed of [0, 0.5, 30]) {
      const seen = goals.beyond(timeline, 0, goal.at + passed)!;
      assert.ok(Math.abs(seen.x - (goal.x + vx * passed)) < 1e-9);
      assert.ok(Math.abs(seen.y - (goal.y + vy * passed)) < 1e-9);
    }
    goals.look(timeline, 0, goal.at + 31, { tick: goal.at + 1, score: [] }, []);
    assert.equal(goals.beyond(timeline, 0, goal.at + 31), null);
  });
});
