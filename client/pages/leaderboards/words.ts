// The words of the leaderboard; they come with it.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  title: "Leaderboard",
  mode: "Mode",
  season: "Period",
  allTime: "All time",
  thisSeason: "This season: {{months}}",
  country: "Country",
  world: "The whole world",
  listed_one: "{{count}} player",
  listed_other: "{{count}} players",
  yours: "You're number {{rank}} of {{total}}.",
  notYours: "You're not on this leaderboard yet.",
  showMe: "Show my rank",
  caption: "{{mode}}, {{season}}, {{country}}",
  rank: "Rank",
  player: "Player",
  rating: "Rating",
  played: "Matches",
  won: "Won",
  you: "you",
  previous: "Previous",
  next: "Next",
  pages: "Pages of the leaderboard",
  empty: "Nobody is on this leaderboard yet",
  emptyText: "Play ranked matches to appear here.",
  play: "Play ranked",
  ruleAllTime:
    "Players appear here once their rating is no longer provisional. That takes ten to twenty ranked matches, or more against much stronger or weaker players. Go months without one and you drop out.",
  ruleSeason:
    "Players appear here once they have played ten ranked matches in the season and their rating is no longer provisional.",
} as const;

export const t = translator("leaderboards", { en });
