// A day of a ranked queue, second by second: players come, wait, are paired by ranking/pairing.ts, play by their true
// strengths, and are rated by ranking/glicko2.ts.

import { rateGame } from "../../ranking/glicko2.ts";
import { type PairingRules, type Ticket, mayMeet, pairUp } from "../../ranking/pairing.ts";
import type { Dice } from "./dice.ts";
import { RATED_AFTER, type SimulatedPlayer } from "./simulated-player.ts";

/** Nobody may wait longer while somebody waits whom they could play. */
const STARVES_AFTER_MS = 60_000;
const RULES: PairingRules = { thirdTimeAfterMs: null };
/** A match, in seconds. */
const [SHORTEST, LONGEST] = [60, 240];
/** Between two matches. */
const [BREATH, REST] = [2, 20];
const DAY_SECONDS = 86_400;

interface Waiting extends Ticket {
  readonly player: SimulatedPlayer;
  readonly since: number;
}

export interface Day {
  /** Of each pair, by what both were thought to be. */
  readonly gaps: number[];
  /** Of each who was paired, in seconds. */
  readonly waits: number[];
  matches: number;
  blockedPairs: number;
  thirdTimes: number;
  starved: number;
  longestLine: number;
}

export function simulateDay(players: readonly SimulatedPlayer[], dice: Dice): Day {
  const day: Day = {
    gaps: [],
    waits: [],
    matches: 0,
    blockedPairs: 0,
    thirdTimes: 0,
    starved: 0,
    longestLine: 0,
  };
  const arriving = new Map<number, SimulatedPlayer[]>();
  const comeAt = (second: number, player: SimulatedPlayer): void => {
    arriving.set(second, [...(arriving.get(second) ?? []), player]);
  };
  for (const player of players) comeAt(player.comesAt, player);
  const ending = new Map<number, [SimulatedPlayer, SimulatedPlayer][]>();
  let line: Waiting[] = [];

  for (let second = 0; second < DAY_SECONDS; second++) {
    for (const [one, other] of ending.get(second) ?? []) {
      finish(one, other, dice);
      for (const player of [one, other]) {
        if (player.played < player.games) comeAt(second + Math.ceil(dice.between(BREATH, REST)), player);
      }
    }
    ending.delete(second);
    for (const player of arriving.get(second) ?? []) line.push(ticketOf(player, second));
    arriving.delete(second);
    line = line.map((ticket) => ({ ...ticket, waitedMs: (second - ticket.since) * 1000 }));
    day.longestLine = Math.max(day.longestLine, line.length);
    const found = new Set<string>();
    for (const [one, other] of pairUp(line, RULES)) {
      note(day, one, other);
      found.add(one.playerId).add(other.playerId);
      const end = second + Math.ceil(dice.between(SHORTEST, LONGEST));
      ending.set(end, [...(ending.get(end) ?? []), [one.player, other.player]]);
    }
    line = line.filter(({ playerId }) => !found.has(playerId));
    day.starved += starving(line);
  }
  return day;
}

function ticketOf(player: SimulatedPlayer, since: number): Waiting {
  const { id, rating, avoids, lastOpponents, roundTripMs } = player;
  const { rating: strength, deviation } = rating;
  return { player, since, playerId: id, rating: strength, deviation, waitedMs: 0, avoids, lastOpponents, roundTripMs };
}

function note(day: Day, one: Waiting, other: Waiting): void {
  day.matches++;
  day.gaps.push(Math.abs(one.rating - other.rating));
  day.waits.push(one.waitedMs / 1000, other.waitedMs / 1000);
  if (one.avoids.has(other.playerId) || other.avoids.has(one.playerId)) day.blockedPairs++;
  const twice = ({ lastOpponents }: Waiting, { playerId }: Waiting) =>
    lastOpponents.length === 2 && lastOpponents.every((id) => id === playerId);
  if (twice(one, other) || twice(other, one)) day.thirdTimes++;
}

/** Those who wait too long although somebody waits whom they could play. */
function starving(line: readonly Waiting[]): number {
  return line.filter((one) => one.waitedMs > STARVES_AFTER_MS && line.some((other) => mayMeet(one, other, RULES)))
    .length;
}

function finish(one: SimulatedPlayer, other: SimulatedPlayer, dice: Dice): void {
  const expected = 1 / (1 + 10 ** ((other.strength - one.strength) / 400));
  const score = dice.chance() < expected ? 1 : 0;
  [one.rating, other.rating] = rateGame(one.rating, other.rating, score);
  for (const [player, opponent] of [
    [one, other],
    [other, one],
  ] as const) {
    player.lastOpponents = [opponent.id, ...player.lastOpponents].slice(0, 2);
    if (++player.played === RATED_AFTER) player.settled = player.rating.rating;
  }
}
