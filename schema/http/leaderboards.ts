// The lists of the strongest: by mode, of all time or of a season, of the world or of a country. Who is listed: docs/rating.md.

import { z } from "zod";
import { ALL_TIME, LIST_NAME } from "../modes.ts";
import { MODES } from "../../contract/modes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Leaderboards";

/** Players of one answer. */
export const BOARD_PAGE = 20;

/** A place in a list: the rating, and the id of the player, as several may have the same. */
const BoardCursor = z.string().regex(/^-?\d{1,6}_[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u);

export const LeaderboardQuery = z.object({
  /** A quarter in UTC, such as 2026-Q4, or `all`. */
  season: z.string().regex(LIST_NAME).default(ALL_TIME),
  /** ISO 3166. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .optional(),
  /** The page with the caller's own place on it; the first one when they have none. */
  around: z.literal("me").optional(),
  /** The page after or before a place. */
  after: BoardCursor.optional(),
  before: BoardCursor.optional(),
});
export type LeaderboardQuery = z.input<typeof LeaderboardQuery>;

export const BoardRow = z.object({
  /** The same rating has the same rank. */
  rank: z.number().int(),
  id: z.string(),
  login: z.string(),
  name: z.string(),
  avatarId: z.string().nullable(),
  country: z.string().nullable(),
  rating: z.number().int(),
  /** Ranked matches of the list's time. */
  played: z.number().int(),
  won: z.number().int(),
});
export type BoardRow = z.infer<typeof BoardRow>;

export const LeaderboardReply = z.object({
  mode: z.enum(MODES),
  season: z.string(),
  country: z.string().nullable(),
  /** All there are, the latest first, with when they begin and end. */
  seasons: z.array(z.object({ season: z.string(), from: z.string(), until: z.string() })),
  /** How many are listed. */
  total: z.number().int(),
  rows: z.array(BoardRow),
  /** The caller's own rank in this list; null: they have none. */
  own: z.number().int().nullable(),
  /** For `before` and `after`; null where the list ends. */
  previous: BoardCursor.nullable(),
  next: BoardCursor.nullable(),
});
export type LeaderboardReply = z.infer<typeof LeaderboardReply>;

export const askLeaderboard = endpoint({
  method: "GET",
  path: "/api/leaderboards/{mode}",
  access: "anyone",
  tag,
  summary: "The strongest players of a mode, twenty at a time: of all time or one season, worldwide or by country.",
  params: z.object({ mode: z.enum(MODES) }),
  query: LeaderboardQuery,
  reply: LeaderboardReply,
});
