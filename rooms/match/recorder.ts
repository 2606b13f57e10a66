// Keeps what a match leaves behind while it is played: the recording, and the summary of the result page.

import { idOf } from "../../pong/games.ts";
import { hashWorld } from "../../pong/hash.ts";
import type {
  Pause,
  RecordedComputer,
  RecordedLook,
  RecordedPress,
  Recording,
  RecordingHead,
  SeenLate,
} from "../../pong/recording.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import type { Game, SimEvent } from "../../pong/step.ts";
import type { Press } from "../../pong/timeline.ts";
import { type World, cloneWorld } from "../../pong/world.ts";
import type { MatchSummary } from "../../schema/http/matches.ts";
import { MS_PER_TICK, REWIND_TICKS } from "../../schema/timing.ts";
import { PressLog } from "./press-log.ts";

/** The last tick of the histogram counts all later ones: nothing later than the rewind window counts where it was stamped. */
const HISTOGRAM_TICKS = REWIND_TICKS + 1;

/** How late one seat's presses were: `histogram[n]` were n ticks late, the last entry counts all later ones. */
export interface PressDelays {
  readonly presses: number;
  readonly histogram: readonly number[];
}

export class Recorder {
  readonly #game: Game;
  readonly #seed: number;
  readonly #startTick: number;
  readonly #presses = new PressLog();
  /** Grow while the match is played; read by those who follow it. */
  readonly pauses: Pause[] = [];
  readonly seenLate: SeenLate[] = [];
  readonly #computers: (RecordedComputer & { readonly looks: RecordedLook[] })[] = [];
  #rallies = 0;
  #longestRally = 0;
  /** Of the rally that is played with each ball. */
  readonly #hits: number[] = [];
  #topSpeed = 0;
  #pausedTicks = 0;

  constructor(game: Game, seed: number, startTick: number) {
    this.#game = game;
    this.#seed = seed;
    this.#startTick = startTick;
  }

  /** A press that is confirmed, in order. */
  addPress(press: Press): void {
    this.#presses.add(press.tick - this.#startTick, press.seat, press.keys, press.lateMs ?? 0);
  }

  addPause(at: number, until: number): void {
    this.pauses.push({ at: at - this.#startTick, until: until - this.#startTick });
    this.#pausedTicks += until - at;
  }

  addSeenLate(tick: number, seat: number, quarterTicks: number): void {
    this.seenLate.push({ tick: Math.max(0, tick - this.#startTick), seat, quarterTicks });
  }

  /** The computer plays on this seat. @returns where its looks are to be noted, ticks in room time */
  addComputer(seat: number, version: number, seed: number): (look: RecordedLook) => void {
    const looks: RecordedLook[] = [];
    this.#computers.push({ seat, version, seed, looks });
    return ({ tick, seenTick, level }) =>
      void looks.push({ tick: tick - this.#startTick, seenTick: seenTick - this.#startTick, level });
  }

  addEvent(event: SimEvent): void {
    if (event.kind === "serve") {
      this.#rallies++;
      this.#hits[event.ball] = 0;
    }
    if (event.kind === "hit") {
      const hits = (this.#hits[event.ball] ?? 0) + 1;
      this.#hits[event.ball] = hits;
      this.#longestRally = Math.max(this.#longestRally, hits);
    }
    this.#topSpeed = Math.max(this.#topSpeed, event.speed);
  }

  /** What a recording begins with, whatever has happened. */
  head(): Omit<RecordingHead, "presses"> {
    return { ...idOf(this.#game), rules: this.#game.rules, seed: this.#seed };
  }

  get pressCount(): number {
    return this.#presses.length;
  }

  tickOfPress(index: number): number {
    return this.#presses.tickOf(index);
  }

  presses(from: number, until: number): RecordedPress[] {
    return this.#presses.read(from, until);
  }

  recording(last: World): Recording {
    const world = cloneWorld(last);
    world.tick -= this.#startTick;
    return {
      ...this.head(),
      presses: this.#presses.read(),
      pauses: this.pauses,
      // What was heard after the end, before it was certain, is of no picture of this match.
      seenLate: this.seenLate.filter(({ tick }) => tick < world.tick),
      ...(this.#computers.length > 0 && { computers: this.#computers }),
      endTick: world.tick,
      hash: hashWorld(world),
    };
  }

  summary(last: World): MatchSummary {
    const ticks = Math.max(0, last.tick - this.#startTick - this.#pausedTicks);
    return {
      rallies: this.#rallies,
      longestRally: this.#longestRally,
      topSpeed: this.#topSpeed * TICKS_PER_SECOND,
      seconds: ticks / TICKS_PER_SECOND,
    };
  }

  lateness(seat: number): PressDelays {
    const histogram = Array.from({ length: HISTOGRAM_TICKS + 1 }, () => 0);
    let presses = 0;
    for (const press of this.#presses.read()) {
      if (press.seat !== seat) continue;
      presses++;
      histogram[Math.min(HISTOGRAM_TICKS, Math.max(0, Math.ceil(press.lateMs / MS_PER_TICK)))]!++;
    }
    return { presses, histogram };
  }
}
