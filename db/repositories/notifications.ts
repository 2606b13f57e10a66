// What players are told and have not read yet. Who writes together with something else hands in its transaction.

import { randomUUID } from "node:crypto";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Notification } from "../entities/notification.ts";

/** What somebody is to be told. */
export interface Notice {
  readonly playerId: string;
  /** One of NOTICE_KINDS in schema/http/notifications.ts. */
  readonly kind: string;
  readonly about: Readonly<Record<string, unknown>>;
  /** What it is about, at most 80 characters: the same topic is told to the same player once. */
  readonly topic: string;
}

/** Within the caller's transaction. What was told already stays as it is. */
export async function writeNotices(em: SqlEntityManager, notices: readonly Notice[], at: Date): Promise<void> {
  if (notices.length === 0) return;
  await em
    .createQueryBuilder(Notification)
    .insert(
      notices.map(({ playerId, kind, about, topic }) => ({
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
