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
  readonly #told = new Set<string>();

  /**
   * Fresh are the unread ones that were not in an earlier list of the same player; none of the first list.
   * @param notices the latest ones
   */
  take(playerId: string | null, notices: readonly NotificationReply[]): NotificationChanges {
    const isFirst = playerId !== this.#playerId;
    if (isFirst) this.#known.clear();
    this.#playerId = playerId;
    const unread = new Set(notices.filter(({ isRead }) => !isRead).map(({ id }) => id));
    const over = [...this.#told].filter((id) => !unread.has(id));
    for (const id of over) this.#told.delete(id);
    const fresh = notices.filter(({ id }) => !isFirst && unread.has(id) && !this.#known.has(id));
    for (const { id } of fresh) this.#told.add(id);
    for (const { id } of notices) this.#known.add(id);
    return { fresh, over };
  }
}
