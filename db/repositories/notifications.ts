// Players' notifications. What is written together with something else gets its transaction.

import { randomUUID } from "node:crypto";
import type { About } from "../../contract/notifications.ts";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Notification } from "../entities/notification.ts";
import type { Orm } from "../open.ts";

/** A notification to be written. */
export interface NewNotification {
  readonly playerId: string;
  readonly about: About;
  /** What it is about, at most 80 characters: each player gets the same topic only once. */
  readonly topic: string;
}

export interface NotificationRow {
  readonly id: string;
  readonly kind: string;
  readonly about: unknown;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface NotificationCursor {
  readonly createdAt: Date;
  readonly id: string;
}

export interface Notifications {
  /** The latest first; with a place, those before it. */
  list(playerId: string, before: NotificationCursor | null, atMost: number): Promise<NotificationRow[]>;
  unread(playerId: string): Promise<number>;
  /** These of the player's own; null: all of them. */
  read(playerId: string, ids: readonly string[] | null, at: Date): Promise<void>;
  /** Writes a notification on its own; those that belong to something else are written with it (writeNotices). */
  tell(notifications: readonly NewNotification[], at: Date): Promise<void>;
  /** Marks the notification about this as read. False when it was read before, or there is none. */
  readTopic(playerId: string, topic: string, at: Date): Promise<boolean>;
  /** Removes those that were read before then. Returns how many. */
  removeReadBefore(before: Date): Promise<number>;
}

export function createNotifications(orm: Orm): Notifications {
  const fork = () => orm.em.fork() as SqlEntityManager;
  return {
    async list(playerId, before, atMost) {
      const later =
        before === null
          ? {}
          : {
              createdAt: { $lte: before.createdAt },
              $or: [{ createdAt: { $lt: before.createdAt } }, { id: { $lt: before.id } }],
            };
      const rows = await fork().find(
        Notification,
        { player: playerId, ...later },
        { orderBy: { createdAt: "desc", id: "desc" }, limit: atMost },
      );
      return rows.map(({ id, kind, about, createdAt, readAt }) => ({
        id,
        kind,
        about,
        createdAt,
        readAt: readAt ?? null,
      }));
    },
    unread: (playerId) => fork().count(Notification, { player: playerId, readAt: null }),
    async read(playerId, ids, at) {
      const which = ids === null ? {} : { id: { $in: [...ids] } };
      await fork().nativeUpdate(Notification, { player: playerId, readAt: null, ...which }, { readAt: at });
    },
    tell: (notifications, at) => writeNotifications(fork(), notifications, at),
    async readTopic(playerId, topic, at) {
      return (await fork().nativeUpdate(Notification, { player: playerId, topic, readAt: null }, { readAt: at })) > 0;
    },
    removeReadBefore: (before) => fork().nativeDelete(Notification, { readAt: { $lt: before } }),
  };
}

/** Within the caller's transaction. An existing notification stays as it is. */
export async function writeNotifications(
  em: SqlEntityManager,
  notifications: readonly NewNotification[],
  at: Date,
): Promise<void> {
  if (notifications.length === 0) return;
  await em
    .createQueryBuilder(Notification)
    .insert(
      notifications.map(({ playerId, about: { kind, ...about }, topic }) => ({
        id: randomUUID(),
        player: playerId,
        kind,
        about,
        topic,
        createdAt: at,
        readAt: null,
      })),
    )
    .onConflict(["player", "topic"])
    .ignore()
    .execute();
}
