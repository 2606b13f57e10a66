// What the start page offers besides Play now, each with what it asks first: a friend's rules, the computer's level, the other
// one's name. One of them is open at a time.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Rules } from "../../../pong/rules.ts";
import type { RatingOfMode } from "../../../schema/http/ratings.ts";
import { t, type TextKey } from "../../platform/i18n/translate.ts";
import { type ChosenLevel, levelChoice } from "./level-choice.ts";
import { type NameField, nameField } from "../../ui/components/name-field.ts";
import { rankedChoice } from "../../ui/components/ranked-choice.ts";
import { rulesForm } from "../../ui/components/rules-form.ts";
import { type WatchingChoice, watchingForm } from "../../ui/components/watching-form.ts";

export type Choice = "ranked" | "friend" | "practice" | "keyboard";

export interface ChoicesView {
  readonly open: Choice | null;
  readonly busy: boolean;
  readonly rules: Rules;
  readonly watching: WatchingChoice;
  readonly companion: NameField;
  /** One's own; null for who has no account. */
  readonly ratings: readonly RatingOfMode[] | null;
  readonly toggle: (choice: Choice) => void;
  readonly setRules: (rules: Rules) => void;
  readonly setWatching: (watching: WatchingChoice) => void;
  /** The companion's name was typed in. */
  readonly changed: () => void;
  readonly playFriend: () => void;
  readonly practise: (level: ChosenLevel) => void;
  readonly playKeyboard: () => void;
}

/** The button that opens a choice. */
export function choiceButton(view: ChoicesView, choice: Choice, label: TextKey, look: string): TemplateResult {
  const isOpen = view.open === choice;
  return html`<button
    class="btn ${look}"
    type="button"
    aria-expanded=${isOpen ? "true" : "false"}
    aria-controls="choice"
    @click=${() => view.toggle(choice)}
  >
    ${t(label)}
  </button>`;
}

/** What the open choice asks. */
export function choicePanel(view: ChoicesView): TemplateResult {
  return html`<div class="home-choice" id="choice" ?hidden=${view.open === null}>${content(view)}</div>`;
}

function content(view: ChoicesView): TemplateResult | typeof nothing {
  const rules = rulesForm(view.rules, view.setRules);
  switch (view.open) {
    case null:
      return nothing;
    case "ranked":
      return rankedChoice(view.ratings);
    case "friend":
      return html`${rules} ${watchingForm(view.watching, view.setWatching)}
      ${act(view, "home.makeTable", view.playFriend)}`;
    case "practice":
      return html`<p class="home-choice-text">${t("home.practiceText")}</p>
        ${rules} ${levelChoice(view.busy, view.practise)}`;
    case "keyboard":
      return html`<p class="home-choice-text">${t("home.keyboardText")}</p>
        ${nameField(view.companion, view.changed)} ${rules} ${act(view, "home.keyboardPlay", view.playKeyboard)}`;
  }
}

function act(view: ChoicesView, label: TextKey, does: () => void): TemplateResult {
  return html`<button class="btn btn-friend" type="button" ?disabled=${view.busy} @click=${does}>
    ${view.busy ? t("home.making") : t(label)}
  </button>`;
}
