// Numbers of the computer's thoughts as they are written, and left and right as the computer itself has them.

import { STANDARD_COURT } from "../../../pong/games.ts";
import { direction, type Keys } from "../../../pong/keys.ts";
import { TICKS_PER_SECOND } from "../../../pong/rules.ts";
import { pageLanguage } from "../../platform/i18n/translate.ts";
import { t } from "./words.ts";

/** With two decimals. */
export function numberText(number: number): string {
  return fixed(number, 2);
}

/** With one decimal, without the unit. */
export function secondsText(ticks: number): string {
  return fixed(ticks / TICKS_PER_SECOND, 1);
}

const SIDE_WORDS = {
  place: ["aims.left", "aims.right"],
  error: ["unitsLeft", "unitsRight"],
} as const;

/** @param y along the court; seen from the seat, it is on the left or on the right */
export function sideText(of: keyof typeof SIDE_WORDS, seat: number, y: number, amount: string): string {
  const [left, right] = SIDE_WORDS[of];
  return t(rightward(seat, y) > 0 ? right : left, { amount });
}

export function keysText(seat: number, keys: Keys): string {
  const way = rightward(seat, direction(keys));
  return way === 0 ? t("keys.letGo") : way > 0 ? t("keys.toRight") : t("keys.toLeft");
}

/** How far along y is to the right for who looks over the table from this seat. */
function rightward(seat: number, y: number): number {
  return y === 0 ? 0 : -STANDARD_COURT.rails[seat]!.facing * y;
}

function fixed(number: number, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(pageLanguage(), options).format(number);
}
