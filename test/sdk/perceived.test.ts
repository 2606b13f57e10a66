// How a ball is drawn between two players who are shown each other late: faster or slower than it flies. That it does not jerk is
// measured where matches are played (netcode/gate.test.ts).

import assert from "node:assert/strict";
import { contactLine } from "../../pong/court.ts";
import { STANDARD_COURT, createGame } from "../../pong/games.ts";
import { DEFAULT_RULES } from "../../pong/rules.ts";
import { createTimeline } from "../../pong/timeline.ts";
import { Phase, createWorld } from "../../pong/world.ts";
import { shownTick } from "../../sdk/perceived.ts";

/** At a round trip of 250 ms. */
const LATE_TICKS = 16;
const LENGTH = contactLine(STANDARD_COURT, STANDARD_COURT.rails[1]!) * 2;
const { serveSpeed, topSpeed } = STANDARD_COURT;
const SPEEDS = Array.from({ length: 12 }, (_, at) => serveSpeed + ((topSpeed - serveSpeed) * at) / 11);

/** How many ticks of flight each frame shows of a ball that comes to the near side, at 60 Hz. */
function ratesOf(speed: number, phase: number): number[] {
  const world = createWorld(STANDARD_COURT, 1);
  const [ball] = world.balls;
  world.phase = Phase.rally;
  Object.assign(ball!, { x: LENGTH / 2, y: 0, vx: -speed, vy: 0, rest: 0 });
  const timeline = createTimeline(createGame(DEFAULT_RULES), world);
  const late = [0, LATE_TICKS];
  const rates: number[] = [];
  let before = shownTick(timeline, 0, LATE_TICKS + phase, late, 0);
  for (let t = LATE_TICKS + phase + 1; t < LENGTH / speed - 1; t++) {
    const tick = shownTick(timeline, 0, t, late, before);
    rates.push(tick - before);
    before = tick;
  }
  return rates;
}

describe("a ball between two who are shown each other late", () => {
  it("comes in not much faster for it than by the straight way", () => {
    const p99 = (values: readonly number[]): number =>
      values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)]!;
    for (const speed of SPEEDS) {
      const inner = LENGTH - 2 * topSpeed;
      const straight = 1 / (1 - (LATE_TICKS * speed) / inner);
      const rounded = p99([0, 0.5].flatMap((phase) => ratesOf(speed, phase)));
      assert.ok(rounded <= straight * 1.1, `${rounded} instead of ${straight} at ${speed} a tick`);
    }
  });
});
