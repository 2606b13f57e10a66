// GET /api/matches/:id is the result of a match; /api/matches/:id/recording is the match itself, as the bytes of
// pong/recording-bytes.ts. Tables are made by tables.ts.

import { z } from "zod";
import { END_REASONS, MATCH_KINDS, VERDICTS } from "../../contract/matches.ts";
import { DEFAULT_RULES, MAX_POINTS_TO_WIN, MIN_POINTS_TO_WIN } from "../../pong/rules.ts";
import { MODES } from "../../contract/modes.ts";
import { endpoint } from "./endpoint.ts";

export const RulesRequest = z.object({
  pointsToWin: z.number().int().min(MIN_POINTS_TO_WIN).max(MAX_POINTS_TO_WIN).default(DEFAULT_RULES.pointsToWin),
  twoClear: z.boolean().default(DEFAULT_RULES.twoClear),
});

export const MatchSummary = z.object({
  rallies: z.number().int(),
  /** Paddle hits of the longest rally. */
  longestRally: z.number().int(),
  /** In court units a second. */
  topSpeed: z.number(),
  /** Of play, pauses not counted. */
  seconds: z.number(),
});
export type MatchSummary = z.infer<typeof MatchSummary>;

export const FinishedMatch = z.object({
  id: z.string(),
  kind: z.enum(MATCH_KINDS),
  /** Null: by rules that no mode has. */
  mode: z.enum(MODES).nullable(),
  /** What it was played for; `verdict` says whether it counted. */
  ranked: z.boolean(),
  verdict: z.enum(VERDICTS),
  rules: RulesRequest,
  players: z.array(
    z.object({
      /** "" of everybody but a person whose row is there. */
      id: z.string(),
      /** Of now; null of who has no account. */
      login: z.string().nullable(),
      sitter: z.enum(["person", "companion", "computer"]),
      /** Of the computer: its level. */
      name: z.string(),
      points: z.number().int(),
      /** In a rated match: rating before and after. */
      ratingBefore: z.number().nullable(),
      ratingAfter: z.number().nullable(),
      /** The rating is not sure yet. */
      provisional: z.boolean(),
    }),
  ),
  /** Seat, or -1. */
  winner: z.number().int(),
  endReason: z.enum(END_REASONS),
  startedAt: z.string(),
  finishedAt: z.string(),
  summary: MatchSummary,
});
export type FinishedMatch = z.infer<typeof FinishedMatch>;

/** `unknown`: never existed. `interrupted`: the server stopped while it ran; it does not count. */
export const MatchReply = z.discriminatedUnion("status", [
  z.object({ status: z.literal("unknown") }),
  z.object({ status: z.literal("running") }),
  z.object({ status: z.literal("interrupted") }),
  z.object({
    status: z.literal("finished"),
    match: FinishedMatch,
    /** Whether the caller may see its recording and its facts: its players, and others whom all of its players let. */
    mayReplay: z.boolean(),
  }),
]);
export type MatchReply = z.infer<typeof MatchReply>;

const tag = "Matches";
/** An invalid id is no match either. */
const params = z.object({ id: z.string().max(200) });

export const askMatch = endpoint({
  method: "GET",
  path: "/api/matches/{id}",
  access: "anyone",
  tag,
  summary: "The result of a match.",
  params,
  reply: MatchReply,
});

export const askRecording = endpoint({
  method: "GET",
  path: "/api/matches/{id}/recording",
  access: "anyone",
  tag,
  summary:
    "The recording of a match: the bytes of pong/recording-bytes.ts. Only for those who may see its players' matches.",
  params,
  replyType: "application/octet-stream",
  refusals: ["notFound"],
});
