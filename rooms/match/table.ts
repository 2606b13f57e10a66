// What a table is made of and what it is put in: the options and the outside of a match core (match-core.ts).

import type { Game } from "../../pong/step.ts";
import type { WaitingTimes } from "./absence.ts";
import type { EndedMatch } from "./ended-match.ts";

/** What a table needs from whoever hosts it. */
export interface MatchPort {
  /** Sends bytes of a Down type to the player on a seat, if they are connected. */
  send(seat: number, type: number, bytes: Uint8Array): void;
  /** Names the next match and draws its seed (any 32-bit integer). */
  nextMatch(): { readonly matchId: string; readonly seed: number };
  begun(matchId: string, seed: number): void;
  ended(match: EndedMatch): void;
}

export interface TableOptions {
  readonly game: Game;
  readonly times: WaitingTimes;
  /** Ids of players that seats are kept for; empty: whoever comes first. */
  readonly invited: readonly string[];
}
