// The same world, presses and happenings seen in a mirror, and the comparison to the last bit.

import assert from "node:assert/strict";
import { type Keys, Key } from "../../pong/keys.ts";
import type { SimEvent } from "../../pong/step.ts";
import { type World, NOBODY, cloneWorld } from "../../pong/world.ts";

/** How a match of two can be mirrored. Each is its own inverse. */
export interface Mirror {
  readonly name: string;
  readonly seat: (seat: number) => number;
  readonly keys: (keys: Keys) => Keys;
  readonly world: (world: World) => World;
  readonly event: (event: SimEvent) => SimEvent;
}

const same = <T>(value: T): T => value;
const otherSeat = (seat: number): number => (seat === NOBODY ? NOBODY : 1 - seat);
const otherKeys = (keys: Keys): Keys =>
  ((keys & Key.up) > 0 ? Key.down : Key.none) | ((keys & Key.down) > 0 ? Key.up : Key.none);

/** Goal for goal: x turns round, the seats and their scores change places. */
export const goalForGoal: Mirror = {
  name: "goal for goal",
  seat: otherSeat,
  keys: same,
  world: (world) => {
    const mirrored = cloneWorld(world);
    for (const ball of mirrored.balls) {
      ball.x = -ball.x;
      ball.vx = -ball.vx;
    }
    mirrored.paddles.reverse();
    mirrored.score.reverse();
    for (const [at, ball] of world.balls.entries()) {
      mirrored.balls[at]!.server = otherSeat(ball.server);
      mirrored.balls[at]!.conceded = otherSeat(ball.conceded);
    }
    return mirrored;
  },
  event: (one) => ({ ...one, x: -one.x, seat: one.kind === "wall" ? one.seat : otherSeat(one.seat) }),
};

/** Wall for wall: y turns round, and with it the keys. */
export const wallForWall: Mirror = {
  name: "wall for wall",
  seat: same,
  keys: otherKeys,
  world: (world) => {
    const mirrored = cloneWorld(world);
    for (const ball of mirrored.balls) {
      ball.y = -ball.y;
      ball.vy = -ball.vy;
    }
    for (const paddle of mirrored.paddles) {
      paddle.y = -paddle.y;
      paddle.keys = otherKeys(paddle.keys);
    }
    return mirrored;
  },
  event: (one) => ({ ...one, y: -one.y, seat: one.kind === "wall" ? 1 - one.seat : one.seat }),
};

/** The table turned by 180 degrees: both at once. */
export const halfTurn: Mirror = {
  name: "half a turn",
  seat: otherSeat,
  keys: otherKeys,
  world: (world) => goalForGoal.world(wallForWall.world(world)),
  event: (one) => goalForGoal.event(wallForWall.event(one)),
};

/** Equal to the last bit, but for the sign of a zero, which nothing in the game can see. */
export function assertSame(actual: unknown, expected: unknown, message?: string): void {
  assert.deepEqual(withoutNegativeZeros(actual), withoutNegativeZeros(expected), message);
}

function withoutNegativeZeros(value: unknown): unknown {
  if (typeof value === "number") return value + 0;
  if (Array.isArray(value)) return value.map(withoutNegativeZeros);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutNegativeZeros(inner)]));
}
