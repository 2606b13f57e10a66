// A match as the database keeps it, in plain data: what the rooms pass in, what is written to disk while the database is
// down (unsaved.ts), what is read back. Checked with zod wherever it comes from outside this process.

import { z } from "zod";
import {
  END_REASONS,
  type EndReason,
  MATCH_KINDS,
  type MatchKind,
  STORED_SITTERS,
  type StoredSitter,
} from "../contract/matches.ts";
import { MODES, type Mode } from "../contract/modes.ts";

export const StoredRules = z.object({ pointsToWin: z.number().int(), twoClear: z.boolean() });
export type StoredRules = z.infer<typeof StoredRules>;

export const StoredSummary = z.object({
  rallies: z.number().int(),
  /** Paddle hits of the longest rally. */
  longestRally: z.number().int(),
  /** In court units a second. */
  topSpeed: z.number(),
  /** Of play, pauses not counted. */
  seconds: z.number(),
});
export type StoredSummary = z.infer<typeof StoredSummary>;

/** How late one player's presses arrived: `histogram[n]` presses were n ticks late, the last entry counts all later ones. */
export const Lateness = z.object({ presses: z.number().int(), histogram: z.array(z.number().int()) });
export type Lateness = z.infer<typeof Lateness>;

/** As it is kept, in a column of text. */
export const StoredEndReason = z.enum(END_REASONS);

export interface SeatStart {
  readonly sitter: StoredSitter;
  /** Player id, or null when the player is not in the database. */
  readonly playerId: string | null;
  /** Of the computer: its level. */
  readonly name: string;
}

/** A match that begins. */
export interface MatchStart {
  readonly id: string;
  readonly roomId: string;
  readonly kind: MatchKind;
  /** Null: by rules that no mode has. */
  readonly mode: Mode | null;
  readonly ranked: boolean;
  readonly rules: StoredRules;
  /** With the next one: GameId of pong/games.ts. */
  readonly rulesVersion: number;
  readonly courtId: string;
  /** Unsigned 32 bits. */
  readonly seed: number;
  readonly startedAt: Date;
  /** By seat. */
  readonly seats: readonly SeatStart[];
}

/** A match that ended; repeats its beginning, so that it can be written even if that was lost. */
export interface MatchResult extends Omit<MatchStart, "seats"> {
  readonly seats: readonly (SeatStart & { readonly points: number; readonly lateness: Lateness })[];
  readonly finishedAt: Date;
  /** From when on others than its players may know how it ended, as spectators are behind. Null: at once. */
  readonly shownAt: Date | null;
  /** Seat, or -1. */
  readonly winner: number;
  readonly endReason: EndReason;
  readonly summary: StoredSummary;
  /** Null when there is nothing to replay. */
  readonly recording: Uint8Array | null;
  /** "" without a recording. */
  readonly recordingHash: string;
}

const uuid = z.uuid();

/** A MatchResult as JSON: dates as ISO text, the recording in base64. */
export const MatchResultJson = z.object({
  id: uuid,
  roomId: z.string(),
  // Files from before there were others.
  kind: z.enum(MATCH_KINDS).default("duel"),
  mode: z.enum(MODES).nullable().default(null),
  ranked: z.boolean().default(false),
  rules: StoredRules,
  rulesVersion: z.number().int(),
  // Files from before there were others.
  courtId: z.string().default("classic"),
  seed: z.number().int(),
  startedAt: z.coerce.date(),
  finishedAt: z.coerce.date(),
  shownAt: z.coerce.date().nullable().default(null),
  seats: z.array(
    z.object({
      sitter: z.enum(STORED_SITTERS).default("person"),
      playerId: uuid.nullable(),
      name: z.string(),
      points: z.number().int(),
      lateness: Lateness,
    }),
  ),
  winner: z.number().int(),
  endReason: z.enum(END_REASONS),
  summary: StoredSummary,
  recording: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : new Uint8Array(Buffer.from(text, "base64")))),
  recordingHash: z.string(),
});

/** The text of a result for unsaved.ts; MatchResultJson reads it back. */
export function resultToJson(result: MatchResult): string {
  const recording = result.recording === null ? null : Buffer.from(result.recording).toString("base64");
  return JSON.stringify({ ...result, recording });
}
