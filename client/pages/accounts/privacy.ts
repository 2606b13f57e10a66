// Who may see and do what. Every choice counts at once.

import { html, type TemplateResult } from "lit/html.js";
import { AUDIENCES, type Audience } from "../../../contract/people.ts";
import { PRIVACY_CHOICES, type PrivacyChoice } from "../../../schema/profile.ts";
import { changeProfile } from "../../../schema/http/account.ts";
import { call } from "../../platform/api.ts";
import { type AccountContext, type Section, ActionStatus } from "./section.ts";
import { type AccountText, t } from "./words.ts";

const CHOICE_WORDS: Readonly<Record<PrivacyChoice, AccountText>> = {
  status: "privacy.status",
  history: "privacy.history",
  messages: "privacy.messages",
  challenges: "privacy.challenges",
};
const AUDIENCE_WORDS: Readonly<Record<Audience, AccountText>> = {
  everyone: "privacy.everyone",
  friends: "privacy.friends",
  nobody: "privacy.nobody",
};

export class PrivacySection implements Section {
  readonly id = "privacy";
  readonly title = "privacy.title";
  readonly #context: AccountContext;
  readonly #status: ActionStatus;

  constructor(context: AccountContext) {
    this.#context = context;
    this.#status = new ActionStatus(context);
  }

  view(): TemplateResult {
    return html`<div class="settings privacy">
        ${PRIVACY_CHOICES.map(
          (choice) =>
            html`<fieldset>
              <legend>${t(CHOICE_WORDS[choice])}</legend>
              <div class="settings-choices">${AUDIENCES.map((audience) => this.#radio(choice, audience))}</div>
            </fieldset>`,
        )}
      </div>
      ${this.#status.view()}`;
  }

  #radio(choice: PrivacyChoice, audience: Audience): TemplateResult {
    return html`<label class="settings-choice">
      <input
        type="radio"
        name="privacy-${choice}"
        .checked=${this.#context.account().privacy[choice] === audience}
        @change=${() => void this.#choose(choice, audience)}
      />
      <span>${t(AUDIENCE_WORDS[audience])}</span>
    </label>`;
  }

  #choose(choice: PrivacyChoice, audience: Audience): Promise<boolean> {
    return this.#status.attempt(async () => {
      this.#context.changed(await call(changeProfile, { body: { privacy: { [choice]: audience } } }));
      this.#status.done(t("saved"));
    });
  }
}
