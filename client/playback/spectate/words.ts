// The words of who watches a match; they come with those pages.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  title: "Watching",
  heading: "{{one}} against {{two}}",
  top: "Top match",
  none: "Nobody is playing where others may watch, right now. This page goes on by itself when somebody does.",
  joining: "Taking a seat in the stand …",
  waiting: "The next match has not begun yet.",
  canvas: "The table, as those who watch see it",
  watchers_one: "{{count}} watching",
  watchers_other: "{{count}} watching",
  ranked: "{{mode}}, ranked",
  casual: "{{mode}}, for fun",
  own: "By rules of their own",
  delay_one: "{{count}} second behind the players",
  delay_other: "{{count}} seconds behind the players",
  won: "{{name}} won",
  nobody: "Nobody won",
  replay: "Watch the replay",
  another: "Another match",
  "closed.full": "This match is not open to you.",
  "closed.gone": "This match is over, or it is not open to those who watch.",
  "closed.lost": "The line to the match is lost.",
  again: "Try again",
  askTitle: "Watch a match",
  askLead: "A name, and you have a seat in the stand.",
  askGo: "Watch",
} as const;

export const t = translator("spectate", { en });
export type WatchText = Parameters<typeof t>[0];
