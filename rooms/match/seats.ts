// Who may sit where. Pure: the match core keeps the seats, this says what becomes of somebody who comes in.

import type { Refusal } from "../../schema/rooms.ts";

export interface Place {
  /** "" while nobody has taken it. */
  readonly playerId: string;
}

/**
 * The seat for this player: their own if they have one (they come back, or from another tab), otherwise the first empty
 * one, otherwise a refusal. With a list of invited people the seats are kept for them.
 */
export function seatFor(places: readonly Place[], invited: readonly string[], playerId: string): number | Refusal {
  const own = places.findIndex((place) => place.playerId === playerId);
  if (own >= 0) return own;
  if (invited.length > 0 && !invited.includes(playerId)) return "full";
  const empty = places.findIndex((place) => place.playerId === "");
  return empty >= 0 ? empty : "full";
}
