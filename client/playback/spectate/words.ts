// The words of the spectators' pages, loaded with them.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  title: "Watching",
  heading: "{{one}} against {{two}}",
  top: "Top match",
  none: "No live matches right now. This page will show the next one by itself.",
  joining: "Finding you a seat …",
  waiting: "The next match hasn't started yet.",
  canvas: "The table, as spectators see it",
  watchers_one: "{{count}} watching",
  watchers_other: "{{count}} watching",
  ranked: "{{mode}}, ranked",
  casual: "{{mode}}, casual",
  own: "Custom rules",
  delay_one: "{{count}} second behind the players",
  delay_other: "{{count}} seconds behind the players",
  won: "{{name}} won",
  nobody: "No winner",
  replay: "Watch the replay",
  another: "Watch another match",
  "closed.full": "You can't watch this match.",
  "closed.gone": "This match is over, or it isn't open to spectators.",
  "closed.lost": "The connection to the match was lost.",
  again: "Try again",
  askTitle: "Watch a match",
  askLead: "Pick a name and take a seat.",
  askGo: "Watch",
} as const;

export const t = translator("spectate", { en });
export type WatchText = Parameters<typeof t>[0];
