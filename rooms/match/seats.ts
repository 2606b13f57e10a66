// Who may sit where. Pure: the match core keeps the seats, this says what becomes of somebody who comes in.

import type { TableKind } from "../../schema/match-status.ts";
import type { Refusal } from "../../schema/rooms.ts";

/**
 * The seats that each person at such a table plays, by place: one each, or all of them from one keyboard. Seats of no place
 * are the computer's.
 */
export function placesOf(kind: TableKind, seats: number): readonly (readonly number[])[] {
  const all = Array.from({ length: seats }, (_, seat) => seat);
  switch (kind) {
    case "duel":
      return all.map((seat) => [seat]);
    case "practice":
    case "warmUp":
      return [[0]];
    case "keyboard":
      return [all];
  }
}

export interface TakenPlace {
  /** "" while nobody has taken it. */
  readonly playerId: string;
}

/**
 * The place for this player: their own if they have one (they come back, or from another tab), otherwise an empty one that is
 * not kept for somebody invited, otherwise a refusal.
 */
export function placeFor(
  places: readonly TakenPlace[],
  invited: readonly string[],
  playerId: string,
): number | Refusal {
  const own = places.findIndex((place) => place.playerId === playerId);
  if (own >= 0) return own;
  const empty = places.filter((place) => place.playerId === "").length;
  const kept = invited.filter((id) => id !== playerId && !places.some((place) => place.playerId === id)).length;
  return empty > kept ? places.findIndex((place) => place.playerId === "") : "full";
}
