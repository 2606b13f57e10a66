// The people in the lobby's state: those who are on at least one page, and each page's view of them. A page is given and taken
// them one by one, as its viewer says (viewer.ts).

import { MODES, perMode } from "../../contract/modes.ts";
import type { StateView } from "@colyseus/schema";
import { type LobbyState, PersonState, provisionalField } from "../../schema/lobby-state.ts";
import { writeChanged } from "../synced-state.ts";
import type { Present } from "./roster.ts";

export class ShownPeople {
  readonly #state: LobbyState;
  /** On how many pages. */
  readonly #pages = new Map<string, number>();

  constructor(state: LobbyState) {
    this.#state = state;
  }

  /** Updates what a page has to what it should have. @param has changed in place */
  follow(
    view: StateView,
    has: Set<string>,
    wanted: ReadonlySet<string>,
    find: (id: string) => Present | undefined,
  ): void {
    for (const id of has) if (!wanted.has(id)) this.#hide(view, has, id);
    for (const id of wanted) {
      const one = has.has(id) ? undefined : find(id);
      if (one !== undefined) this.#show(view, has, one);
    }
  }

  /** Their card has changed, wherever they are shown. Returns whether they are. */
  update(one: Present): boolean {
    const state = this.#state.people.get(one.card.id);
    if (state !== undefined) writeChanged(state, fieldsOf(one));
    return state !== undefined;
  }

  #show(view: StateView, has: Set<string>, one: Present): void {
    const { id } = one.card;
    let state = this.#state.people.get(id);
    if (state === undefined) {
      state = new PersonState();
      writeChanged(state, fieldsOf(one));
      this.#state.people.set(id, state);
    }
    this.#pages.set(id, (this.#pages.get(id) ?? 0) + 1);
    view.add(state);
    has.add(id);
  }

  #hide(view: StateView, has: Set<string>, id: string): void {
    const state = this.#state.people.get(id);
    has.delete(id);
    if (state === undefined) return;
    view.remove(state);
    const pages = (this.#pages.get(id) ?? 1) - 1;
    if (pages > 0) {
      this.#pages.set(id, pages);
      return;
    }
    this.#pages.delete(id);
    this.#state.people.delete(id);
  }
}

function fieldsOf({ card, status }: Present): Partial<PersonState> {
  const { name, login, avatarId, ratings, privacy } = card;
  return {
    name,
    login: login ?? "",
    avatarId: avatarId ?? "",
    status,
    ...perMode((mode) => ratings[mode]?.rating ?? 0),
    ...Object.fromEntries(MODES.map((mode) => [provisionalField(mode), ratings[mode]?.provisional ?? true])),
    challenges: privacy.challenges,
  };
}
