// t() for the words of the leaderboard, which come with it; and what a season is called.

import type { LeaderboardReply } from "../../../schema/http/leaderboards.ts";
import { en } from "./en.ts";
import { moreTexts } from "../../platform/i18n/translate.ts";

export const say = moreTexts("leaderboard", en);

type Season = LeaderboardReply["seasons"][number];

/** The latest one is going on. */
export function seasonText(season: Season, isLatest: boolean): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang || "en", {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const lastMoment = new Date(new Date(season.until).getTime() - 1);
  const months = format.formatRange(new Date(season.from), lastMoment);
  return isLatest ? say("thisSeason", { months }) : months;
}
