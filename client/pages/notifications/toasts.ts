// What is new, over the page for a while, wherever one is on it; not over a match. Each leads to what it is about, and is read with
// that; one that is closed, or goes by itself, stays unread on the page of notifications.

import "./toasts.scss";
import { html, nothing, render } from "lit/html.js";
import type { NotificationReply } from "../../../schema/http/notifications.ts";
import { wordsOf } from "./words.ts";
import { t } from "./words.ts";

/** So long it is there, unless the pointer or the focus is on it. */
const SHOWN_MS = 10_000;
/** More at once would cover the page. */
const MOST = 3;

/** @param read called with the id of one that is opened */
export function showToasts(notifications: readonly NotificationReply[], read: (id: string) => void): void {
  const list = toastList();
  for (const notification of notifications) list.append(toast(notification, read));
  while (list.children.length > MOST) list.firstElementChild!.remove();
}

/** @param ids of notifications, of which some may have no toast */
export function removeToasts(ids: readonly string[]): void {
  for (const shown of document.querySelectorAll<HTMLElement>(".toast-notification"))
    if (ids.includes(shown.dataset["notification"] ?? "")) shown.remove();
}

/** There from the first one on, so that it is read aloud when something comes into it. */
function toastList(): HTMLElement {
  const there = document.querySelector<HTMLElement>(".toasts");
  if (there !== null) return there;
  const list = document.createElement("div");
  list.className = "toasts";
  list.setAttribute("role", "status");
  list.setAttribute("aria-label", t("new"));
  document.body.append(list);
  return list;
}

function toast(notification: NotificationReply, read: (id: string) => void): HTMLElement {
  const { text, detail, path } = wordsOf(notification);
  const element = document.createElement("div");
  element.className = "toast-notification";
  element.dataset["notification"] = notification.id;
  const open = (): void => {
    element.remove();
    read(notification.id);
  };
  render(
    html`<a href=${path} @click=${open}>
        <span class="toast-text">${text}</span>
        ${detail === "" ? nothing : html`<span class="toast-detail">${detail}</span>`}
      </a>
      <button class="toast-close" type="button" aria-label=${t("close")} @click=${() => element.remove()}>
        <span aria-hidden="true">×</span>
      </button>`,
    element,
  );
  goInTime(element);
  return element;
}

/** Restarts whenever pointer and focus have left it. */
function goInTime(element: HTMLElement): void {
  let timer = setTimeout(() => element.remove(), SHOWN_MS);
  const stay = (): void => clearTimeout(timer);
  const count = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => element.remove(), SHOWN_MS);
  };
  for (const event of ["pointerenter", "focusin"]) element.addEventListener(event, stay);
  for (const event of ["pointerleave", "focusout"]) element.addEventListener(event, count);
}
