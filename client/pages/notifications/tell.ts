// Announces new notifications: over the page, or by the browser itself while the page is hidden. Read ones are taken back.

import { type NotificationReply, readNotifications } from "../../../schema/http/notifications.ts";
import type { Visitor } from "../../platform/visitor.ts";
import { showLatest } from "./desktop-notifications.ts";
import type { NotificationChanges } from "../../platform/fresh-notifications.ts";
import { removeToasts, showToasts } from "./toasts.ts";
import { call } from "../../platform/api.ts";

export interface TellOptions {
  readonly visitor: Visitor;
  readonly go: (path: string) => void;
}

export function tell({ fresh, over }: NotificationChanges, { visitor, go }: TellOptions): void {
  removeToasts(over);
  if (document.hidden) showLatest(fresh, go);
  // The lobby shows challenges itself, with what can be done about them.
  const isShown = ({ about }: NotificationReply): boolean =>
    about.kind === "challenge" && location.pathname === "/lobby";
  const untold = fresh.filter((notification) => !isShown(notification));
  showToasts(untold.toReversed(), (id) => {
    visitor.setUnreadNotifications(Math.max(0, visitor.unreadNotifications() - 1));
    markRead([id]);
  });
}

/** Goes on when the page is left meanwhile; what does not arrive stays unread. @param ids null: all */
export function markRead(ids: readonly string[] | null): void {
  call(readNotifications, { body: ids === null ? {} : { ids: [...ids] } }).catch(() => undefined);
}
