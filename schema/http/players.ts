// What others see of an account, as far as it lets them: its page and its matches. Who decides that: game-server/people/may.ts.

import { z } from "zod";
import { ROLES, STATUSES } from "../../contract/people.ts";
import { END_REASONS, MATCH_KINDS } from "../../contract/matches.ts";
import { MODES } from "../../contract/modes.ts";
import { endpoint } from "./endpoint.ts";
import { LoginParams, MomentCursor } from "./fields.ts";

const tag = "Players";

/** Between the caller and the player: `asked` by the caller, `asking` the caller. */
export const FRIENDSHIPS = ["none", "asked", "asking", "friends"] as const;
export type Friendship = (typeof FRIENDSHIPS)[number];

export const PlayerReply = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  about: z.string(),
  country: z.string().nullable(),
  avatarId: z.string().nullable(),
  role: z.enum(ROLES),
  createdAt: z.string(),
  /** Null where the caller may not see it. */
  status: z.enum(STATUSES).nullable(),
  /** Null also while they are here. */
  lastSeenAt: z.string().nullable(),
  /** Duels that somebody won; null where the caller may not see them. */
  record: z.object({ played: z.number().int(), won: z.number().int() }).nullable(),
  /** What the caller is to the player. */
  isSelf: z.boolean(),
  friendship: z.enum(FRIENDSHIPS),
  /** By the caller. */
  blocked: z.boolean(),
  mayBefriend: z.boolean(),
  mayChallenge: z.boolean(),
  mayMessage: z.boolean(),
  /** Until when, for moderators; null otherwise. */
  bannedUntil: z.string().nullable(),
});
export type PlayerReply = z.infer<typeof PlayerReply>;

export const askPlayer = endpoint({
  method: "GET",
  path: "/api/players/{login}",
  access: "anyone",
  tag,
  summary: "A player's profile, as far as the caller may see it.",
  params: LoginParams,
  reply: PlayerReply,
  refusals: ["notFound"],
});

export const OUTCOMES = ["won", "lost", "none"] as const;

export const PlayedMatch = z.object({
  id: z.string(),
  kind: z.enum(MATCH_KINDS),
  /** Null: by rules that no mode has. */
  mode: z.enum(MODES).nullable(),
  ranked: z.boolean(),
  /** `none`: nobody won, or it counts nothing. */
  outcome: z.enum(OUTCOMES),
  /** In a rated match. */
  ratingBefore: z.number().nullable(),
  ratingAfter: z.number().nullable(),
  finishedAt: z.string(),
  endReason: z.enum(END_REASONS),
  points: z.number().int(),
  opponentPoints: z.number().int(),
  won: z.boolean(),
  /** Under the name of that day, of the computer its level; the login name of now, null for guests and the computer. */
  opponent: z.object({ name: z.string(), login: z.string().nullable(), sitter: z.string() }),
});
export type PlayedMatch = z.infer<typeof PlayedMatch>;

export const PlayedReply = z.object({
  matches: z.array(PlayedMatch),
  /** For `before`, to read on; null at the end. */
  next: MomentCursor.nullable(),
});
export type PlayedReply = z.infer<typeof PlayedReply>;

/** Of an opponent's name, to be searched. */
const MAX_SEARCHED = 40;
/** A year that every database knows. */
const When = z.iso.datetime({ precision: 3 }).refine((text) => !text.startsWith("0000"));

export const PlayedQuery = z.object({
  before: MomentCursor.optional(),
  mode: z.enum(MODES).optional(),
  kind: z.enum(MATCH_KINDS).optional(),
  ranked: z.enum(["yes", "no"]).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  /** A part of the name of that day. */
  opponent: z.string().max(MAX_SEARCHED).optional(),
  /** Finished from then on, and before then. */
  from: When.optional(),
  until: When.optional(),
});
export type PlayedQuery = z.infer<typeof PlayedQuery>;

export const askPlayed = endpoint({
  method: "GET",
  path: "/api/players/{login}/matches",
  access: "anyone",
  tag,
  summary: "A player's finished matches, latest first, twenty at a time; all of them, or those that match.",
  params: LoginParams,
  query: PlayedQuery,
  reply: PlayedReply,
  refusals: ["notFound", "history.hidden"],
});
