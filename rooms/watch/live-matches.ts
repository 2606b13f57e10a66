// A match that is on and may be watched, as lists show it.

import type { Mode } from "../../schema/modes.ts";

export interface LiveMatch {
  readonly roomId: string;
  readonly matchId: string;
  /** Null: by rules that no mode has. */
  readonly mode: Mode | null;
  readonly ranked: boolean;
  /** By seat; the rating of somebody who has none yet is null. */
  readonly players: readonly { readonly id: string; readonly name: string; readonly rating: number | null }[];
  /** By seat; null where those who watch are behind the players: a list would tell them what is to come. */
  readonly score: readonly number[] | null;
  readonly watchers: number;
}

/** Tells every process. */
export interface LiveMatches {
  tell(match: LiveMatch): void;
  gone(roomId: string): void;
}
