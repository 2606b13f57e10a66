// t() for the words of players' pages, which come with them; and what is said in the language's own forms: times, countries.

import type { Role } from "../../../schema/profile.ts";
import { en } from "./en.ts";
import { moreTexts } from "../../platform/i18n/translate.ts";

export const say = moreTexts("people", en);

/** Every key that say() takes. */
export type PeopleText = Parameters<typeof say>[0];

export const ROLE_WORDS: Readonly<Record<Role, PeopleText>> = {
  player: "role.player",
  moderator: "role.moderator",
  admin: "role.admin",
};

function language(): string {
  return document.documentElement.lang || "en";
}

/** A day in words. */
export function dayText(iso: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "long" }).format(new Date(iso));
}

/** A share of 1 as a percentage. */
export function percentText(share: number): string {
  return new Intl.NumberFormat(language(), { style: "percent" }).format(share);
}

/** A country's name; its code where the browser does not know it. @param code ISO 3166, two capital letters */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(language(), { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A country's flag, made of two letters of another alphabet. */
export function flag(code: string): string {
  const FIRST = 0x1f1e6;
  return [...code].map((letter) => String.fromCodePoint(FIRST + letter.charCodeAt(0) - 65)).join("");
}
