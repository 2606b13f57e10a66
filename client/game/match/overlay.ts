// What to show across the table at this moment, if anything. Pure: overlay-panel.ts shows it.

import type { Connection } from "../../../sdk/match-session.ts";
import type { MatchStatus, SeatStatus } from "../../../schema/match-status.ts";

export type Overlay =
  | { readonly kind: "none" }
  | { readonly kind: "loading" }
  /** The connection is lost; we are trying again. */
  | { readonly kind: "offline" }
  /** Nobody on the other seat yet, which is for whoever opens the link. */
  | { readonly kind: "invite" }
  /** Nobody there yet either, but somebody is on their way. */
  | { readonly kind: "expecting" }
  /** The other one's table is not ready. */
  | { readonly kind: "settling"; readonly name: string }
  | { readonly kind: "countdown"; readonly seconds: number }
  /** The other one is away. `seconds`: until the win may be claimed. */
  | { readonly kind: "away"; readonly name: string; readonly seconds: number }
  | { readonly kind: "claim"; readonly name: string }
  /** The match waits until we say that we are there: we have touched nothing. */
  | { readonly kind: "ready" }
  /** It waits for the other one to say so. */
  | { readonly kind: "asked"; readonly name: string }
  /** Our own connection was silent; the match is about to go on. */
  | { readonly kind: "resuming" }
  | { readonly kind: "over" };

/** What an overlay is made of. */
export interface Situation {
  readonly connection: Connection;
  readonly status: MatchStatus | null;
  /** One's own seat, or null before joining. */
  readonly seat: number | null;
  readonly roomTimeMs: number;
  /** Seconds until the serve, as drawn. */
  readonly servesIn: number;
}

export function overlayFor(situation: Situation): Overlay {
  const { connection, status, seat } = situation;
  if (status === null || seat === null) return { kind: connection === "reconnecting" ? "offline" : "loading" };
  if (status.phase === "over") return { kind: "over" };
  if (connection === "reconnecting") return { kind: "offline" };
  const other = otherSeat(status, seat);
  switch (status.phase) {
    case "waiting":
      if (other !== null && other.sitter !== "nobody") return waitingFor(status, seat, other);
      return { kind: status.isPaired ? "expecting" : "invite" };
    case "countdown": {
      const seconds = Math.ceil(situation.servesIn);
      return seconds > 0 ? { kind: "countdown", seconds } : { kind: "none" };
    }
    case "paused":
      return status.seats[seat]?.inactivity === "asked" ? { kind: "ready" } : paused(situation, other);
    case "playing":
      return { kind: "none" };
  }
}

/** The seat across the table, or null while unknown. */
export function otherSeat(status: MatchStatus, seat: number): SeatStatus | null {
  return status.seats.find((_, at) => at !== seat) ?? null;
}

function waitingFor(status: MatchStatus, seat: number, other: SeatStatus): Overlay {
  return status.seats[seat]?.ready === true ? { kind: "settling", name: other.name } : { kind: "loading" };
}

function paused({ roomTimeMs }: Situation, other: SeatStatus | null): Overlay {
  if (other === null || other.graceUntilMs === 0) return { kind: "resuming" };
  const seconds = Math.ceil((other.graceUntilMs - roomTimeMs) / 1000);
  const { name } = other;
  if (seconds <= 0) return { kind: "claim", name };
  return other.connected && other.inactivity === "asked" ? { kind: "asked", name } : { kind: "away", name, seconds };
}

/** Whether two overlays would be shown the same. */
export function sameOverlay(one: Overlay, other: Overlay): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
