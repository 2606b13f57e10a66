// Notifications: schema/http/notifications.ts. Written with what they are about (db/writers/, db/repositories/friends.ts).

import type { NotificationCursor, NotificationRow, Notifications } from "../../db/repositories/notifications.ts";
import {
  About,
  NOTIFICATIONS_AT_ONCE,
  type NotificationReply,
  askNotifications,
  readNotifications,
} from "../../schema/http/notifications.ts";
import { type MomentCursor, readMoment, writeMoment } from "../../schema/http/moment-cursor.ts";
import type { Api } from "../http/serve.ts";
import type { NotificationEvents } from "./notification-events.ts";

export interface NotificationsOptions {
  readonly notifications: Notifications;
  readonly events: Pick<NotificationEvents, "tell">;
  readonly wallClock: () => Date;
}

export function serveNotifications({ serve }: Api, { notifications, events, wallClock }: NotificationsOptions): void {
  serve(askNotifications, async ({ query, caller: { player } }) => {
    // One more than is sent, to know whether there are more.
    const rows = await notifications.list(player.id, placeOf(query.before), NOTIFICATIONS_AT_ONCE + 1);
    const told = rows.slice(0, NOTIFICATIONS_AT_ONCE);
    const last = told.at(-1);
    return {
      notices: told.flatMap(noticeOf),
      unread: await notifications.unread(player.id),
      next: last === undefined || rows.length <= NOTIFICATIONS_AT_ONCE ? null : writeMoment(last.createdAt, last.id),
    };
  });

  serve(readNotifications, async ({ body, caller: { player } }) => {
    await notifications.read(player.id, body.ids ?? null, wallClock());
    // Their other tabs count again.
    events.tell([player.id]);
  });
}

/** None for a kind or a shape that another version wrote: it is of no use to anybody here. */
function noticeOf({ id, kind, about, createdAt, readAt }: NotificationRow): NotificationReply[] {
  const read = About.safeParse({ ...(about as object), kind });
  return read.success ? [{ id, at: createdAt.toISOString(), isRead: readAt !== null, about: read.data }] : [];
}

/** @param text checked by the endpoint */
function placeOf(text: MomentCursor | undefined): NotificationCursor | null {
  if (text === undefined) return null;
  const { at, id } = readMoment(text);
  return { createdAt: at, id };
}
