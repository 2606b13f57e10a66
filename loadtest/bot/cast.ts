// A mind as a contender in matches without a server (../ai/trial.ts): thousands of ticks in a moment, for trying out.

import { type Casting, GAME } from "../ai/contenders.ts";
import type { Press } from "../../pong/timeline.ts";
import { Attention } from "./attention.ts";
import type { CreateMind } from "./mind.ts";

/** The same mind, under the same rules as at a table, on a line that takes no time. */
export function cast(createMind: CreateMind): Casting {
  return (seat, seed) => {
    const attention = new Attention(createMind(GAME, seat, seed), seat);
    let unseen: Press[] = [];
    return {
      act(world, theirs) {
        unseen.push(...theirs);
        if (world.tick < attention.dueTick) return [];
        const presses = attention.look(world, unseen, world.tick);
        unseen = [];
        return presses;
      },
    };
  };
}
