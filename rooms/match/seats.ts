// Who may sit where. Pure: the match core keeps the seats, this says what becomes of somebody who comes in.

import type { Refusal } from "../../schema/rooms.ts";

export interface Place {
  /** "" while nobody has taken it. */
  readonly playerId: string;
}

/**
 * The seat for this player: their own if they have one (they come back, or from another tab), otherwise an empty one that is
 * not kept for somebody invited, otherwise a refusal.
 */
export function seatFor(places: readonly Place[], invited: readonly string[], playerId: string): number | Refusal {
  const own = places.findIndex((place) => place.playerId === playerId);
  if (own >= 0) return own;
  const empty = places.filter((place) => place.playerId === "").length;
  const kept = invited.filter((id) => id !== playerId && !places.some((place) => place.playerId === id)).length;
  return empty > kept ? places.findIndex((place) => place.playerId === "") : "full";
}
