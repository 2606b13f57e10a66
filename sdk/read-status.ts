// The synced state of a match room (schema/match-state.ts) back into a plain MatchStatus.

import { MODES } from "../contract/modes.ts";
import type { EndReason, MatchKind, Sitter } from "../contract/matches.ts";
import type { Inactivity, LinkQuality, MatchPhase, MatchStatus, SeatStatus } from "../schema/match-status.ts";
import type { MatchState, SeatState } from "../schema/match-state.ts";

export function readStatus(state: MatchState): MatchStatus {
  return {
    kind: state.kind as MatchKind,
    isPaired: state.isPaired,
    mode: MODES.find((mode) => mode === state.mode) ?? null,
    ranked: state.ranked,
    matchId: state.matchId,
    phase: state.phase as MatchPhase,
    rulesVersion: state.rulesVersion,
    courtId: state.courtId,
    rules: { pointsToWin: state.pointsToWin, twoClear: state.twoClear },
    seats: Array.from(state.seats, readSeat),
    score: Array.from(state.score),
    epoch: state.epoch,
    epochTick: state.epochTick,
    pauseTick: state.pauseTick,
    pausedBy: state.pausedBy,
    winner: state.winner,
    endReason: state.endReason as EndReason | "",
    watchers: state.watchers,
  };
}

function readSeat(seat: SeatState): SeatStatus {
  return {
    sitter: seat.sitter as Sitter,
    playerId: seat.playerId,
    name: seat.name,
    rating: seat.rating,
    connected: seat.connected,
    ready: seat.ready,
    wantsRematch: seat.wantsRematch,
    inactivity: seat.inactivity as Inactivity,
    roundTripMs: seat.roundTripMs,
    uplinkDelayMs: seat.uplinkDelayMs,
    quality: seat.quality as LinkQuality,
    graceUntilMs: seat.graceUntilMs,
  };
}
