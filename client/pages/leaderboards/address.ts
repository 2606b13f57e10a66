// Which list and which part of it an address means: /leaderboard?mode=quick&season=2026-Q4&country=FR&around=me. Pure.

import type { LeaderboardQuery } from "../../../schema/http/leaderboards.ts";
import { MODES, type Mode } from "../../../contract/modes.ts";
import { ALL_TIME, LIST_NAME } from "../../../schema/modes.ts";
import { isCountry } from "../../platform/i18n/countries.ts";

export interface BoardChoice {
  readonly mode: Mode;
  readonly season: string;
  /** ISO 3166; null: all countries. */
  readonly country: string | null;
  readonly part: BoardPart | null;
}

/** Null in a choice: from the top. The value of `after` and `before` is the server's. */
export type BoardPart = { readonly kind: "around" } | { readonly kind: "after" | "before"; readonly place: string };

/** What is not said, or is no mode, season or country, is as it is on the first visit. @param search of an address */
export function readChoice(search: string): BoardChoice {
  const given = new URLSearchParams(search);
  const season = given.get("season") ?? "";
  const country = given.get("country") ?? "";
  return {
    mode: MODES.find((mode) => mode === given.get("mode")) ?? "classic",
    season: LIST_NAME.test(season) ? season : ALL_TIME,
    country: isCountry(country) ? country : null,
    part: partOf(given),
  };
}

/** "" for what is shown without being asked for. */
export function searchOf({ mode, season, country, part }: BoardChoice): string {
  const said = new URLSearchParams();
  if (mode !== "classic") said.set("mode", mode);
  for (const [name, value] of listed({ season, country, part })) said.set(name, value);
  return said.size === 0 ? "" : `?${said}`;
}

/** What the server is asked for it. */
export function inputOf({ mode, ...choice }: BoardChoice): { params: { mode: Mode }; query: LeaderboardQuery } {
  return { params: { mode }, query: Object.fromEntries(listed(choice)) };
}

function listed({ season, country, part }: Omit<BoardChoice, "mode">): [string, string][] {
  return [
    ...(season === ALL_TIME ? [] : [["season", season] as [string, string]]),
    ...(country === null ? [] : [["country", country] as [string, string]]),
    ...(part === null ? [] : [[part.kind, part.kind === "around" ? "me" : part.place] as [string, string]]),
  ];
}

function partOf(given: URLSearchParams): BoardPart | null {
  if (given.get("around") === "me") return { kind: "around" };
  for (const kind of ["after", "before"] as const) {
    const place = given.get(kind);
    if (place !== null) return { kind, place };
  }
  return null;
}
