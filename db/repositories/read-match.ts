// Turns the rows of a match into what the API returns, checking the JSON columns: other versions wrote them too.

import type { Mode } from "../../contract/modes.ts";
import type { EndReason, MatchKind, StoredSitter, Verdict } from "../../contract/matches.ts";
import { StoredEndReason, StoredRules, StoredSummary } from "../match-record.ts";

/** The shape of MatchReply in schema/http/matches.ts, which adds what depends on the caller. */
export type MatchFound =
  | { status: "unknown" }
  | { status: "running" }
  | { status: "interrupted" }
  | { status: "finished"; match: FinishedMatch };

export interface FinishedMatch {
  id: string;
  kind: MatchKind;
  mode: Mode | null;
  ranked: boolean;
  verdict: Verdict;
  rules: StoredRules;
  players: PlayerFound[];
  winner: number;
  endReason: EndReason;
  /** ISO 8601, as is finishedAt. */
  startedAt: string;
  finishedAt: string;
  /** From when on others than its players may know of it; null: at once. */
  shownAt: Date | null;
  summary: StoredSummary;
}

interface PlayerFound {
  id: string;
  login: string | null;
  sitter: StoredSitter;
  name: string;
  points: number;
  ratingBefore: number | null;
  ratingAfter: number | null;
  provisional: boolean;
}

interface MatchRow {
  id: string;
  status: "running" | "finished" | "interrupted";
  kind: MatchKind;
  mode?: Mode | null | undefined;
  ranked: boolean;
  verdict?: Verdict | null | undefined;
  rules: unknown;
  winner: number;
  endReason?: string | null | undefined;
  startedAt: Date;
  finishedAt?: Date | null | undefined;
  shownAt?: Date | null | undefined;
  summary?: unknown;
}

interface SeatRow {
  seat: number;
  sitter: StoredSitter;
  name: string;
  points: number;
  player?: { id: string } | null | undefined;
  ratingBefore?: number | null | undefined;
  ratingAfter?: number | null | undefined;
  deviationAfter?: number | null | undefined;
}

/** From this deviation on a rating is not sure: PROVISIONAL_DEVIATION of ranking/glicko2.ts. */
const PROVISIONAL_DEVIATION = 110;

/**
 * @param seats in the order of their seats
 * @param logins of the accounts among the players
 * @throws ZodError when a finished match's row is damaged
 */
export function readMatch(match: MatchRow, seats: readonly SeatRow[], logins: ReadonlyMap<string, string>): MatchFound {
  if (match.status !== "finished") return { status: match.status };
  return {
    status: "finished",
    match: {
      id: match.id,
      kind: match.kind,
      mode: match.mode ?? null,
      ranked: match.ranked,
      verdict: match.verdict ?? "unrated",
      rules: StoredRules.parse(match.rules),
      players: seats.map((seat) => readSeat(seat, logins)),
      winner: match.winner,
      endReason: StoredEndReason.parse(match.endReason),
      startedAt: match.startedAt.toISOString(),
      finishedAt: (match.finishedAt ?? match.startedAt).toISOString(),
      shownAt: match.shownAt ?? null,
      summary: StoredSummary.parse(match.summary),
    },
  };
}

function readSeat(seat: SeatRow, logins: ReadonlyMap<string, string>): PlayerFound {
  const { player, sitter, name, points, ratingBefore, ratingAfter, deviationAfter } = seat;
  return {
    // "": no player's seat, or the player's row is gone.
    id: player?.id ?? "",
    login: (player && logins.get(player.id)) ?? null,
    sitter,
    name,
    points,
    ratingBefore: ratingBefore ?? null,
    ratingAfter: ratingAfter ?? null,
    provisional: (deviationAfter ?? 0) >= PROVISIONAL_DEVIATION,
  };
}
