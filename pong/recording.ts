// A match as it is kept: its rules, its seed and every press. Running it again gives every moment of it, and its result.
// As bytes: recording-bytes.ts.

import { type GameId, engineOf, findGame } from "./games.ts";
import { hashWorld } from "./hash.ts";
import { RULES_VERSION, type Rules } from "./rules.ts";
import type { Game, SimEvent } from "./step.ts";
import { type Press, type Timeline, confirm, createTimeline, insert, resume } from "./timeline.ts";
import type { World } from "./world.ts";

export interface RecordedPress extends Press {
  readonly lateMs: number;
}

/** Nothing moves from tick `at` on; play goes on at tick `until`. */
export interface Pause {
  readonly at: number;
  readonly until: number;
}

/** From this tick on, the player on `seat` saw the other one that many quarter ticks late (`L` of the perception filter). */
export interface SeenLate {
  readonly tick: number;
  readonly seat: number;
  readonly quarterTicks: number;
}

/** At this tick the computer looked at the table as it was at `seenTick`, and played at that level (an index into AI_LEVELS). */
export interface RecordedLook {
  readonly tick: number;
  readonly seenTick: number;
  readonly level: number;
}

/** What the computer on a seat thought can be worked out again from this (pong/ai/rethink.ts); the match runs without it. */
export interface RecordedComputer {
  readonly seat: number;
  /** AI_VERSION of the code that played. */
  readonly version: number;
  /** Of its own random numbers. */
  readonly seed: number;
  readonly looks: readonly RecordedLook[];
}

/** All ticks count from the start of the match. */
export interface Recording extends GameId {
  readonly rules: Rules;
  readonly seed: number;
  readonly presses: readonly RecordedPress[];
  readonly pauses: readonly Pause[];
  readonly seenLate: readonly SeenLate[];
  /** Left out where only people played. */
  readonly computers?: readonly RecordedComputer[];
  /** The last confirmed tick. */
  readonly endTick: number;
  /** hashWorld of the world at `endTick`. */
  readonly hash: number;
}

/** What a recording begins with, whatever happens in it; with its presses they are checked, too. */
export type RecordingHead = Pick<Recording, keyof GameId | "rules" | "seed"> & Partial<Pick<Recording, "presses">>;
/** What may come of a recording at a time: in order, and each press and pause once. */
export type RecordingPart = Pick<Recording, "presses" | "pauses" | "endTick">;

/**
 * `version`: played by rules that this code does not know. `court`: on a court that this code has not. `damaged`: no recording at all,
 * or one that contradicts itself. `outcome`: does not end as it says.
 */
export type RecordingFaultKind = "version" | "court" | "damaged" | "outcome";

/** A recording that can't be run by this code, or contradicts itself. */
export class RecordingFault extends Error {
  readonly kind: RecordingFaultKind;

  constructor(kind: RecordingFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/**
 * What a recording was played by.
 * @throws RecordingFault when this code does not know that game, or a press is of a seat that the court has not
 */
export function gameOf(recording: RecordingHead): Game {
  const { rulesVersion, courtId } = recording;
  const game = findGame(recording, recording.rules);
  if (game === null) {
    if (engineOf(rulesVersion) === null)
      throw new RecordingFault(
        "version",
        `recorded by version ${rulesVersion} of the rules; this is version ${RULES_VERSION}`,
      );
    throw new RecordingFault("court", `there is no court "${courtId}" in this version`);
  }
  if (recording.presses?.some((press) => press.seat >= game.court.rails.length))
    throw new RecordingFault("damaged", `court "${courtId}" has no such seat as a press claims`);
  return game;
}

/** Runs a recording that comes in parts. */
export class Rerun {
  readonly #timeline: Timeline;

  /** @throws RecordingFault from gameOf */
  constructor(head: RecordingHead) {
    const game = gameOf(head);
    this.#timeline = createTimeline(game, game.engine.createWorld(game.court, head.seed));
  }

  /** As far as it has run; not to be kept or changed. */
  get world(): World {
    return this.#timeline.confirmed;
  }

  /** Runs on to the end of this part. @param onEvent and @param onTick as replay() has them */
  append(
    { presses, pauses, endTick }: RecordingPart,
    onEvent?: (event: SimEvent) => void,
    onTick?: (world: World) => void,
  ): void {
    const timeline = this.#timeline;
    let next = 0;
    const run = (until: number): void => {
      for (; next < presses.length && presses[next]!.tick < until; next++) insert(timeline, presses[next]!);
      if (onTick === undefined) confirm(timeline, until, onEvent);
      else runTickByTick(timeline, until, onTick, onEvent);
    };
    for (const pause of pauses) {
      run(pause.at);
      onTick?.(timeline.confirmed);
      resume(timeline, pause.until);
    }
    run(endTick);
    onTick?.(timeline.confirmed);
  }
}

/**
 * Runs a recording and returns its last world.
 * @param onEvent gets everything that happened, in order
 * @param onTick gets every world on the way, the first, the last and those that a pause holds included; not to be kept or
 *   changed
 * @throws RecordingFault from gameOf
 */
export function replay(
  recording: Recording,
  onEvent?: (event: SimEvent) => void,
  onTick?: (world: World) => void,
): World {
  const rerun = new Rerun(recording);
  rerun.append(recording, onEvent, onTick);
  return rerun.world;
}

function runTickByTick(
  timeline: Timeline,
  until: number,
  onTick: (world: World) => void,
  onEvent?: (event: SimEvent) => void,
): void {
  while (timeline.confirmed.tick < until) {
    onTick(timeline.confirmed);
    confirm(timeline, timeline.confirmed.tick + 1, onEvent);
  }
}

/**
 * Runs a recording and checks it against its own result.
 * @throws RecordingFault when it does not, or from gameOf
 */
export function verify(recording: Recording): World {
  const world = replay(recording);
  if (hashWorld(world) !== recording.hash) throw new RecordingFault("outcome", "the recording does not end as it says");
  return world;
}

/** Of a list in the order of its ticks: where those after `tick` begin. */
export function indexAfter(list: readonly { readonly tick: number }[], tick: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.tick > tick) high = middle;
    else low = middle + 1;
  }
  return low;
}
