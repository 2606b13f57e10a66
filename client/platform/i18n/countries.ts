// The countries of ISO 3166, by their names in the language of the page.

import { pageLanguage } from "./translate.ts";

const CODES =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF " +
  "CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH " +
  "GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW " +
  "KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG " +
  "NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN " +
  "SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT " +
  "ZA ZM ZW";

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** @param code as an address has it */
export function isCountry(code: string): boolean {
  return CODES.split(" ").includes(code);
}

let known: readonly Country[] | null = null;

/** Sorted by name. */
export function countries(language = pageLanguage()): readonly Country[] {
  known ??= listed(language);
  return known;
}

function listed(language: string): readonly Country[] {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const { compare } = new Intl.Collator(language);
  return CODES.split(" ")
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => compare(one.name, other.name));
}

/** A country's name; its code where the browser does not know it. @param code ISO 3166, two capital letters */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(pageLanguage(), { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A country's flag, made of two letters of another alphabet. */
export function flag(code: string): string {
  const FIRST = 0x1f1e6;
  return [...code].map((letter) => String.fromCodePoint(FIRST + letter.charCodeAt(0) - 65)).join("");
}
