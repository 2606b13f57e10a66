// The player's notifications: latest first, new ones marked, each leading to what it is about. Opening the page marks nothing as read by
// itself: what is new stays new until it is opened or marked.

import "./notifications.scss";
import { html, nothing, render, type TemplateResult } from "lit/html.js";
import {
  askNotifications,
  type NotificationReply,
  type NotificationsReply,
} from "../../../schema/http/notifications.ts";
import { Action } from "../../platform/action.ts";
import { call } from "../../platform/api.ts";
import { frame } from "../../ui/components/frame.ts";
import { dateText } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { mayShow, setShows, shows } from "./desktop-notifications.ts";
import { wordsOf } from "./words.ts";
import { t } from "./words.ts";
import { markRead } from "./tell.ts";

export async function openNotifications(context: PageContext): Promise<void> {
  const player = await context.visitor.load();
  if (context.left.aborted) return;
  if (player === null) return context.go("/", "replace");
  const page = new NotificationsPage(context, await ask(null));
  page.show();
  context.announce(t("common:title.page", { page: t("title") }));
  context.visitor.subscribe(() => void page.refresh(), context.left);
}

function ask(before: NotificationsReply["next"]): Promise<NotificationsReply> {
  return call(askNotifications, { query: before === null ? {} : { before } });
}

class NotificationsPage {
  readonly #context: PageContext;
  #reply: NotificationsReply;
  #denied = false;
  readonly #action: Action;

  constructor(context: PageContext, reply: NotificationsReply) {
    this.#context = context;
    this.#action = new Action(() => this.show(), { fail: (error) => context.fail(error) });
    this.#reply = reply;
  }

  /** Something new has come, or was read in another tab. */
  async refresh(): Promise<void> {
    if (this.#context.visitor.unreadNotifications() === this.#reply.unread) return;
    const reply = await ask(null).catch(() => null);
    if (reply === null) return;
    this.#reply = reply;
    this.show();
  }

  show(): void {
    const context = this.#context;
    if (context.left.aborted) return;
    const { notices, unread, next } = this.#reply;
    render(
      frame(
        html`<section class="panel notifications">
          <div class="notifications-head">
            <h1>${t("title")}</h1>
            ${
              unread === 0
                ? nothing
                : html`<button class="btn btn-secondary" type="button" @click=${() => this.#readAll()}>
                    ${t("readAll")}
                  </button>`
            }
          </div>
          ${notices.length === 0 ? html`<p class="quiet">${t("empty")}</p>` : nothing}
          <ul class="notifications-list">
            ${notices.map((notification) => this.#row(notification))}
          </ul>
          ${
            next === null
              ? nothing
              : html`<button class="btn btn-secondary" type="button" @click=${() => void this.#more()}>
                  ${t("more")}
                </button>`
          }
          ${this.#action.trouble === "" ? nothing : html`<p class="trouble" role="alert">${this.#action.trouble}</p>`}
          ${mayShow() ? this.#browserChoice() : nothing}
        </section>`,
      ),
      context.root,
    );
  }

  #row(notification: NotificationReply): TemplateResult {
    const { text, detail, path } = wordsOf(notification);
    return html`<li class=${notification.isRead ? "" : "notification-new"}>
      <a href=${path} @click=${() => this.#read([notification.id])}>
        <span class="notification-text">
          ${notification.isRead ? nothing : html`<span class="notification-tag">${t("unread")}</span>`} ${text}
        </span>
        ${detail === "" ? nothing : html`<span class="notification-detail">${detail}</span>`}
        <time class="notification-when" datetime=${notification.at}>${dateText(notification.at)}</time>
      </a>
    </li>`;
  }

  #browserChoice(): TemplateResult {
    return html`<div class="form-check form-switch notifications-browser">
        <input
          class="form-check-input"
          id="browser-notifications"
          type="checkbox"
          role="switch"
          .checked=${shows()}
          @change=${(event: Event) => void this.#choose((event.target as HTMLInputElement).checked)}
        />
        <label class="form-check-label" for="browser-notifications">${t("browser")}</label>
      </div>
      <p class="quiet" role="status">${t(this.#denied ? "browserDenied" : "browserText")}</p>`;
  }

  async #choose(on: boolean): Promise<void> {
    this.#denied = !(await setShows(on));
    this.show();
  }

  async #more(): Promise<void> {
    await this.#action.run(async () => {
      const { notices, next } = this.#reply;
      const more = await ask(next);
      this.#reply = { ...more, notices: [...notices, ...more.notices] };
    });
  }

  #readAll(): void {
    this.#read(null);
    this.show();
  }

  /** @param ids null: all */
  #read(ids: string[] | null): void {
    const isNow = (one: NotificationReply): boolean => ids === null || ids.includes(one.id);
    const notices = this.#reply.notices.map((one) => (isNow(one) ? { ...one, isRead: true } : one));
    const isNew = ({ isRead }: NotificationReply): boolean => !isRead;
    const newly = this.#reply.notices.filter((one) => isNow(one) && isNew(one)).length;
    const unread = ids === null ? 0 : Math.max(0, this.#reply.unread - newly);
    this.#reply = { ...this.#reply, notices, unread };
    this.#context.visitor.setUnreadNotifications(unread);
    markRead(ids);
  }
}
