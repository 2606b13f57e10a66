// What a match can earn its players, each once: the published list (docs/achievements.md). Pure. A match's facts are read by
// game-server/results/achievement-facts.ts; earned ones are kept by db/writers/achievements.ts.

import type { Achievement } from "../contract/achievements.ts";
import type { Mode } from "../contract/modes.ts";

/** What one of its two players is judged by after a match that counts. */
export interface AchievementFacts {
  readonly won: boolean;
  /** Null: by rules that no mode has. */
  readonly mode: Mode | null;
  /** Played until somebody had the points, not broken off. */
  readonly isToTheEnd: boolean;
  readonly pointsToWin: number;
  readonly points: number;
  readonly opponentPoints: number;
  /** Points that the opponent needed one more of to win, and did not get. */
  readonly matchPointsSaved: number;
  /** How many points they were behind at most. */
  readonly mostBehind: number;
  /** The most points in a row. */
  readonly mostInARow: number;
  /** Won a point while the ball was as fast as it gets. */
  readonly wonAtTopSpeed: boolean;
  /** Won a point with the outermost part of the paddle. */
  readonly wonOnTheEdge: boolean;
  /** Hits of the longest rally of this match. */
  readonly longestRally: number;
  /** Of play, pauses not counted. */
  readonly seconds: number;
  /** In a rated match: the opponent's rating less their own before it, where the opponent's was sure; otherwise null. */
  readonly opponentLead: number | null;
  /** All they have, this match included. */
  readonly after: {
    readonly wins: number;
    readonly winsByMode: Readonly<Record<Mode, number>>;
    readonly bestStreak: number;
    readonly opponents: number;
  };
}

const GIANT_LEAD = 200;
const MARATHON_SECONDS = 600;

export const ACHIEVEMENT_RULES = {
  firstWin: ({ after }) => after.wins >= 1,
  wins10: ({ after }) => after.wins >= 10,
  wins100: ({ after }) => after.wins >= 100,
  wins1000: ({ after }) => after.wins >= 1000,
  streak5: ({ after }) => after.bestStreak >= 5,
  streak10: ({ after }) => after.bestStreak >= 10,
  bothModes: ({ after }) => after.winsByMode.classic > 0 && after.winsByMode.quick > 0,
  opponents10: ({ after }) => after.opponents >= 10,
  opponents50: ({ after }) => after.opponents >= 50,
  rally30: ({ longestRally }) => longestRally >= 30,
  rally60: ({ longestRally }) => longestRally >= 60,
  rally100: ({ longestRally }) => longestRally >= 100,
  topSpeed: ({ wonAtTopSpeed }) => wonAtTopSpeed,
  onTheEdge: ({ wonOnTheEdge }) => wonOnTheEdge,
  sevenInARow: ({ mostInARow }) => mostInARow >= 7,
  shutout: ({ won, isToTheEnd, mode, opponentPoints }) =>
    won && isToTheEnd && mode === "classic" && opponentPoints === 0,
  overtime: ({ won, isToTheEnd, points, pointsToWin }) => won && isToTheEnd && points > pointsToWin,
  comeback: ({ won, isToTheEnd, matchPointsSaved }) => won && isToTheEnd && matchPointsSaved > 0,
  turnaround: ({ won, isToTheEnd, mode, mostBehind }) => won && isToTheEnd && mode === "classic" && mostBehind >= 6,
  giant: ({ won, opponentLead }) => won && opponentLead !== null && opponentLead >= GIANT_LEAD,
  marathon: ({ seconds }) => seconds >= MARATHON_SECONDS,
} as const satisfies Readonly<Record<Achievement, (facts: AchievementFacts) => boolean>>;

/** All that is earned by now, also what was earned before; in the order of the list. */
export function achievementsOf(facts: AchievementFacts): Achievement[] {
  const names = Object.keys(ACHIEVEMENT_RULES) as Achievement[];
  return names.filter((name) => ACHIEVEMENT_RULES[name](facts));
}
