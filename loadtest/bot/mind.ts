// What decides for a bot, and the only thing that one's own bot has to bring (docs/bots.md): it is given a look at the table, and
// answers with key presses. The computer's own levels are minds, too.

import type { Glimpse } from "../../pong/ai/glimpse.ts";
import type { AiLevel } from "../../pong/ai/levels.ts";
import { type Decision, createAiPlayer, dropPending, look, mannerOf } from "../../pong/ai/player.ts";
import type { Game } from "../../pong/step.ts";

export interface Mind {
  /**
   * Looks once and decides.
   * @returns presses for its own seat, in order, each at least MIN_REACTION_TICKS after the look; and when it would look again, which
   * comes to at least LOOK_EVERY_TICKS after this look
   */
  look(seen: Glimpse): Pick<Decision, "presses" | "nextLook">;
  /** Play was stopped: what was still to be pressed will not be, and no keys are held when it goes on. */
  drop(): void;
}

/** Makes the mind for one match. @param seed any 32-bit integer */
export type CreateMind = (game: Game, seat: number, seed: number) => Mind;

/** The computer as it plays on the server, at this level. */
export function mindOf(level: AiLevel): CreateMind {
  return (game, seat, seed) => {
    const player = createAiPlayer(game, seat, mannerOf(level), seed);
    return { look: (seen) => look(player, seen), drop: () => dropPending(player) };
  };
}
