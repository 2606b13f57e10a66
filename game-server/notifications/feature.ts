// Notifications: schema/http/notifications.ts. Written with what they are about (db/writers/, db/repositories/friends.ts).

import { z } from "zod";
import type { NotificationCursor, NotificationRow, Notifications } from "../../db/repositories/notifications.ts";
import type { Stores } from "../../db/stores.ts";
import { type MomentCursor, readMoment, writeMoment } from "../../schema/http/fields.ts";
import {
  About,
  NOTIFICATIONS_AT_ONCE,
  type NotificationReply,
  askNotifications,
  readNotifications,
} from "../../schema/http/notifications.ts";
import { READ_NOTIFICATIONS_KEPT_DAYS } from "../../schema/retention.ts";
import type { Feature } from "../http/feature.ts";
import type { Api } from "../http/serve.ts";
import type { Bus, Channel } from "../platform/bus.ts";
import { daysBefore } from "../platform/clean-up.ts";
import type { Platform } from "../platform/platform.ts";

const CHANNEL: Channel<string[]> = { name: "notifications", message: z.array(z.string()) };

export interface NotificationsFeature extends Feature {
  readonly events: NotificationEvents;
}

export function createNotifications({ bus, wallClock }: Platform, { notifications }: Stores): NotificationsFeature {
  const events = createNotificationEvents(bus);
  return {
    events,
    routes: (api) => serveNotifications(api, { notifications, events, wallClock }),
    cleanUp: {
      "notifications that were read": (now) =>
        notifications.removeReadBefore(daysBefore(now, READ_NOTIFICATIONS_KEPT_DAYS)),
    },
  };
}

/** Announces that somebody has something new to read, to whichever process they are connected to. */
export interface NotificationEvents {
  /** The notification is in the database by then. */
  tell(playerIds: readonly string[]): void;
  /** Returns an unsubscribe function. */
  subscribe(listener: (playerIds: readonly string[]) => void): () => void;
}

function createNotificationEvents(bus: Bus): NotificationEvents {
  return {
    tell: (playerIds) => bus.publish(CHANNEL, [...playerIds]),
    subscribe: (listener) => bus.subscribe(CHANNEL, listener),
  };
}

interface NotificationsOptions {
  readonly notifications: Notifications;
  readonly events: Pick<NotificationEvents, "tell">;
  readonly wallClock: () => Date;
}

function serveNotifications({ serve }: Api, { notifications, events, wallClock }: NotificationsOptions): void {
  serve(askNotifications, async ({ query, caller: { player } }) => {
    // One more than is sent, to know whether there are more.
    const rows = await notifications.list(player.id, placeOf(query.before), NOTIFICATIONS_AT_ONCE + 1);
    const told = rows.slice(0, NOTIFICATIONS_AT_ONCE);
    const last = told.at(-1);
    return {
      notices: told.flatMap(notificationOf),
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
function notificationOf({ id, kind, about, createdAt, readAt }: NotificationRow): NotificationReply[] {
  const read = About.safeParse({ ...(about as object), kind });
  return read.success ? [{ id, at: createdAt.toISOString(), isRead: readAt !== null, about: read.data }] : [];
}

/** @param text checked by the endpoint */
function placeOf(text: MomentCursor | undefined): NotificationCursor | null {
  if (text === undefined) return null;
  const { at, id } = readMoment(text);
  return { createdAt: at, id };
}
