// A player of the simulated day: how strong they really are, what they are thought to be, when they play.

import { NEW_RATING, type Rating } from "../../ranking/glicko2.ts";
import type { Dice } from "./dice.ts";

/** Of true strengths. */
const MEAN = 1500;
const DEVIATION = 300;
const DAY_SECONDS = 86_400;
/** Blocked by each player, among all. */
const MOST_BLOCKS = 6;

export interface SimulatedPlayer {
  readonly id: string;
  readonly strength: number;
  readonly roundTripMs: number;
  readonly avoids: Set<string>;
  readonly comesAt: number;
  /** Of this session. */
  readonly games: number;
  rating: Rating;
  played: number;
  /** The rating after RATED_AFTER games. */
  settled: number | null;
  lastOpponents: readonly string[];
}

/** Games after which a rating is held against the true strength. */
export const RATED_AFTER = 30;

export function createPlayers(count: number, dice: Dice): SimulatedPlayer[] {
  const players = Array.from({ length: count }, (_, number) => createPlayer(number, dice));
  for (const player of players) {
    for (let blocks = dice.below(MOST_BLOCKS); blocks > 0; blocks--) {
      const other = players[dice.below(count)]!;
      if (other === player) continue;
      player.avoids.add(other.id);
      other.avoids.add(player.id);
    }
  }
  return players;
}

function createPlayer(number: number, dice: Dice): SimulatedPlayer {
  return {
    id: `p${number}`,
    strength: MEAN + DEVIATION * dice.normal(),
    roundTripMs: dice.between(10, 120),
    avoids: new Set(),
    comesAt: arrival(dice),
    games: RATED_AFTER + dice.below(15),
    rating: NEW_RATING,
    played: 0,
    settled: null,
    lastOpponents: [],
  };
}

/** More in the evening than at night: five times as many at the peak. */
function arrival(dice: Dice): number {
  for (;;) {
    const at = dice.chance();
    const busy = (1 + 4 * (0.5 - 0.5 * Math.cos(2 * Math.PI * (at + 0.17)))) / 5;
    if (dice.chance() < busy) return Math.floor(at * DAY_SECONDS * 0.85);
  }
}
