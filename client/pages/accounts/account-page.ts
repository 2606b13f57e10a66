// The page of one's own account: its sections, with a list of them beside or above.

import { html, render, type TemplateResult } from "lit/html.js";
import { type AccountReply, askAccount } from "../../../schema/http/account.ts";
import { hasFortyTwo } from "./forty-two.ts";
import { call } from "../../platform/api.ts";
import { frame } from "../../ui/components/frame.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { DevicesSection } from "./devices.ts";
import { FactorSection } from "./factor.ts";
import { arriveAt } from "./form-page.ts";
import { FortyTwoSection } from "./forty-two.ts";
import { IdentitySection } from "./identity.ts";
import { PasswordSection } from "./password.ts";
import { PrivacySection } from "./privacy.ts";
import { ProfileSection } from "./profile.ts";
import type { AccountContext, Section } from "./section.ts";
import { t } from "./words.ts";

export async function openAccount(context: PageContext): Promise<void> {
  const player = await context.visitor.load();
  if (context.left.aborted) return;
  if (player?.kind !== "account") return signInFirst(context);
  const [account, fortyTwo] = await Promise.all([call(askAccount), hasFortyTwo()]);
  if (context.left.aborted) return;
  const page = new AccountPage(context, account, fortyTwo);
  page.show();
  arriveAt(context, "account.title");
  page.goTo(location.hash.slice(1));
}

function signInFirst(page: PageContext): void {
  page.go(`/sign-in?to=${encodeURIComponent(`/account${location.hash}`)}`, "replace");
}

class AccountPage {
  readonly #page: PageContext;
  readonly #sections: readonly Section[];
  #account: AccountReply;

  constructor(page: PageContext, account: AccountReply, fortyTwo: boolean) {
    this.#page = page;
    this.#account = account;
    const context: AccountContext = {
      page,
      account: () => this.#account,
      show: () => this.show(),
      changed: (now) => this.#changed(now),
      signedOut: () => {
        page.visitor.forget();
        signInFirst(page);
      },
    };
    this.#sections = [
      new ProfileSection(context),
      new PrivacySection(context),
      new IdentitySection(context),
      new PasswordSection(context),
      new FactorSection(context),
      ...(fortyTwo || account.fortyTwo !== null ? [new FortyTwoSection(context)] : []),
      new DevicesSection(context),
    ];
  }

  show(): void {
    // Sections begin before the page is whole.
    if (this.#page.left.aborted || this.#sections === undefined) return;
    render(
      frame(
        html`<div class="account">
          <h1>${t("account.title")}</h1>
          <nav class="account-list" aria-label=${t("account.list")}>
            <ul>
              ${this.#sections.map(({ id, title }) => html`<li>${this.#link(id, t(title))}</li>`)}
            </ul>
          </nav>
          <div class="account-sections">${this.#sections.map((section) => sectionView(section))}</div>
        </div>`,
      ),
      this.#page.root,
    );
  }

  /** Scrolls to a section, if it is one of the page. */
  goTo(id: string): void {
    if (!this.#sections.some((section) => section.id === id)) return;
    const heading = this.#page.root.querySelector<HTMLElement>(`#${id} h2`);
    heading?.focus({ preventScroll: true });
    heading?.closest("section")?.scrollIntoView({ block: "start" });
  }

  #link(id: string, words: string): TemplateResult {
    // By hand: for the router another fragment would be another page.
    const go = (event: Event): void => {
      event.preventDefault();
      history.replaceState(history.state, "", `#${id}`);
      this.goTo(id);
    };
    return html`<a href="#${id}" @click=${go}>${words}</a>`;
  }

  #changed(account: AccountReply): void {
    this.#account = account;
    const { visitor } = this.#page;
    const player = visitor.known();
    if (player) {
      const { name, login, avatarId, role, email, pendingEmail } = account;
      visitor.become({ ...player, name, login, avatarId, role, unverified: email === null && pendingEmail !== null });
    }
    this.show();
  }
}

function sectionView(section: Section): TemplateResult {
  return html`<section class="panel account-section" id=${section.id} aria-labelledby="${section.id}-title">
    <h2 id="${section.id}-title" tabindex="-1">${t(section.title)}</h2>
    ${section.view()}
  </section>`;
}
