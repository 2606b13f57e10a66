// The facts of one match as charts. Pure, except for the words.

import { PLACES, placeBucket } from "../../../schema/stat-buckets.ts";
import type { FactsReply, WonLost } from "../../../schema/http/stats.ts";
import type { Plot, Tone } from "../../ui/charts/plot.ts";
import { kmPerHour } from "../../platform/i18n/formats.ts";
import { placesPlot } from "./plots.ts";
import { t } from "./words.ts";
import { matchAddress } from "../../playback/replay/moment.ts";

/** By seat, as in the replay from the side; nobody's. */
const SEAT_TONES: readonly Tone[] = ["own", "other"];

export interface MatchOfPlots {
  readonly id: string;
  /** By seat. */
  readonly names: readonly string[];
  readonly facts: FactsReply;
}

/** All of a match, in the order in which they stand on its page. */
export function matchPlots(match: MatchOfPlots): Plot[] {
  const { rallies } = match.facts;
  if (rallies.length === 0) return [];
  return [momentumPlot(match), speedPlot(match), ...match.names.map((name, seat) => placementsPlot(match, name, seat))];
}

/** What all charts along the rallies have. */
function alongRallies({ id, names, facts: { rallies } }: MatchOfPlots) {
  const scores = scoresAfter(rallies);
  return {
    kind: "chart",
    along: t("match.rally"),
    labels: rallies.map((_, at) => String(at + 1)),
    links: rallies.map(({ startTick }) => matchAddress(id, Math.floor(startTick))),
    remarks: [
      { name: t("match.point"), texts: rallies.map(({ winner }) => names[winner] ?? t("match.nobody")) },
      { name: t("match.score"), texts: scores.map((score) => score.join(" : ")) },
      { name: t("match.hits"), texts: rallies.map(({ hits }) => String(hits.length)) },
    ],
    fromZero: true,
  } as const;
}

function momentumPlot(match: MatchOfPlots): Plot {
  const [name = ""] = match.names;
  const leads = scoresAfter(match.facts.rallies).map(([one, two]) => one - two);
  return {
    ...alongRallies(match),
    title: t("match.momentum"),
    note: t("match.momentumNote", { name }),
    series: [{ name: t("match.lead", { name }), values: leads, measure: "count", shape: "lead", tone: "line" }],
  };
}

function speedPlot(match: MatchOfPlots): Plot {
  const { rallies } = match.facts;
  return {
    ...alongRallies(match),
    title: t("match.speed"),
    note: t("match.speedNote"),
    series: [
      {
        name: t("match.topSpeed"),
        values: rallies.map(({ topSpeed }) => kmPerHour(topSpeed)),
        measure: "count",
        shape: "bars",
        tone: "line",
        tones: rallies.map(({ winner }) => SEAT_TONES[winner] ?? "line"),
      },
    ],
  };
}

function placementsPlot({ facts }: MatchOfPlots, name: string, seat: number): Plot {
  return placesPlot(placesOf(facts, seat), t("match.places", { name }), t("match.placesNote", { name }));
}

/** By seat, after each rally. */
function scoresAfter(rallies: FactsReply["rallies"]): [number, number][] {
  const score: [number, number] = [0, 0];
  return rallies.map(({ winner }) => {
    if (winner === 0 || winner === 1) score[winner]++;
    return [...score];
  });
}

/** Balls that this seat returned and missed, by the cell of its line. */
export function placesOf({ rallies }: FactsReply, seat: number): WonLost[] {
  const places = Array.from({ length: PLACES }, () => ({ won: 0, lost: 0 }));
  for (const { winner, missedAt, hits } of rallies) {
    for (const hit of hits) if (hit.seat === seat) places[placeBucket(seat, hit.y)]!.won++;
    if (winner === 1 - seat && missedAt !== null) places[placeBucket(seat, missedAt)]!.lost++;
  }
  return places;
}
