// The form over a player's matches that says which of them to show. Every change counts at once.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { MODES } from "../../../contract/modes.ts";
import { MATCH_KINDS } from "../../../contract/matches.ts";
import { KIND_WORDS, OUTCOME_WORDS, OUTCOMES, RANKED_WORDS } from "./match-words.ts";
import { ANYTHING, isAnything, MOST_LETTERS, type PlayedFilter } from "./played-filter.ts";
import { type PeopleText, t } from "./words.ts";
import { modeName } from "../../ui/components/modes.ts";

/** @param change called with all of it as it is now */
export function playedFilterForm(filter: PlayedFilter, change: (filter: PlayedFilter) => void): TemplateResult {
  const choice = (name: keyof PlayedFilter, words: PeopleText, options: readonly Option[]): TemplateResult =>
    select({ words, options, chosen: filter[name], choose: (value) => change({ ...filter, [name]: value }) });
  return html`<form class="played-filter" role="search" aria-label=${t("filter.title")} @submit=${stay}>
    <label class="played-opponent">
      <span>${t("filter.opponent")}</span>
      <input
        class="form-control"
        type="search"
        autocomplete="off"
        maxlength=${MOST_LETTERS}
        .value=${filter.opponent}
        @input=${(event: Event) => change({ ...filter, opponent: (event.target as HTMLInputElement).value })}
      />
    </label>
    ${choice(
      "outcome",
      "filter.outcome",
      OUTCOMES.map((one) => [one, t(OUTCOME_WORDS[one])]),
    )}
    ${choice(
      "mode",
      "filter.mode",
      MODES.map((one) => [one, modeName(one)]),
    )}
    ${choice("ranked", "filter.ranked", [
      ["yes", t(RANKED_WORDS.yes)],
      ["no", t(RANKED_WORDS.no)],
    ])}
    ${choice(
      "kind",
      "filter.kind",
      MATCH_KINDS.map((one) => [one, t(KIND_WORDS[one])]),
    )}
    ${(["from", "until"] as const).map(
      (name) =>
        html`<label>
          <span>${t(name === "from" ? "filter.from" : "filter.until")}</span>
          <input
            class="form-control"
            type="date"
            .value=${filter[name]}
            @change=${(event: Event) => change({ ...filter, [name]: (event.target as HTMLInputElement).value })}
          />
        </label>`,
    )}
    ${
      isAnything(filter)
        ? nothing
        : html`<button class="btn btn-quiet" type="reset" @click=${() => change(ANYTHING)}>
            ${t("filter.clear")}
          </button>`
    }
  </form>`;
}

type Option = readonly [value: string, words: string];

interface SelectView {
  readonly words: PeopleText;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

function select({ words, options, chosen, choose }: SelectView): TemplateResult {
  return html`<label>
    <span>${t(words)}</span>
    <select class="form-select" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${[["", t("filter.any")] as const, ...options].map(
        ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </label>`;
}

/** Enter has nothing left to do. */
function stay(event: Event): void {
  event.preventDefault();
}
