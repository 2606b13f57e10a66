// Times, shares and speeds as people of the page's language write them.

import { pageLanguage } from "./translate.ts";

const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** The largest unit of which one has passed; less than a minute is now. @param ms how long ago */
export function agoParts(ms: number): { count: number; unit: Intl.RelativeTimeFormatUnit } {
  const seconds = Math.max(0, ms / 1000);
  for (const [unit, length] of UNITS) {
    if (seconds >= length) return { count: Math.floor(seconds / length), unit };
  }
  return { count: 0, unit: "second" };
}

/** "3 hours ago" in the language of the page. @param iso when it was */
export function agoText(iso: string, now = Date.now(), language = pageLanguage()): string {
  const { count, unit } = agoParts(now - Date.parse(iso));
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-count, unit);
}

/** A day in words. */
export function dayText(iso: string): string {
  return new Intl.DateTimeFormat(pageLanguage(), { dateStyle: "long" }).format(new Date(iso));
}

/** A share of 1 as a percentage. */
export function percentText(share: number): string {
  return new Intl.NumberFormat(pageLanguage(), { style: "percent" }).format(share);
}

/** Minutes and seconds, 1:05; never below 0:00. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A ball's speed, a whole number: a court unit counts as a metre. */
export function kmPerHour(unitsPerSecond: number): number {
  return Math.round(unitsPerSecond * 3.6);
}
