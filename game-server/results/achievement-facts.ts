// What achievements are judged by, read from a match's result, its facts and what both players have by now. Pure; the rules:
// ranking/achievements.ts.

import type { MatchResult } from "../../db/match-record.ts";
import type { CountedResult } from "../../db/result-writer.ts";
import type { EarnedOf, StatsAfter } from "../../db/writers/achievements.ts";
import { type Court, halfSpan } from "../../pong/court.ts";
import { STANDARD_COURT, courtOf } from "../../pong/games.ts";
import type { MatchFacts, RallyFacts } from "../../pong/match-facts.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import { winner as winnerOf } from "../../pong/scoring.ts";
import { NOBODY } from "../../pong/world.ts";
import { type AchievementFacts, achievementsOf } from "../../ranking/achievements.ts";
import { isProvisional } from "../../ranking/glicko2.ts";
import { type Mode, perMode } from "../../contract/modes.ts";
import { modeBucket } from "../../schema/stat-buckets.ts";
import type { Achievement } from "../../contract/achievements.ts";
import { countsForStats } from "./counters.ts";

/** Speeds of facts are rounded to a tenth. */
function topSpeedOf({ topSpeed }: Court): number {
  return topSpeed * TICKS_PER_SECOND - 0.05;
}

/** Where the outermost tenth of where a paddle can meet the ball begins, from its middle. */
function edgeOf(court: Court): number {
  return 0.9 * halfSpan(court);
}

export const earnedOf: EarnedOf = (counted) => {
  if (!countsForStats(counted)) return null;
  return (seat, after): readonly Achievement[] => achievementsOf(achievementFacts(counted, seat, after));
};

export function achievementFacts(counted: CountedResult, seat: number, after: StatsAfter): AchievementFacts {
  const { result } = counted;
  const { rallies } = counted.facts as MatchFacts;
  const court = courtOf(result.courtId) ?? STANDARD_COURT;
  return {
    won: result.winner === seat,
    mode: result.mode,
    isToTheEnd: result.endReason === "score",
    pointsToWin: result.rules.pointsToWin,
    points: result.seats[seat]!.points,
    opponentPoints: result.seats[1 - seat]!.points,
    ...standOf(rallies, seat, result.rules),
    wonAtTopSpeed: rallies.some((rally) => rally.winner === seat && rally.topSpeed >= topSpeedOf(court)),
    wonOnTheEdge: rallies.some((rally) => rally.winner === seat && isOnTheEdge(rally, seat, edgeOf(court))),
    longestRally: Math.max(0, ...rallies.map(({ hits }) => hits.length)),
    seconds: result.summary.seconds,
    opponentLead: leadOf(counted, seat),
    after: {
      wins: [...after.wins.values()].reduce((sum, won) => sum + won, 0),
      winsByMode: perMode((mode) => winsIn(after, mode)),
      bestStreak: after.bestStreak,
      opponents: after.opponents,
    },
  };
}

/** How the score went. */
function standOf(
  rallies: readonly RallyFacts[],
  seat: number,
  rules: MatchResult["rules"],
): Pick<AchievementFacts, "matchPointsSaved" | "mostBehind" | "mostInARow"> {
  let [own, other, inARow] = [0, 0, 0];
  const stand = { matchPointsSaved: 0, mostBehind: 0, mostInARow: 0 };
  for (const { winner } of rallies) {
    if (winner === NOBODY) continue;
    if (winner === seat) {
      if (winnerOf(rules, [own, other + 1]) === 1) stand.matchPointsSaved++;
      own++;
      stand.mostInARow = Math.max(stand.mostInARow, ++inARow);
    } else {
      other++;
      inARow = 0;
      stand.mostBehind = Math.max(stand.mostBehind, other - own);
    }
  }
  return stand;
}

function isOnTheEdge({ hits }: RallyFacts, seat: number, edge: number): boolean {
  const last = hits.at(-1);
  return last?.seat === seat && Math.abs(last.offset) >= edge;
}

function leadOf({ ratings }: CountedResult, seat: number): number | null {
  const own = ratings?.[seat]?.before;
  const other = ratings?.[1 - seat]?.before;
  return own === undefined || other === undefined || isProvisional(other.deviation) ? null : other.rating - own.rating;
}

function winsIn({ wins }: StatsAfter, mode: Mode): number {
  return wins.get(modeBucket(mode)) ?? 0;
}
