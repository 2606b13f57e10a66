// A player's dashboard, computed again from the recordings alone: an own loop over pong/step.ts and own counting, sharing no code
// with what the server counts by (pong/match-facts.ts, game-server/results/counters.ts, schema/stat-buckets.ts).

import { createGame } from "../../pong/games.ts";
import type { Recording } from "../../pong/recording.ts";
import { CLASSIC } from "../../pong/court.ts";
import { step } from "../../pong/step.ts";
import { createWorld } from "../../pong/world.ts";

export interface PlayedBy {
  readonly matchId: string;
  readonly recording: Recording;
  /** Of the player whose dashboard it is. */
  readonly seat: number;
  readonly mode: "classic" | "quick" | "own";
  readonly finishedAt: Date;
}

const pair = () => ({ won: 0, lost: 0 });

/** @param matches in the order in which they ended */
export function independentFigures(matches: readonly PlayedBy[]) {
  const figures = {
    modes: { classic: pair(), quick: pair(), own: pair() },
    hours: Array.from({ length: 24 }, pair),
    rallies: Array.from({ length: 7 }, pair),
    places: Array.from({ length: 24 }, pair),
    reactions: Array.from({ length: 20 }, () => 0),
    longestRally: null as { hits: number; matchId: string; seconds: number } | null,
    streak: 0,
    bestStreak: 0,
  };
  for (const match of matches) {
    const score = watch(match, figures);
    const way = score[match.seat]! > score[1 - match.seat]! ? "won" : "lost";
    figures.modes[match.mode][way]++;
    figures.hours[match.finishedAt.getUTCHours()]![way]++;
    if (way === "won") figures.streak = figures.streak > 0 ? figures.streak + 1 : 1;
    else figures.streak = figures.streak < 0 ? figures.streak - 1 : -1;
    figures.bestStreak = Math.max(figures.bestStreak, figures.streak);
  }
  return figures;
}

type Figures = ReturnType<typeof independentFigures>;

const LEAST_HITS = [0, 1, 3, 5, 8, 12, 20];
/** Two decimals, as facts are kept. */
const kept = (y: number) => Math.floor(y * 100 + 0.5) / 100;
/** From left to right, as seen from behind the paddle: +y is on the left of the first seat and on the right of the second. */
const cell = (seat: number, y: number) => Math.min(23, Math.max(0, Math.floor(((seat === 0 ? -y : y) + 6) / 0.5)));

/** Plays it again, and counts for the one seat. Returns the score. */
function watch({ recording, seat, matchId }: PlayedBy, figures: Figures): number[] {
  const game = createGame(recording.rules);
  const world = createWorld(CLASSIC, recording.seed);
  const pauses = [...recording.pauses];
  let hits = 0;
  let servedAt = 0;
  let others: number | null = null;
  while (world.tick < recording.endTick) {
    if (pauses[0]?.at === world.tick) {
      world.tick = pauses.shift()!.until;
      for (const paddle of world.paddles) paddle.keys = 0;
      continue;
    }
    for (const press of recording.presses) {
      if (press.tick === world.tick) world.paddles[press.seat]!.keys = press.keys;
    }
    for (const one of step(game, world)) {
      if (one.kind === "serve") [hits, servedAt, others] = [0, Math.floor(one.at), null];
      if (one.kind === "hit") {
        hits++;
        if (one.seat === seat) {
          figures.places[cell(seat, kept(one.y))]!.won++;
          const ms = others === null ? null : reaction(recording, seat, others, one.at);
          if (ms !== null) figures.reactions[Math.min(19, Math.floor(ms / 50))]!++;
          others = null;
        } else others = one.at;
        if (hits > (figures.longestRally?.hits ?? 0)) figures.longestRally = { hits, matchId, seconds: servedAt / 60 };
      }
      if (one.kind === "goal") {
        const way = one.seat === seat ? "lost" : "won";
        figures.rallies[LEAST_HITS.filter((least) => hits >= least).length - 1]![way]++;
        if (way === "lost") figures.places[cell(seat, kept(one.y))]!.lost++;
      }
    }
  }
  return world.score;
}

/** From when the other's hit was shown to this player to their first key, if that came before their own hit. */
function reaction(recording: Recording, seat: number, othersHit: number, ownHit: number): number | null {
  let late = 0;
  for (const seen of recording.seenLate) if (seen.seat === seat && seen.tick <= othersHit) late = seen.quarterTicks / 4;
  const shown = othersHit + late;
  const first = recording.presses.find((press) => press.seat === seat && press.tick > shown);
  return first === undefined || first.tick >= ownHit ? null : Math.floor(((first.tick - shown) * 1000) / 60 + 0.5);
}
