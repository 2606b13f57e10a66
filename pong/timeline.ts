// A keyframe and the presses since: gives the world at any tick, takes presses that come late, and moves the
// keyframe on once nothing older can come. The server confirms with it, clients draw from it, replays run through it.

import type { Keys } from "./keys.ts";
import { type Game, type SimEvent, NOTHING } from "./step.ts";
import { type World, cloneWorld, copyWorld } from "./world.ts";

/** From tick `tick` on, the player on `seat` holds `keys`. */
export interface Press {
  readonly tick: number;
  readonly seat: number;
  readonly keys: Keys;
  /** How late it reached the server, in whole ms (negative: early); only the server knows, and recordings. */
  readonly lateMs?: number;
}

/** How many ticks past the keyframe can be asked for: over eight seconds. */
export const MAX_SPECULATIVE_TICKS = 512;

export interface Timeline {
  readonly game: Game;
  /** The keyframe: the latest world that nothing can change any more. */
  readonly confirmed: World;
  /** Those at or after the keyframe's tick, by tick; of one tick in the order they came. */
  readonly presses: Press[];
  /** Nothing moves from this tick on: a pause, or Infinity. */
  end: number;
  /** Worlds after the keyframe, tick n at n % MAX_SPECULATIVE_TICKS, made when first asked for; valid until `speculatedUntil`. */
  readonly speculative: (World | undefined)[];
  readonly happened: (readonly SimEvent[])[];
  speculatedUntil: number;
}

/** A timeline that begins at this world; takes a copy of it. */
export function createTimeline(game: Game, keyframe: World): Timeline {
  const confirmed = cloneWorld(keyframe);
  return {
    game,
    confirmed,
    presses: [],
    end: Infinity,
    speculative: [],
    happened: [],
    speculatedUntil: confirmed.tick,
  };
}

/** Puts a press where it belongs. False, and nothing changes, when its tick is older than the keyframe. */
export function insert(timeline: Timeline, press: Press): boolean {
  const { presses } = timeline;
  if (press.tick < timeline.confirmed.tick) return false;
  let at = presses.length;
  while (at > 0 && presses[at - 1]!.tick > press.tick) at--;
  presses.splice(at, 0, press);
  timeline.speculatedUntil = Math.max(timeline.confirmed.tick, Math.min(timeline.speculatedUntil, press.tick));
  return true;
}

/**
 * Takes a press out again (the server moved or refused it): the very one that was put in, since another may be equal to it.
 * False when it is not there.
 */
export function remove(timeline: Timeline, press: Press): boolean {
  const at = timeline.presses.indexOf(press);
  if (at < 0) return false;
  timeline.presses.splice(at, 1);
  timeline.speculatedUntil = Math.max(timeline.confirmed.tick, Math.min(timeline.speculatedUntil, press.tick));
  return true;
}

/**
 * The world at a tick, by all presses known so far; at `end` where the timeline ends before it. Not to be changed, and valid
 * until the next call of anything here.
 * @throws RangeError for a tick before the keyframe or MAX_SPECULATIVE_TICKS past it
 */
export function worldAt(timeline: Timeline, tick: number): World {
  const wanted = Math.min(tick, timeline.end);
  const { confirmed } = timeline;
  refuseOutside(timeline, wanted);
  speculate(timeline, wanted);
  return wanted === confirmed.tick ? confirmed : timeline.speculative[wanted % MAX_SPECULATIVE_TICKS]!;
}

/** Speculative worlds past the limit would overwrite those that are still valid. */
function refuseOutside({ confirmed }: Timeline, tick: number): void {
  if (tick >= confirmed.tick && tick < confirmed.tick + MAX_SPECULATIVE_TICKS) return;
  throw new RangeError(
    `tick ${tick} is not within ${MAX_SPECULATIVE_TICKS} ticks after the keyframe at ${confirmed.tick}`,
  );
}

/**
 * What happened in the step from `tick` to the next one, by all presses known so far; nothing before the keyframe.
 * @throws RangeError for a tick MAX_SPECULATIVE_TICKS past the keyframe
 */
export function happenedIn(timeline: Timeline, tick: number): readonly SimEvent[] {
  if (tick < timeline.confirmed.tick || tick >= timeline.end) return NOTHING;
  refuseOutside(timeline, tick);
  speculate(timeline, tick + 1);
  return timeline.happened[tick % MAX_SPECULATIVE_TICKS]!;
}

function speculate(timeline: Timeline, wanted: number): void {
  const { game, speculative, happened, confirmed } = timeline;
  let index = 0;
  while (timeline.speculatedUntil < wanted) {
    const tick = timeline.speculatedUntil;
    const from = tick === confirmed.tick ? confirmed : speculative[tick % MAX_SPECULATIVE_TICKS]!;
    const slot = (tick + 1) % MAX_SPECULATIVE_TICKS;
    const into = speculative[slot];
    const world = into === undefined ? cloneWorld(from) : copyWorld(into, from);
    speculative[slot] = world;
    index = applyPresses(timeline, world, index);
    happened[tick % MAX_SPECULATIVE_TICKS] = game.engine.step(game, world);
    timeline.speculatedUntil++;
  }
}

/** Sets the keys of all presses of the world's tick, looking from `index` on; returns where the next tick's begin. */
function applyPresses(timeline: Timeline, world: World, index: number): number {
  const { presses } = timeline;
  while (index < presses.length && presses[index]!.tick < world.tick) index++;
  while (index < presses.length && presses[index]!.tick === world.tick) {
    world.paddles[presses[index]!.seat]!.keys = presses[index]!.keys;
    index++;
  }
  return index;
}

/**
 * Moves the keyframe on to `tick` (not past `end`): presses before it are used up and none can come any more.
 * @param onConfirmed gets everything that happened on the way, in order
 * @param onUsed gets every press on the way, in order
 */
export function confirm(
  timeline: Timeline,
  tick: number,
  onConfirmed?: (event: SimEvent) => void,
  onUsed?: (press: Press) => void,
): void {
  const { game, confirmed, presses } = timeline;
  const until = Math.min(tick, timeline.end);
  let used = 0;
  while (confirmed.tick < until) {
    const next = applyPresses(timeline, confirmed, used);
    if (onUsed !== undefined) for (let i = used; i < next; i++) onUsed(presses[i]!);
    used = next;
    const happened = game.engine.step(game, confirmed);
    if (onConfirmed !== undefined) for (const one of happened) onConfirmed(one);
  }
  if (used > 0) presses.splice(0, used);
  timeline.speculatedUntil = Math.max(timeline.speculatedUntil, confirmed.tick);
}

/**
 * Ends a pause: the world as it stands at `end` goes on at `tick`, with no keys held. Presses of before are dropped, and so is
 * every later one that carries an earlier tick. The timeline must have been confirmed up to its end.
 */
export function resume(timeline: Timeline, tick: number): void {
  const { confirmed } = timeline;
  confirmed.tick = tick;
  for (const paddle of confirmed.paddles) paddle.keys = 0;
  timeline.presses.length = 0;
  timeline.end = Infinity;
  timeline.speculatedUntil = tick;
}

/** What a seat holds by the last press that is known. */
export function heldKeys(timeline: Timeline, seat: number): Keys {
  const last = timeline.presses.findLast((press) => press.seat === seat);
  return last?.keys ?? timeline.confirmed.paddles[seat]!.keys;
}

/** Nothing moves from this tick on, which is not before the keyframe. */
export function endAt(timeline: Timeline, tick: number): void {
  timeline.end = tick;
  timeline.speculatedUntil = Math.max(timeline.confirmed.tick, Math.min(timeline.speculatedUntil, tick));
}
