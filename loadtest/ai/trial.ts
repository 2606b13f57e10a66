// Matches without a server, tick by tick: first to 11.

import type { SimEvent } from "../../pong/step.ts";
import type { Press } from "../../pong/timeline.ts";
import { Phase, type World } from "../../pong/world.ts";
import { type Casting, type Contender, GAME } from "./contenders.ts";

/** Longer than any match: something hangs. */
const LONGEST_TICKS = 60 * 60 * 60;

export interface PlayedMatch {
  readonly winner: number;
  readonly world: World;
  readonly hits: number;
  /** As they acted, in order. */
  readonly presses: readonly Press[];
}

/** @throws Error when a match never ends */
export function playMatch(
  contenders: readonly Contender[],
  seed: number,
  onHappening?: (event: SimEvent, world: World) => void,
): PlayedMatch {
  const world = GAME.engine.createWorld(GAME.court, seed);
  const pending: Press[] = [];
  const presses: Press[] = [];
  const told = contenders.map(() => 0);
  let hits = 0;
  while (world.phase !== Phase.over) {
    if (world.tick > LONGEST_TICKS) throw new Error("a match that never ends");
    for (const [seat, contender] of contenders.entries()) {
      const news = told[seat]! < presses.length ? presses.slice(told[seat]).filter((press) => press.seat !== seat) : [];
      told[seat] = presses.length;
      const pressed = contender.act(world, news);
      if (pressed.length > 0) pending.push(...pressed);
    }
    if (pending.length > 1) pending.sort((a, b) => a.tick - b.tick);
    while (pending[0] !== undefined && pending[0].tick <= world.tick) {
      const press = pending.shift()!;
      world.paddles[press.seat]!.keys = press.keys;
      presses.push(press);
    }
    for (const event of GAME.engine.step(GAME, world)) {
      if (event.kind === "hit") hits++;
      onHappening?.(event, world);
    }
  }
  return { winner: world.score[0]! > world.score[1]! ? 0 : 1, world, hits, presses };
}

/** How many of `matches` the first of two wins. They change seats. @param from the first seed */
export function wins(matches: number, first: Casting, second: Casting, from = 1): number {
  let won = 0;
  for (let seed = from; seed < from + matches; seed++) {
    const seat = seed % 2;
    const one = first(seat, seed);
    const other = second(1 - seat, seed + 7919);
    const { winner } = playMatch(seat === 0 ? [one, other] : [other, one], seed * 31);
    if (winner === seat) won++;
  }
  return won;
}
