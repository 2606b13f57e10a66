// By which rules to play, for what, and who may watch: the fields of a challenge.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Terms } from "../../../schema/challenges.ts";
import { MODES, MODE_RULES } from "../../../contract/modes.ts";
import { modeOf } from "../../../schema/modes.ts";
import { rulesForm } from "../../ui/components/rules-form.ts";
import { NOBODY_WATCHES, watchingForm } from "../../ui/components/watching-form.ts";
import { WATCH_DELAYS } from "../../platform/settings.ts";
import { t } from "./words.ts";
import { modeName } from "../../ui/components/modes.ts";

/** What is filled in. */
export interface TermsDraft {
  readonly terms: Terms;
  /** Rules of one's own, whichever they are. */
  readonly isOwn: boolean;
}

/** As it is sent. Ranked is what can be. */
export function termsOf({ terms, isOwn }: TermsDraft, mayRank: boolean): Terms {
  return { ...terms, ranked: terms.ranked && mayRank && !isOwn };
}

/** Of terms that somebody else may have made: a delay that is none of the form's is the next longer one. */
export function draftOf(terms: Terms): TermsDraft {
  const { isPublic, delaySeconds } = terms.watching;
  const delay = WATCH_DELAYS.find((one) => one >= delaySeconds) ?? WATCH_DELAYS.at(-1)!;
  const watching = isPublic ? { isPublic, delaySeconds: delay } : NOBODY_WATCHES;
  return { terms: { ...terms, watching }, isOwn: modeOf(terms.rules) === null };
}

/** @param mayRank both have accounts @param change called with what is filled in now */
export function termsForm(draft: TermsDraft, mayRank: boolean, change: (draft: TermsDraft) => void): TemplateResult {
  const { terms, isOwn } = draft;
  const set = (part: Partial<Terms>, own = isOwn): void => change({ terms: { ...terms, ...part }, isOwn: own });
  const mode = isOwn ? null : modeOf(terms.rules);
  return html`<fieldset class="terms-modes">
      <legend class="form-label">${t("dialog.mode")}</legend>
      ${MODES.map((one) => {
        const rules = MODE_RULES[one];
        const words = t("dialog.points", { points: rules.pointsToWin });
        return choice(modeName(one), words, one === mode, () => set({ rules }, false));
      })}
      ${choice(t("dialog.own"), t("dialog.ownText"), isOwn, () => set({}, true))}
    </fieldset>
    ${isOwn ? rulesForm(terms.rules, (rules) => set({ rules })) : nothing}
    ${rankedSwitch(draft, mayRank, (ranked) => set({ ranked }))}
    ${watchingForm(terms.watching, (watching) => set({ watching }))}`;
}

function choice(name: string, text: string, isChosen: boolean, choose: () => void): TemplateResult {
  return html`<label class="terms-mode">
    <input type="radio" name="terms-mode" .checked=${isChosen} @change=${choose} />
    <span>${name}</span> <small>${text}</small>
  </label>`;
}

function rankedSwitch(draft: TermsDraft, mayRank: boolean, set: (ranked: boolean) => void): TemplateResult {
  const why = mayRank ? (draft.isOwn ? t("dialog.rankedOwn") : "") : t("dialog.rankedAccounts");
  return html`<div class="form-check form-switch">
    <input
      class="form-check-input"
      id="terms-ranked"
      type="checkbox"
      role="switch"
      aria-describedby="terms-ranked-why"
      .checked=${termsOf(draft, mayRank).ranked}
      ?disabled=${why !== ""}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />
    <label class="form-check-label" for="terms-ranked">${t("dialog.ranked")}</label>
    <span class="terms-why" id="terms-ranked-why">${why}</span>
  </div>`;
}
