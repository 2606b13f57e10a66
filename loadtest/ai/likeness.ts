// How much like a person somebody plays: what their keys say.

import { MIN_REACTION_TICKS } from "../../pong/ai/levels.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import type { Happening } from "../../pong/step.ts";
import type { Press } from "../../pong/timeline.ts";
import { percentile } from "../netcode/summary.ts";
import { type Casting, Computer, type Contender, Person } from "./contenders.ts";
import { playMatch } from "./trial.ts";

export interface Likeness {
  /** Keys pressed a second, and the most within any one second. */
  readonly pressesASecond: number;
  readonly mostInASecond: number;
  /** From when there is something new to see (a serve, the other's hit) to the next change of keys, in ms: p5, median, p95. */
  readonly reactionMs: readonly [number, number, number];
  /** From a look to the first key that it leads to, in ms; null for who looks all the time. */
  readonly soonestAfterLookMs: number | null;
  /** Share of the time in which no key is held. */
  readonly idleShare: number;
  /** Share of moves that are turned back, or begun anew, within a third of a second. */
  readonly overshoot: number;
}

const REACTS_WITHIN_TICKS = 60;
const TURNS_BACK_WITHIN_TICKS = 20;
const MS_A_TICK = 1000 / TICKS_PER_SECOND;

/** Of the one on seat 0 of so many matches against the model of an average person. */
export function likenessOf(cast: Casting, matches: number): Likeness {
  const presses: Press[][] = [];
  const reactions: number[] = [];
  let [ticks, held, moves, turned, soonest, most] = [0, 0, 0, 0, Infinity, 0];
  for (let seed = 1; seed <= matches; seed++) {
    const one = cast(0, seed);
    const seen: Happening[] = [];
    const played = playMatch([one, new Person(1, seed + 7919)], seed * 31, (happening) => {
      if (happening.seat === 1 && (happening.kind === "hit" || happening.kind === "serve")) seen.push(happening);
    });
    const own = played.presses.filter(({ seat }) => seat === 0);
    presses.push(own);
    ticks += played.world.tick;
    held += heldTicks(own, played.world.tick);
    reactions.push(...seen.map(({ at }) => reactionTo(own, at)).filter((wait) => wait <= REACTS_WITHIN_TICKS));
    moves += own.filter(({ keys }) => keys !== 0).length;
    turned += own.filter((press, at) => isTurnedBack(own, press, at)).length;
    soonest = Math.min(soonest, soonestAfterLook(one));
    most = Math.max(most, busiestSecond(own));
  }
  return {
    pressesASecond: (moves / ticks) * TICKS_PER_SECOND,
    mostInASecond: most,
    reactionMs: [0.05, 0.5, 0.95].map((share) => percentile(reactions, share) * MS_A_TICK) as [number, number, number],
    soonestAfterLookMs: soonest === Infinity ? null : soonest * MS_A_TICK,
    idleShare: 1 - held / ticks,
    overshoot: turned / moves,
  };
}

function heldTicks(own: readonly Press[], endTick: number): number {
  return own.reduce((sum, { tick, keys }, at) => (keys === 0 ? sum : sum + (own[at + 1]?.tick ?? endTick) - tick), 0);
}

function reactionTo(own: readonly Press[], at: number): number {
  const next = own.find(({ tick }) => tick > at);
  return next === undefined ? Infinity : next.tick - at;
}

function isTurnedBack(own: readonly Press[], { tick, keys }: Press, at: number): boolean {
  if (keys === 0) return false;
  const next = own.slice(at + 1).find((press) => press.keys !== 0);
  const end = own[at + 1]?.tick ?? tick;
  return next !== undefined && next.keys !== keys && next.tick - end <= TURNS_BACK_WITHIN_TICKS;
}

function soonestAfterLook(one: Contender): number {
  if (!(one instanceof Computer)) return Infinity;
  return Math.min(...one.decisions.map(({ tick, presses: [first] }) => (first?.tick ?? Infinity) - tick));
}

function busiestSecond(own: readonly Press[]): number {
  const pressed = own.filter(({ keys }) => keys !== 0);
  let most = 0;
  for (let from = 0, until = 0; until < pressed.length; until++) {
    while (pressed[until]!.tick - pressed[from]!.tick >= TICKS_PER_SECOND) from++;
    most = Math.max(most, until - from + 1);
  }
  return most;
}

/** What is promised: nobody reacts within 100 ms, nor presses more than 12 times a second. */
export function isHumanlyPossible({ soonestAfterLookMs, mostInASecond }: Likeness): boolean {
  const soonest = soonestAfterLookMs ?? Infinity;
  return mostInASecond <= 12 && soonest > 100 && soonest >= MIN_REACTION_TICKS * MS_A_TICK - 1e-6;
}
