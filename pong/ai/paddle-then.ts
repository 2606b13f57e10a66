// Where a paddle is at a tick, by the presses of its player.

import type { Court } from "../court.ts";
import type { Keys } from "../keys.ts";
import { travel } from "../paddle.ts";
import type { Press } from "../timeline.ts";
import type { World } from "../world.ts";

export interface PaddleThen {
  readonly y: number;
  readonly keys: Keys;
}

/**
 * @param world as it was at a tick not after the one asked for
 * @param presses of any seats from that tick on, in order
 */
export function paddleAt(
  court: Court,
  world: Readonly<World>,
  seat: number,
  presses: readonly Press[],
  tick: number,
): PaddleThen {
  const paddle = { ...world.paddles[seat]! };
  let next = 0;
  for (let at = world.tick; ; at++) {
    for (; next < presses.length && presses[next]!.tick <= at; next++)
      if (presses[next]!.seat === seat) paddle.keys = presses[next]!.keys;
    if (at >= tick) return paddle;
    paddle.y += travel(court, court.rails[seat]!, paddle);
  }
}
