// The words of the leaderboard; they come with it.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  title: "Leaderboard",
  mode: "Mode",
  season: "Time",
  allTime: "All time",
  thisSeason: "This season: {{months}}",
  country: "Country",
  world: "The whole world",
  listed_one: "{{count}} player",
  listed_other: "{{count}} players",
  yours: "You are number {{rank}} of {{total}}.",
  notYours: "You are not in this list yet.",
  showMe: "Show my place",
  caption: "{{mode}}, {{season}}, {{country}}",
  rank: "Rank",
  player: "Player",
  rating: "Rating",
  played: "Matches",
  won: "Won",
  you: "you",
  previous: "Previous",
  next: "Next",
  pages: "Pages of the list",
  empty: "Nobody is in this list yet",
  emptyText: "Ranked matches lead here. The first ones to play enough of them are at the top.",
  play: "Play ranked",
  ruleAllTime:
    "Players are listed here once their rating is sure. That takes ten to twenty ranked matches, more against much stronger or weaker players. Whoever plays none for months drops out.",
  ruleSeason:
    "Players are listed here once they have played ten ranked matches in the season and their rating is sure.",
} as const;

export const t = translator("leaderboard", { en });
