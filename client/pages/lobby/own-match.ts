// The reader's own match, for a page of the lobby that is not where it is played.

import type { Lobby } from "../../../sdk/read-lobby.ts";

/** A table that a challenge of the reader's has led to. */
export interface AcceptedTable {
  readonly challengeId: string;
  readonly roomId: string;
  readonly opponentId: string;
}

/**
 * The room of the match that the reader is at, or that waits for them; null where none is known. A match that nobody may watch
 * is in no list: it is on as long as its challenge is shown, or the opponent is seen playing.
 * @param accepted the last one that this page has heard of
 */
export function ownRoom(
  { matches, challenges, people }: Pick<Lobby, "matches" | "challenges" | "people">,
  playerId: string,
  accepted: AcceptedTable | null,
): string | null {
  const live = matches.find(({ players }) => players.some(({ id }) => id === playerId));
  if (live !== undefined) return live.roomId;
  if (accepted === null) return null;
  const isOn =
    challenges.some(({ id }) => id === accepted.challengeId) ||
    people.some(({ id, status }) => id === accepted.opponentId && status === "playing");
  return isOn ? accepted.roomId : null;
}
