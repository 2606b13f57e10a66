// Messages of the lobby besides its state (lobby-state.ts). Joined by name with JoinOptions, by guests too. What is done about
// challenges goes over HTTP (http/challenges.ts); the state shows the result.
//
// Down: NEARBY, whenever it changes. Up, as bytes of the type SEARCH: a part of a name, in UTF-8; none for everybody.

export const LOBBY_ROOM = "lobby";

/** How many people one page shows: others are found by searching. */
export const MOST_SHOWN = 50;
/** Of the live matches, the strongest. */
export const MOST_SHOWN_MATCHES = 20;

export const SEARCH = 1;
/** Characters of a search, and its bytes. */
export const MAX_SEARCH = 40;
export const MAX_SEARCH_BYTES = MAX_SEARCH * 4;

/** About those who are shown. */
export const NEARBY = "nearby";
export interface Nearby {
  /** Others fit, too. */
  readonly hasMore: boolean;
  /** Ids of those who are friends. */
  readonly friends: readonly string[];
  /** The server's wall clock at this moment, in ms: expiries of challenges are given by it. */
  readonly nowMs: number;
}
