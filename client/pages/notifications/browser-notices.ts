// What is new, shown by the browser itself while the page is hidden: only for who has turned it on, and only while it is open.

import type { NotificationReply } from "../../../schema/http/notifications.ts";
import { noticesNote, recall, remember } from "../../platform/remember.ts";
import { wordsOf } from "./notification-words.ts";

/** Whether this browser can at all. */
export function mayShow(): boolean {
  return "Notification" in globalThis;
}

export function shows(): boolean {
  return mayShow() && recall(noticesNote) === "yes" && Notification.permission === "granted";
}

/** Asks the browser, where it is to be asked. False when it does not let us. */
export async function setShows(on: boolean): Promise<boolean> {
  const isAllowed = !on || (await Notification.requestPermission()) === "granted";
  remember(noticesNote, on && isAllowed ? "yes" : "no");
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
