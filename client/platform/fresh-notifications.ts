// Which notifications have come since the page was opened, and which of those are no longer new: earlier ones are shown by
// the bell alone.

import type { NotificationReply } from "../../schema/http/notifications.ts";

export interface NotificationChanges {
  /** In the order given. */
  readonly fresh: readonly NotificationReply[];
  /** Ids of those that were fresh once, and that have been read since, or are gone. */
  readonly over: readonly string[];
}

export class FreshNotifications {
  #playerId: string | null = null;
  readonly #known = new Set<string>();
  /** Fresh once, and not read yet. */
  readonly #announced = new Set<string>();

  /**
   * Fresh are the unread ones that were not in an earlier list of the same player; none of the first list.
   * @param notifications the latest ones
   */
  take(playerId: string | null, notifications: readonly NotificationReply[]): NotificationChanges {
    const isFirst = playerId !== this.#playerId;
    if (isFirst) this.#known.clear();
    this.#playerId = playerId;
    const unread = new Set(notifications.filter(({ isRead }) => !isRead).map(({ id }) => id));
    const over = [...this.#announced].filter((id) => !unread.has(id));
    for (const id of over) this.#announced.delete(id);
    const fresh = notifications.filter(({ id }) => !isFirst && unread.has(id) && !this.#known.has(id));
    for (const { id } of fresh) this.#announced.add(id);
    for (const { id } of notifications) this.#known.add(id);
    return { fresh, over };
  }
}
