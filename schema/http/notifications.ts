// Notifications, kept until they are read: results, matches that didn't count, friend requests, challenges,
// achievements.

import { z } from "zod";
import { type About as AnyAbout, type Field, type Fields, NOTIFICATIONS } from "../../contract/notifications.ts";
import { endpoint } from "./endpoint.ts";
import { MomentCursor } from "./fields.ts";

const shapes = Object.entries(NOTIFICATIONS).map(([kind, fields]) =>
  z.object({ kind: z.literal(kind), ...shapesOf(fields) }),
);

/** What a notification is about, by its kind, as it is kept. The kinds: contract/notifications.ts. */
export const About = z.discriminatedUnion(
  "kind",
  shapes as unknown as [(typeof shapes)[number]],
) as unknown as z.ZodType<AnyAbout, AnyAbout>;
export type About = AnyAbout;

function shapesOf(fields: Fields): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shapeOf(field)]));
}

function shapeOf(field: Field): z.ZodType {
  switch (field) {
    case "text":
      return z.string();
    case "integer":
      return z.number().int();
    case "number":
      return z.number();
    case "boolean":
      return z.boolean();
  }
  // What is not known is null: a row may be older than the field.
  if ("nullable" in field) return shapeOf(field.nullable).nullable().default(null);
  if ("of" in field) return z.object(shapesOf(field.of));
  return z.enum(field);
}

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
  summary: "The caller's notifications, latest first, thirty at a time, and how many are unread.",
  query: z.object({ before: MomentCursor.optional() }),
  reply: NotificationsReply,
});

export const readNotifications = endpoint({
  method: "POST",
  path: "/api/notifications/read",
  access: "guest",
  tag,
  summary: "Marks these, or all of them, as read.",
  body: z.object({
    ids: z
      .array(z.uuid())
      .max(NOTIFICATIONS_AT_ONCE * 4)
      .optional(),
  }),
});
