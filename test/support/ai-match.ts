// Rallies of the computer without a server.

import type { Press } from "../../pong/timeline.ts";
import { type Game, step } from "../../pong/step.ts";
import { type World, cloneWorld, Phase } from "../../pong/world.ts";

/** Whether seat 0 meets the ball that flies in this world, by these presses alone. */
export function meets(rally: Game, start: World, presses: readonly Press[]): boolean {
  const world = cloneWorld(start);
  const pending = [...presses];
  while (world.phase === Phase.rally) {
    while (pending[0] !== undefined && pending[0].tick <= world.tick) world.paddles[0]!.keys = pending.shift()!.keys;
    if (step(rally, world).some((one) => one.kind === "hit" && one.seat === 0)) return true;
  }
  return false;
}
