// Tells of what has just come: over the page, or by the browser itself while the page is hidden.

import type { NoticeReply } from "../../schema/http/notifications.ts";
import type { Visitor } from "../visitor.ts";
import { showLatest } from "./browser-notices.ts";
import { markRead } from "./mark-read.ts";
import { showToasts } from "./toasts.ts";

export interface TellOptions {
  readonly visitor: Visitor;
  readonly go: (path: string) => void;
}

/** @param notices the latest first */
export function tell(notices: readonly NoticeReply[], { visitor, go }: TellOptions): void {
  if (document.hidden) showLatest(notices, go);
  // The lobby shows challenges itself, with what can be done about them.
  const isShown = ({ about }: NoticeReply): boolean => about.kind === "challenge" && location.pathname === "/lobby";
  const news = notices.filter((notice) => !isShown(notice));
  showToasts(news.toReversed(), (id) => {
    visitor.setUnreadNotices(Math.max(0, visitor.unreadNotices() - 1));
    markRead([id]);
  });
}
