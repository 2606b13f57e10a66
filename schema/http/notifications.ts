// What a player is told, kept until they have read it: results, matches that count nothing, requests for friendship, challenges,
// achievements.

import { z } from "zod";
import { ACHIEVEMENTS } from "../achievements.ts";
import { END_REASONS } from "../match-status.ts";
import { MODES } from "../modes.ts";
import { endpoint } from "./endpoint.ts";
import { MomentCursor } from "./moment-cursor.ts";

const Person = z.object({ name: z.string(), login: z.string() });

/** What a notice is about, by its kind, as it is kept. */
export const About = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("result"),
    matchId: z.string(),
    /** The name of that day. */
    opponent: z.string(),
    points: z.number().int(),
    opponentPoints: z.number().int(),
    won: z.boolean(),
    verdict: z.enum(["rated", "unrated", "practice"]),
    ratingBefore: z.number().nullable(),
    ratingAfter: z.number().nullable(),
  }),
  z.object({
    kind: z.literal("noResult"),
    matchId: z.string(),
    opponent: z.string(),
    /** `interrupted`: the server went down; `flagged`: the recording does not bear it out; otherwise how it was broken off. */
    reason: z.enum([...END_REASONS, "interrupted", "flagged"]),
  }),
  z.object({ kind: z.literal("friendRequest"), from: Person }),
  z.object({ kind: z.literal("friendAccepted"), from: Person }),
  z.object({
    kind: z.literal("challenge"),
    from: Person.extend({
      /** Null for a guest. */
      login: z.string().nullable(),
    }),
    /** Null: by rules that no mode has. */
    mode: z.enum(MODES).nullable(),
    ranked: z.boolean(),
    /** To win. */
    points: z.number().int(),
  }),
  z.object({ kind: z.literal("achievement"), achievement: z.enum(ACHIEVEMENTS), matchId: z.string() }),
]);
export type About = z.infer<typeof About>;

/** Of one answer. */
export const NOTIFICATIONS_AT_ONCE = 30;

export const NotificationReply = z.object({
  id: z.string(),
  at: z.string(),
  isRead: z.boolean(),
  about: About,
});
export type NotificationReply = z.infer<typeof NotificationReply>;

export const NotificationsReply = z.object({
  notices: z.array(NotificationReply),
  unread: z.number().int(),
  /** For `before`, to read on; null at the end. */
  next: MomentCursor.nullable(),
});
export type NotificationsReply = z.infer<typeof NotificationsReply>;

const tag = "Notifications";

export const askNotifications = endpoint({
  method: "GET",
  path: "/api/notifications",
  access: "guest",
  tag,
  summary: "What the caller is told, the latest first, thirty at a time, and how much of it is unread.",
  query: z.object({ before: MomentCursor.optional() }),
  reply: NotificationsReply,
});

export const readNotifications = endpoint({
  method: "POST",
  path: "/api/notifications/read",
  access: "guest",
  tag,
  summary: "The caller has read these, or all of them.",
  body: z.object({
    ids: z
      .array(z.uuid())
      .max(NOTIFICATIONS_AT_ONCE * 4)
      .optional(),
  }),
});
