// How long it takes to pair 5,000 who wait, beside the plainest way to do it on the same line: everybody against everybody.

import { type Ticket, misfit, pairUp } from "../../ranking/pairing.ts";
import { Dice } from "./dice.ts";
import { createPlayers } from "./simulated-player.ts";

export const WAITING = 5_000;
const RULES = { thirdTimeAfterMs: null };

export interface PairingCost {
  readonly medianMs: number;
  readonly worstMs: number;
  readonly pairs: number;
  readonly naiveMs: number;
}

export function measurePairing(rounds: number): PairingCost {
  const times: number[] = [];
  let pairs = 0;
  for (let round = 0; round < rounds; round++) {
    const line = createLine(round);
    const begin = performance.now();
    pairs = pairUp(line, RULES).length;
    times.push(performance.now() - begin);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const begin = performance.now();
  pairNaively(createLine(0));
  return {
    medianMs: sorted[Math.floor(sorted.length / 2)]!,
    worstMs: sorted.at(-1)!,
    pairs,
    naiveMs: performance.now() - begin,
  };
}

/** Known players of all strengths who have waited from no time to half a minute. */
function createLine(seed: number): Ticket[] {
  const dice = new Dice(seed);
  return createPlayers(WAITING, dice).map(({ id, strength, avoids, roundTripMs }) => ({
    playerId: id,
    rating: strength,
    deviation: dice.between(50, 200),
    waitedMs: dice.between(0, 30_000),
    avoids,
    lastOpponents: [],
    roundTripMs,
  }));
}

function pairNaively(line: readonly Ticket[]): number {
  const taken = new Set<Ticket>();
  for (const one of line.toSorted((a, b) => b.waitedMs - a.waitedMs)) {
    if (taken.has(one)) continue;
    let best: Ticket | null = null;
    let least = Infinity;
    for (const other of line) {
      if (taken.has(other)) continue;
      const bad = misfit(one, other, RULES);
      if (bad < least) [best, least] = [other, bad];
    }
    if (best !== null) taken.add(one).add(best);
  }
  return taken.size / 2;
}
