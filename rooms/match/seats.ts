// Who may sit where. Pure: the table keeps the seats, this decides which one somebody who comes in gets.

import type { MatchKind } from "../../contract/matches.ts";
import type { Refusal } from "../../schema/rooms.ts";

/**
 * The seats that each person at such a table plays, by participant: one each, or all of them from one keyboard. Seats of no participant
 * are the computer's.
 */
export function seatsByParticipant(kind: MatchKind, seats: number): readonly (readonly number[])[] {
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

export interface TakenSeat {
  /** "" while nobody has taken it. */
  readonly playerId: string;
}

/**
 * The participant for this player: their own if they have one (they come back, or from another tab), otherwise an empty one that is
 * not kept for somebody invited, otherwise a refusal.
 */
export function participantFor(
  participants: readonly TakenSeat[],
  invited: readonly string[],
  playerId: string,
): number | Refusal {
  const own = participants.findIndex((participant) => participant.playerId === playerId);
  if (own >= 0) return own;
  const empty = participants.filter((participant) => participant.playerId === "").length;
  const kept = invited.filter(
    (id) => id !== playerId && !participants.some((participant) => participant.playerId === id),
  ).length;
  return empty > kept ? participants.findIndex((participant) => participant.playerId === "") : "full";
}
