// How much like a person somebody plays: what their keys say.

import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import type { SimEvent } from "../../pong/step.ts";
import type { Press } from "../../pong/timeline.ts";
import { percentile } from "../netcode/summary.ts";
import { type Casting, Computer, type Contender, Person } from "./contenders.ts";
import { playMatch } from "./trial.ts";

export interface Likeness {
  /** Keys pressed a second, and the most within any one second. */
  readonly pressesASecond: number;
  readonly mostInASecond: number;
  /**
   * From when there is something new to see (a serve, the other's hit) to the first key that comes of it, in ms: the soonest, median,
   * p95. Null where nobody can tell which key comes of what: a person's.
   */
  readonly reactionMs: readonly [number, number, number] | null;
  /** From a look to the first key that it leads to, in ms: the soonest. */
  readonly soonestAfterLookMs: number | null;
  /** From when there is something new to see to the next change of keys, whatever it comes of, in ms: median. */
  readonly nextKeyMs: number;
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
  const reactions: number[] = [];
  const nextKeys: number[] = [];
  let [ticks, held, moves, turned, soonest, most] = [0, 0, 0, 0, Infinity, 0];
  for (let seed = 1; seed <= matches; seed++) {
    const one = cast(0, seed);
    const seen: SimEvent[] = [];
    const played = playMatch([one, new Person(1, seed + 7919)], seed * 31, (event) => {
      if (event.seat === 1 && (event.kind === "hit" || event.kind === "serve")) seen.push(event);
    });
    const own = played.presses.filter(({ seat }) => seat === 0);
    ticks += played.world.tick;
    held += heldTicks(own, played.world.tick);
    nextKeys.push(...seen.map(({ at }) => nextKeyAfter(own, at)).filter((wait) => wait <= REACTS_WITHIN_TICKS));
    reactions.push(...seen.map(({ at }) => reactionTo(one, at)).filter((wait) => wait <= REACTS_WITHIN_TICKS));
    moves += own.filter(({ keys }) => keys !== 0).length;
    turned += own.filter((press, at) => isTurnedBack(own, press, at)).length;
    soonest = Math.min(soonest, soonestAfterLook(one));
    most = Math.max(most, busiestSecond(own));
  }
  return {
    pressesASecond: (moves / ticks) * TICKS_PER_SECOND,
    mostInASecond: most,
    reactionMs: reactions.length === 0 ? null : [inMs(reactions, 0), inMs(reactions, 0.5), inMs(reactions, 0.95)],
    soonestAfterLookMs: soonest === Infinity ? null : soonest * MS_A_TICK,
    nextKeyMs: inMs(nextKeys, 0.5),
    idleShare: 1 - held / ticks,
    overshoot: turned / moves,
  };
}

function heldTicks(own: readonly Press[], endTick: number): number {
  return own.reduce((sum, { tick, keys }, at) => (keys === 0 ? sum : sum + (own[at + 1]?.tick ?? endTick) - tick), 0);
}

function inMs(ticks: readonly number[], share: number): number {
  return percentile(ticks, share) * MS_A_TICK;
}

function nextKeyAfter(own: readonly Press[], at: number): number {
  const next = own.find(({ tick }) => tick > at);
  return next === undefined ? Infinity : next.tick - at;
}

/** The first key of the first look that can have seen it. */
function reactionTo(one: Contender, at: number): number {
  if (!(one instanceof Computer)) return Infinity;
  const look = one.decisions.find(({ tick }) => tick >= at);
  return (look?.presses[0]?.tick ?? Infinity) - at;
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
export function isHumanlyPossible({ reactionMs, soonestAfterLookMs, mostInASecond }: Likeness): boolean {
  return mostInASecond <= 12 && Math.min(soonestAfterLookMs ?? Infinity, reactionMs?.[0] ?? Infinity) > 100;
}
