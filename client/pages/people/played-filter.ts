// What a history is narrowed to: as the page's address has it, so that a link shows the same, and as the server is asked
// (PlayedQuery of schema/http/players.ts). Pure. The form: played-filter-form.ts.

import type { PlayedQuery, PlayedReply } from "../../../schema/http/players.ts";
import { MODES } from "../../../contract/modes.ts";
import { MATCH_KINDS } from "../../../contract/matches.ts";
import { OUTCOMES, RANKED_WORDS } from "./match-words.ts";

/** By the names that the address and the server know them by; "": anything. */
export interface PlayedFilter {
  readonly opponent: string;
  readonly outcome: string;
  readonly mode: string;
  readonly ranked: string;
  readonly kind: string;
  /** Days by the clock of this device, YYYY-MM-DD; both belong to it. */
  readonly from: string;
  readonly until: string;
}

export const ANYTHING: PlayedFilter = {
  opponent: "",
  outcome: "",
  mode: "",
  ranked: "",
  kind: "",
  from: "",
  until: "",
};
const NAMES = Object.keys(ANYTHING) as (keyof PlayedFilter)[];

/** What can be chosen; the others are typed. */
const CHOICES: Readonly<Record<"outcome" | "mode" | "ranked" | "kind", readonly string[]>> = {
  outcome: OUTCOMES,
  mode: MODES,
  ranked: Object.keys(RANKED_WORDS),
  kind: MATCH_KINDS,
};

/** As long as the server searches for. */
export const MOST_LETTERS = 40;

/** Of an address that anybody may have written: what is not sound counts as not said. @param search from its "?" on */
export function readFilter(search: string): PlayedFilter {
  const said = new URLSearchParams(search);
  return Object.fromEntries(NAMES.map((name) => [name, sound(name, said.get(name) ?? "")])) as unknown as PlayedFilter;
}

function sound(name: keyof PlayedFilter, text: string): string {
  switch (name) {
    case "opponent":
      return text.slice(0, MOST_LETTERS);
    case "from":
    case "until":
      return dayAt(text, 0) === null ? "" : text;
    case "outcome":
    case "mode":
    case "ranked":
    case "kind":
      return CHOICES[name].includes(text) ? text : "";
  }
}

/** For the address: from its "?" on, or "". */
export function writeFilter(filter: PlayedFilter): string {
  return query(NAMES.map((name) => [name, filter[name].trim()]));
}

/** For the server. @param before the cursor of the page before, or null */
export function queryOf(filter: PlayedFilter, before: PlayedReply["next"]): PlayedQuery {
  const said = NAMES.map((name): [string, string] => {
    if (name === "from") return [name, dayAt(filter.from, 0) ?? ""];
    if (name === "until") return [name, dayAt(filter.until, 1) ?? ""];
    return [name, filter[name].trim()];
  }).filter(([, value]) => value !== "");
  return { ...Object.fromEntries(said), ...(before === null ? {} : { before }) };
}

export function isAnything(filter: PlayedFilter): boolean {
  return writeFilter(filter) === "";
}

function query(pairs: readonly (readonly [string, string])[]): string {
  const said = new URLSearchParams(pairs.filter(([, value]) => value !== "").map((pair) => [...pair]));
  return said.size === 0 ? "" : `?${said}`;
}

/** When a day begins by this device's clock, so many days on, as ISO 8601; null of what is no day. */
function dayAt(text: string, daysOn: number): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day = 0] = parts;
  // A year that the server takes too, whatever the time zone makes of it.
  if (year < 1000 || year > 9000) return null;
  const isDay = new Date(year, month - 1, day).getDate() === day && month >= 1 && month <= 12;
  return isDay ? new Date(year, month - 1, day + daysOn).toISOString() : null;
}
