// What a player is told: schema/http/notifications.ts. Written with what it is about (db/writers/, db/repositories/friends.ts).

import type { NoticePlace, NoticeRow, Notifications } from "../../db/repositories/notifications.ts";
import { About, NOTICES_AT_ONCE, type NoticeReply, askNotices, readNotices } from "../../schema/http/notifications.ts";
import { type MomentCursor, readMoment, writeMoment } from "../../schema/http/moment-cursor.ts";
import type { Api } from "../http/serve.ts";
import type { NoticeNews } from "./news.ts";

export interface NotificationsOptions {
  readonly notifications: Notifications;
  readonly news: Pick<NoticeNews, "tell">;
  readonly today: () => Date;
}

export function serveNotifications({ serve }: Api, { notifications, news, today }: NotificationsOptions): void {
  serve(askNotices, async ({ query, caller: { player } }) => {
    // One more than is told says whether there are more.
    const rows = await notifications.list(player.id, placeOf(query.before), NOTICES_AT_ONCE + 1);
    const told = rows.slice(0, NOTICES_AT_ONCE);
    const last = told.at(-1);
    return {
      notices: told.flatMap(noticeOf),
      unread: await notifications.unread(player.id),
      next: last === undefined || rows.length <= NOTICES_AT_ONCE ? null : writeMoment(last.createdAt, last.id),
    };
  });

  serve(readNotices, async ({ body, caller: { player } }) => {
    await notifications.read(player.id, body.ids ?? null, today());
    // Their other tabs count anew.
    news.tell([player.id]);
  });
}

/** None for a kind or a shape that another version wrote: it is of no use to anybody here. */
function noticeOf({ id, kind, about, createdAt, readAt }: NoticeRow): NoticeReply[] {
  const read = About.safeParse({ ...(about as object), kind });
  return read.success ? [{ id, at: createdAt.toISOString(), isRead: readAt !== null, about: read.data }] : [];
}

/** @param text checked by the endpoint */
function placeOf(text: MomentCursor | undefined): NoticePlace | null {
  if (text === undefined) return null;
  const { at, id } = readMoment(text);
  return { createdAt: at, id };
}
