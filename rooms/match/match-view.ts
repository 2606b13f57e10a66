// A match as spectators follow it (rooms/spectate/feed.ts): while it is played, and after.

import type { MatchStatus } from "../../schema/match-status.ts";
import type { Stakes } from "../../contract/modes.ts";
import type { Ending, Match } from "./match.ts";
import type { Recorder } from "./recorder.ts";

export interface MatchView extends Stakes {
  readonly matchId: string;
  /** By seat. */
  readonly names: readonly string[];
  readonly playerIds: readonly string[];
  /** In room time. */
  readonly startTick: number;
  readonly recorder: Recorder;
  /** The last confirmed tick, from the start of the match. */
  endTick(): number;
  /** Null while it is played. It ends at a moment that may be later than what is confirmed: somebody leaves. In room time. */
  ending: (Ending & { readonly atMs: number }) | null;
}

/** Of a match that begins. */
export function matchView({ recorder, startTick, timeline }: Match, status: MatchStatus): MatchView {
  const { matchId, mode, ranked, seats } = status;
  return {
    matchId,
    mode,
    ranked,
    names: seats.map(({ name }) => name),
    playerIds: seats.map(({ playerId }) => playerId),
    startTick,
    recorder,
    endTick: () => timeline.confirmed.tick - startTick,
    ending: null,
  };
}
