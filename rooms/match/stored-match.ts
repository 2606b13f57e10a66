// A match of the rooms as the database keeps it (db/match-record.ts): when it begins, and when it is over.

import type { MatchResult, MatchStart, SeatStart } from "../../db/match-record.ts";
import { encodeRecording } from "../../pong/recording-bytes.ts";
import type { Sitter } from "../../contract/matches.ts";
import type { MatchStatus } from "../../schema/match-status.ts";
import type { EndedMatch } from "./ended-match.ts";

/** Which match, and when its room was created by the wall clock. */
interface Origin {
  readonly id: string;
  readonly roomId: string;
  readonly bornAt: number;
}

/** @param nowMs room time */
export function storedStart(origin: Origin, seed: number, status: MatchStatus, nowMs: number): MatchStart {
  const { id, roomId, bornAt } = origin;
  return {
    id,
    roomId,
    kind: status.kind,
    mode: status.mode,
    ranked: status.ranked,
    rules: status.rules,
    rulesVersion: status.rulesVersion,
    courtId: status.courtId,
    seed,
    startedAt: new Date(bornAt + nowMs),
    seats: status.seats.map(storedSeat),
  };
}

/** @param delaySeconds how far those who watch are behind the players */
export function storedResult({ id, roomId, bornAt }: Origin, match: EndedMatch, delaySeconds: number): MatchResult {
  return {
    id,
    roomId,
    kind: match.kind,
    mode: match.mode,
    ranked: match.ranked,
    rules: match.game.rules,
    rulesVersion: match.recording.rulesVersion,
    courtId: match.recording.courtId,
    seed: match.recording.seed,
    startedAt: new Date(bornAt + match.startedMs),
    finishedAt: new Date(bornAt + match.endedMs),
    shownAt: delaySeconds === 0 ? null : new Date(bornAt + match.endedMs + delaySeconds * 1000),
    seats: match.players.map((player, seat) => {
      const { presses, histogram } = match.lateness[seat]!;
      return { ...storedSeat(player), points: player.points, lateness: { presses, histogram: [...histogram] } };
    }),
    winner: match.winner,
    endReason: match.endReason,
    summary: match.summary,
    recording: encodeRecording(match.recording),
    recordingHash: match.recording.hash.toString(16),
  };
}

function storedSeat(seat: { readonly sitter: Sitter; readonly playerId: string; readonly name: string }): SeatStart {
  const sitter = seat.sitter === "nobody" ? "person" : seat.sitter;
  return { sitter, playerId: seat.playerId === "" ? null : seat.playerId, name: seat.name };
}
