// A player's statistics as charts. Pure, except for the words.

import { PLACES, RALLY_EDGES, REACTION_STEP_MS } from "../../../schema/stat-buckets.ts";
import type { StatsReply, RatingPointsReply, WonLost } from "../../../schema/http/stats.ts";
import { STANDARD_COURT } from "../../../pong/games.ts";
import { type Plot, type Series, numberText } from "../../ui/charts/plot.ts";
import { t } from "./words.ts";
import { matchAddress } from "../../playback/replay/moment.ts";

const PLAIN = { kind: "chart", note: "", links: [], remarks: [], fromZero: true } as const;

/** Of 1; null of none. */
export function rateOf({ won, lost }: WonLost): number | null {
  return won + lost === 0 ? null : won / (won + lost);
}

/** @param day of a moment, in words */
export function ratingPlot({ points }: RatingPointsReply, day: (iso: string) => string): Plot {
  const rating = points.map((point) => point.rating);
  const deviation = points.map((point) => point.deviation);
  return {
    ...PLAIN,
    title: t("rating.title"),
    note: t("rating.note"),
    along: t("rating.date"),
    labels: points.map(({ at }) => day(at)),
    links: points.map(({ matchId }) => matchAddress(matchId)),
    series: [
      { name: t("rating.rating"), values: rating, measure: "count", shape: "line", tone: "own" },
      { name: t("rating.deviation"), values: deviation, measure: "count", shape: "band", tone: "line" },
    ],
    fromZero: false,
  };
}

/**
 * @param offsetMinutes how far this device's clock is ahead of UTC, which hours are counted by: they are told by its clock, in
 * the order of its day
 */
export function hoursPlot(hours: readonly WonLost[], offsetMinutes: number): Plot {
  const DAY = 1440;
  const shown = hours
    .map((pair, hour) => ({ pair, minute: (((hour * 60 + offsetMinutes) % DAY) + DAY) % DAY }))
    .toSorted((a, b) => a.minute - b.minute);
  return {
    ...PLAIN,
    title: t("hours.title"),
    note: t("hours.note"),
    along: t("hours.along"),
    labels: shown.map(({ minute }) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`),
    series: wonLostSeries(shown.map(({ pair }) => pair)),
  };
}

function twoDigits(count: number): string {
  return String(count).padStart(2, "0");
}

export function ralliesPlot(rallies: readonly WonLost[]): Plot {
  return {
    ...PLAIN,
    title: t("rallies.title"),
    note: t("rallies.note"),
    along: t("rallies.along"),
    labels: RALLY_EDGES.map((from, at) => rallyLabel(from, RALLY_EDGES[at + 1])),
    series: wonLostSeries(rallies),
  };
}

/** @param next the least of the next bucket */
function rallyLabel(from: number, next: number | undefined): string {
  if (next === undefined) return t("rallies.from", { from });
  return next === from + 1 ? String(from) : t("rallies.between", { from, to: next - 1 });
}

function wonLostSeries(pairs: readonly WonLost[]): Series[] {
  const won = pairs.map((pair) => pair.won);
  const lost = pairs.map((pair) => pair.lost);
  return [
    { name: t("won"), values: won, measure: "count", shape: "bars", tone: "own" },
    { name: t("lost"), values: lost, measure: "count", shape: "bars", tone: "other" },
    { name: t("rate"), values: pairs.map(rateOf), measure: "share", shape: "line", tone: "bright" },
  ];
}

/** @param places from left to right: PLACES of schema/stat-buckets.ts */
export function placesPlot(places: readonly WonLost[], title = t("places.title"), note = t("places.note")): Plot {
  const returned = places.map(({ won }) => won);
  const missed = places.map(({ lost }) => lost);
  return {
    ...PLAIN,
    kind: "court",
    title,
    note,
    along: t("places.along"),
    labels: places.map((_, at) => placeLabel(at)),
    series: [
      { name: t("places.returned"), values: returned, measure: "count", shape: "bars", tone: "own" },
      { name: t("places.missed"), values: missed, measure: "count", shape: "bars", tone: "other" },
    ],
  };
}

/** How far from the middle, in court units. */
function placeLabel(at: number): string {
  const width = (2 * STANDARD_COURT.halfWidth) / PLACES;
  const edges = [at, at + 1].map((edge) => Math.abs(edge * width - STANDARD_COURT.halfWidth)).toSorted((a, b) => a - b);
  const [from, to] = edges.map((edge) => numberText(edge));
  return t(at < PLACES / 2 ? "places.left" : "places.right", { from: from!, to: to! });
}

export function reactionsPlot(reactions: StatsReply["reactions"]): Plot {
  const half = medianEnd(reactions);
  return {
    ...PLAIN,
    title: t("reactions.title"),
    note: [t("reactions.note"), half === null ? "" : t("reactions.half", { ms: half * REACTION_STEP_MS })].join(" "),
    along: t("reactions.along"),
    labels: reactions.map((_, at) => {
      const from = at * REACTION_STEP_MS;
      if (at === reactions.length - 1) return t("reactions.from", { from });
      return t("reactions.between", { from, to: from + REACTION_STEP_MS - 1 });
    }),
    series: [{ name: t("reactions.times"), values: reactions, measure: "count", shape: "bars", tone: "own" }],
  };
}

/** How many buckets hold the lower half; null when there is nothing, or it reaches into the last one, which has no end. */
export function medianEnd(counts: readonly number[]): number | null {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let sum = 0;
  const last = counts.findIndex((count) => (sum += count) >= half);
  return half === 0 || last === counts.length - 1 ? null : last + 1;
}
