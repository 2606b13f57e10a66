// Roles, kinds of matches, stakes and outcomes for one of the players: in words.

import type { PlayedMatch } from "../../../schema/http/players.ts";
import type { Role } from "../../../contract/people.ts";
import type { MatchKind } from "../../../contract/matches.ts";
import type { PeopleText } from "./words.ts";

export const KIND_WORDS: Readonly<Record<MatchKind, PeopleText>> = {
  duel: "kind.duel",
  practice: "kind.practice",
  warmUp: "kind.warmUp",
  keyboard: "kind.keyboard",
};

type Outcome = PlayedMatch["outcome"];

export const OUTCOME_WORDS = {
  won: "history.won",
  lost: "history.lost",
  none: "history.nobody",
} as const satisfies Record<Outcome, PeopleText>;
export const OUTCOMES = Object.keys(OUTCOME_WORDS) as readonly Outcome[];

export const RANKED_WORDS = { yes: "filter.forRating", no: "filter.forFun" } as const satisfies Record<
  string,
  PeopleText
>;

export const ROLE_WORDS: Readonly<Record<Role, PeopleText>> = {
  player: "role.player",
  moderator: "role.moderator",
  admin: "role.admin",
};
