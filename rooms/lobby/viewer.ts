// Whom one page of the lobby shows: those who fit its search, as many as fit on it, friends and those of about the same strength
// first. Pure. Thousands may be here: what happens to one of them costs each page one look, and only a page that has lost one of
// those it shows, while there were more than fit, or that searches for somebody else, re-selects from all.

import { MODES } from "../../contract/modes.ts";
import { MOST_SHOWN } from "../../schema/lobby.ts";
import { type Card, type Cards, NO_TIES, type Ties } from "./cards.ts";
import type { Present } from "./roster.ts";

/** Of somebody who has no rating yet. */
const NEW_RATING = 1500;

export class LobbyViewer {
  readonly playerId: string;
  readonly #maySee: Cards["maySee"];
  #ties: Ties = NO_TIES;
  #search = "";
  #shown = new Set<string>();
  #hasMore = false;
  #isStale = true;

  constructor(playerId: string, maySee: Cards["maySee"]) {
    this.playerId = playerId;
    this.#maySee = maySee;
  }

  /** Ids. */
  get shown(): ReadonlySet<string> {
    return this.#shown;
  }

  /** Whether more fit its search than it shows. */
  get hasMore(): boolean {
    return this.#hasMore;
  }

  /** Whether it has to re-select. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** Those it shows who are friends. */
  get friends(): string[] {
    return [...this.#shown].filter((id) => this.#ties.friends.has(id));
  }

  tie(ties: Ties): void {
    this.#ties = ties;
    this.#isStale = true;
  }

  search(text: string): void {
    this.#search = folded(text);
    this.#isStale = true;
  }

  /** Somebody has come, or their card has changed. Returns whether that changes who is shown. */
  hear(one: Present): boolean {
    const { id } = one.card;
    const isWanted = this.#wants(one.card);
    if (isWanted === this.#shown.has(id)) return false;
    if (!isWanted) return this.lose(id);
    if (this.#shown.size >= MOST_SHOWN) {
      this.#hasMore = true;
      return false;
    }
    this.#shown.add(id);
    return true;
  }

  /** Somebody has left. Returns whether that changes who is shown. */
  lose(id: string): boolean {
    if (!this.#shown.delete(id)) return false;
    this.#isStale ||= this.#hasMore;
    return true;
  }

  /** Re-selects. @param all everybody who is here @param own the viewer's, where they are known */
  choose(all: Iterable<Present>, own: Card | null): void {
    const mine = strengthOf(own);
    const fitting: { readonly id: string; readonly rank: number }[] = [];
    for (const { card, status } of all) {
      if (!this.#wants(card)) continue;
      const distance = Math.abs(strengthOf(card) - mine);
      const rank =
        distance + (status === "playing" ? PLAYING_RANK : 0) - (this.#ties.friends.has(card.id) ? FRIEND : 0);
      fitting.push({ id: card.id, rank });
    }
    this.#hasMore = fitting.length > MOST_SHOWN;
    if (this.#hasMore) fitting.sort((a, b) => a.rank - b.rank);
    this.#shown = new Set(fitting.slice(0, MOST_SHOWN).map(({ id }) => id));
    this.#isStale = false;
  }

  #wants(card: Card): boolean {
    if (card.id === this.playerId || !fits(card, this.#search)) return false;
    return this.#maySee(this.playerId, this.#ties, card);
  }
}

/** More than any two ratings differ: those who are free come before those who are playing, and friends before all. */
const PLAYING_RANK = 10_000;
const FRIEND = 100_000;

/** @param search folded; "" fits everybody */
function fits({ name, login }: Card, search: string): boolean {
  if (search === "") return true;
  return folded(name).includes(search) || (login ?? "").includes(search);
}

/** As it is compared: without accents, in small letters. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** In the mode that is played most. */
function strengthOf(card: Card | null): number {
  const [first, second] = MODES.map((mode) => card?.ratings[mode]?.rating);
  return first ?? second ?? NEW_RATING;
}
