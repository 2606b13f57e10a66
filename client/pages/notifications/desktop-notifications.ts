// Desktop notifications, while the page is open but hidden: only for those who have turned them on.

import type { NotificationReply } from "../../../schema/http/notifications.ts";
import { desktopNotificationsNote, recall, remember } from "../../platform/remember.ts";
import { wordsOf } from "./words.ts";

/** Whether this browser can at all. */
export function mayShow(): boolean {
  return "Notification" in globalThis;
}

export function shows(): boolean {
  return mayShow() && recall(desktopNotificationsNote) === "yes" && Notification.permission === "granted";
}

/** Asks the browser for permission, if necessary. False when it is denied. */
export async function setShows(on: boolean): Promise<boolean> {
  const isAllowed = !on || (await Notification.requestPermission()) === "granted";
  remember(desktopNotificationsNote, on && isAllowed ? "yes" : "no");
  return isAllowed;
}

/** The latest of what has come, once. */
export function showLatest([latest]: readonly NotificationReply[], go: (path: string) => void): void {
  if (latest === undefined || !shows()) return;
  const { text, detail, path } = wordsOf(latest);
  const shown = new Notification(text, { body: detail, tag: latest.id });
  shown.addEventListener("click", () => {
    window.focus();
    go(path);
    shown.close();
  });
}
