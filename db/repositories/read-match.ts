// Turns the rows of a match into what the API tells about it, checking the JSON columns: other versions wrote them too.

import { EndReason, type MatchKind, StoredRules, StoredSummary, type StoredSitter } from "../match-record.ts";

/** The shape of MatchReply in schema/http/matches.ts. */
export type MatchFound =
  | { status: "unknown" }
  | { status: "running" }
  | { status: "interrupted" }
  | { status: "finished"; match: FinishedMatch };

export interface FinishedMatch {
  id: string;
  kind: MatchKind;
  rules: StoredRules;
  players: { id: string; sitter: StoredSitter; name: string; points: number }[];
  winner: number;
  endReason: EndReason;
  /** ISO 8601, as is finishedAt. */
  startedAt: string;
  finishedAt: string;
  summary: StoredSummary;
}

interface MatchRow {
  id: string;
  status: "running" | "finished" | "interrupted";
  kind: MatchKind;
  rules: unknown;
  winner: number;
  endReason?: string | null | undefined;
  startedAt: Date;
  finishedAt?: Date | null | undefined;
  summary?: unknown;
}

interface SeatRow {
  seat: number;
  sitter: StoredSitter;
  name: string;
  points: number;
  player?: { id: string } | null | undefined;
}

/**
 * @param seats in the order of their seats
 * @throws ZodError when a finished match's row is damaged
 */
export function readMatch(match: MatchRow, seats: readonly SeatRow[]): MatchFound {
  if (match.status !== "finished") return { status: match.status };
  return {
    status: "finished",
    match: {
      id: match.id,
      kind: match.kind,
      rules: StoredRules.parse(match.rules),
      // "": no player's seat, or the player's row is gone.
      players: seats.map(({ player, sitter, name, points }) => ({ id: player?.id ?? "", sitter, name, points })),
      winner: match.winner,
      endReason: EndReason.parse(match.endReason),
      startedAt: match.startedAt.toISOString(),
      finishedAt: (match.finishedAt ?? match.startedAt).toISOString(),
      summary: StoredSummary.parse(match.summary),
    },
  };
}
