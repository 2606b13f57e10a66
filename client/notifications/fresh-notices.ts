// Which notices have come since the page was opened: those that were there before are told by the bell alone.

import type { NoticeReply } from "../../schema/http/notifications.ts";

export class FreshNotices {
  #playerId: string | null = null;
  readonly #known = new Set<string>();

  /**
   * The unread ones that were not in an earlier list of the same player, in the order given; none of the first list.
   * @param notices the latest ones
   */
  take(playerId: string | null, notices: readonly NoticeReply[]): readonly NoticeReply[] {
    const isFirst = playerId !== this.#playerId;
    if (isFirst) this.#known.clear();
    this.#playerId = playerId;
    const fresh = notices.filter(({ id, isRead }) => !isFirst && !isRead && !this.#known.has(id));
    for (const { id } of notices) this.#known.add(id);
    return fresh;
  }
}
