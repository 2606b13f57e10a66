// What stands on top of every page but the match: the way home, who is signed in with a menu, and below it a word about what the
// last page did, or about an address that waits to be verified. An element of its own: it follows the visitor by itself, so that no page
// has to hand it on.

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import type { Player } from "../../../schema/http/guests.ts";
import { mailVerification } from "../../../schema/http/account.ts";
import { signOut } from "../../../schema/http/sign-in.ts";
import { Action, attempt } from "../../platform/action.ts";
import { call } from "../../platform/api.ts";
import { t } from "../../platform/i18n/translate.ts";
import { type PageContext, sayNext, takeSaid } from "../../platform/page-context.ts";
import type { Visitor } from "../../platform/visitor.ts";
import { avatar } from "../pictures/avatar.ts";
import { wordmark } from "./wordmark.ts";

const PICTURE_SIZE = 36;

export interface TopOptions {
  readonly visitor: Visitor;
  readonly go: PageContext["go"];
}

/** Defines the element; call once, before a page is shown. */
export function definePageTop(options: TopOptions): void {
  customElements.define(
    "page-top",
    class extends HTMLElement {
      #gone = new AbortController();

      connectedCallback(): void {
        this.#gone = new AbortController();
        const top = new PageTop(this, options);
        options.visitor.subscribe(() => top.follow(), this.#gone.signal);
        top.follow();
        top.speak();
      }

      disconnectedCallback(): void {
        this.#gone.abort();
      }
    },
  );
}

class PageTop {
  readonly #root: HTMLElement;
  readonly #options: TopOptions;
  /** On the start page the name of the game is elsewhere. */
  readonly #hasBrand: boolean;
  #said = "";
  readonly #mailing = new Action(() => this.follow(), { unreachable: () => t("unreachable.title") });
  #isMailed = false;

  constructor(root: HTMLElement, options: TopOptions) {
    this.#root = root;
    this.#options = options;
    this.#hasBrand = !root.hasAttribute("without-brand");
  }

  /** The visitor is known, or has changed, or has to be asked for again. */
  follow(): void {
    const { visitor } = this.#options;
    if (visitor.known() === undefined) {
      // Without an answer there is no account to show; pages that need the server say that it is away.
      visitor.load().catch(() => this.#show(null));
    }
    this.#show(visitor.known());
  }

  /** Once the region for it is on the page: only what changes there is read aloud. */
  speak(): void {
    const words = takeSaid();
    if (words === "") return;
    requestAnimationFrame(() => {
      this.#said = words;
      this.follow();
    });
  }

  #show(player: Player | null | undefined): void {
    render(
      html`<header class="top">
          ${
            this.#hasBrand
              ? html`<a class="brand" href="/" aria-label=${t("brand.home")}>${wordmark()}</a>`
              : html`<span></span>`
          }
          <a class="top-link" href="/lobby">${t("menu.lobby")}</a>
          ${leaderboardLink()}
          ${player === undefined ? nothing : player?.kind === "account" ? this.#menu(player) : strangers()}
        </header>
        <div class="top-said" role="status">${this.#said === "" ? nothing : html`<p>${this.#said}</p>`}</div>
        ${this.#said === "" && player?.unverified === true ? this.#unverified() : nothing}`,
      this.#root,
    );
  }

  #menu(player: Player): TemplateResult {
    const requests = this.#options.visitor.friendRequests();
    const unread = this.#options.visitor.unreadNotifications();
    const profile = `/player/${encodeURIComponent(player.login ?? "")}`;
    return html`<a class="top-icon" href="/notifications" aria-label=${t("menu.notifications", { count: unread })}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15ZM10 21h4" />
        </svg>
        ${unread === 0 ? nothing : html`<span class="badge" aria-hidden="true">${unread > 99 ? "99+" : unread}</span>`}
      </a>
      <button class="top-account" type="button" popovertarget="account-menu">
        ${avatar(player, PICTURE_SIZE)}
        <span class="top-name">${player.name}</span>
        ${requests === 0 ? nothing : badge(requests)}
      </button>
      <nav class="account-menu" id="account-menu" popover aria-label=${t("menu.title")} @click=${closeMenu}>
        <a href=${profile}>${t("menu.profile")}</a>
        <a href="/friends">${t("menu.friends")} ${requests === 0 ? nothing : badge(requests)}</a>
        <a href="/account">${t("menu.account")}</a>
        <button type="button" @click=${() => void this.#signOut()}>${t("menu.signOut")}</button>
      </nav>`;
  }

  #unverified(): TemplateResult {
    return html`<aside class="top-banner" aria-label=${t("verify.please")}>
      <p>
        ${this.#isMailed ? t("verify.sent") : t("verify.please")}
        ${this.#mailing.trouble === "" ? nothing : html`<span class="field-fault" role="alert">${this.#mailing.trouble}</span>`}
      </p>
      ${
        this.#isMailed
          ? nothing
          : html`<button
              class="btn btn-secondary btn-small"
              type="button"
              ?disabled=${this.#mailing.isBusy}
              @click=${() => void this.#mailAgain()}
            >
              ${t("verify.again")}
            </button>`
      }
    </aside>`;
  }

  async #mailAgain(): Promise<void> {
    this.#isMailed = await this.#mailing.run(() => call(mailVerification));
    this.follow();
  }

  async #signOut(): Promise<void> {
    const { visitor, go } = this.#options;
    const { isDone, trouble } = await attempt(() => call(signOut), { unreachable: () => t("menu.notSignedOut") });
    if (!isDone) {
      this.#said = trouble;
      return this.follow();
    }
    visitor.become(null);
    sayNext(t("menu.signedOut"));
    go("/");
  }
}

function leaderboardLink(): TemplateResult {
  return html`<a
    class="top-icon"
    href="/leaderboard"
    aria-label=${t("menu.leaderboard")}
    title=${t("menu.leaderboard")}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M7 4h10v5a5 5 0 0 1-10 0ZM7 5.5H3.5V7A3.5 3.5 0 0 0 7 10.5M17 5.5h3.5V7a3.5 3.5 0 0 1-3.5 3.5M12 14v3.5M8 20.5h8M9.5 20.5l.5-3h4l.5 3"
      />
    </svg>
  </a>`;
}

function strangers(): TemplateResult {
  const here = location.pathname;
  // An invited player comes back to their table.
  const to = here.startsWith("/play/") ? `?to=${encodeURIComponent(here)}` : "";
  return html`<nav class="top-links" aria-label=${t("menu.title")}>
    ${here.startsWith("/sign-in") ? nothing : html`<a class="top-link" href="/sign-in${to}">${t("menu.signIn")}</a>`}
    ${
      here === "/sign-up"
        ? nothing
        : html`<a class="btn btn-secondary btn-small" href="/sign-up${to}">${t("menu.signUp")}</a>`
    }
  </nav>`;
}

function badge(requests: number): TemplateResult {
  return html`<span class="badge">
    <span aria-hidden="true">${requests}</span>
    <span class="visually-hidden">${t("menu.requests", { count: requests })}</span>
  </span>`;
}

function closeMenu(event: Event): void {
  (event.currentTarget as HTMLElement).hidePopover();
}
