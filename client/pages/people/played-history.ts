// A player's matches on their page: page after page, narrowed by a filter that stands in the page's address. How they look:
// played-list.ts.

import type { TemplateResult } from "lit/html.js";
import { askPlayed, type PlayerReply } from "../../../schema/http/players.ts";
import { attempt } from "../../platform/action.ts";
import { call } from "../../platform/api.ts";
import { codeText } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { ANYTHING, type PlayedFilter, queryOf, readFilter, writeFilter } from "./played-filter.ts";
import { type History, playedList } from "./played-list.ts";

/** Typing triggers a query after a short rest. */
const REST_MS = 250;

export class PlayedHistory {
  readonly #context: PageContext;
  readonly #login: string;
  /** This visitor may not see it: whoever may not see the record would be refused the matches too. */
  readonly #isHidden: boolean;
  readonly #changed: () => void;
  #history: History;
  /** Numbers the requests: of several in flight, only the last one counts. */
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(context: PageContext, { login, record }: PlayerReply, changed: () => void) {
    this.#context = context;
    this.#login = login;
    this.#changed = changed;
    this.#isHidden = record === null;
    this.#history = {
      matches: [],
      next: null,
      trouble: this.#isHidden ? codeText("history.hidden") : "",
      busy: !this.#isHidden,
      filter: this.#isHidden ? ANYTHING : readFilter(location.search),
    };
    context.left.addEventListener("abort", () => clearTimeout(this.#rest));
  }

  view(): TemplateResult {
    return playedList(this.#history, {
      more: () => void this.#ask(this.#history),
      narrow: (filter) => this.#narrow(filter),
    });
  }

  /** From the latest on. */
  async load(): Promise<void> {
    if (!this.#isHidden) await this.#ask({ ...this.#history, matches: [], next: null });
  }

  #narrow(filter: PlayedFilter): void {
    const isTyped = filter.opponent !== this.#history.filter.opponent;
    this.#history = { ...this.#history, filter };
    history.replaceState(history.state, "", location.pathname + writeFilter(filter));
    this.#changed();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.load(), isTyped ? REST_MS : 0);
  }

  /** @param before what there is already: the next ones are added to it */
  async #ask(before: History): Promise<void> {
    const asked = ++this.#asked;
    this.#set({ ...this.#history, busy: true });
    const load = async (): Promise<void> => {
      const { matches, next } = await call(askPlayed, {
        params: { login: this.#login },
        query: queryOf(before.filter, before.next),
      });
      if (asked !== this.#asked) return;
      this.#set({ ...before, matches: [...before.matches, ...matches], next, trouble: "", busy: false });
    };
    const { trouble } = await attempt(load, { fail: (error) => this.#context.fail(error) });
    if (trouble !== "" && asked === this.#asked) this.#set({ ...before, trouble, busy: false });
  }

  #set(history: History): void {
    // What has been typed meanwhile stays.
    this.#history = { ...history, filter: this.#history.filter };
    this.#changed();
  }
}
