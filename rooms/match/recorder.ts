// Keeps what a match leaves behind while it is played: the recording, and the figures of the result page.

import { hashWorld } from "../../pong/hash.ts";
import type { Pause, RecordedPress, Recording, SeenLate } from "../../pong/recording.ts";
import { RULES_VERSION, TICKS_PER_SECOND } from "../../pong/rules.ts";
import type { Game, Happening } from "../../pong/step.ts";
import type { Press } from "../../pong/timeline.ts";
import { type World, cloneWorld } from "../../pong/world.ts";
import type { MatchSummary } from "../../schema/http/matches.ts";

/** How late one seat's presses were, in whole ms. */
export interface Lateness {
  readonly presses: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly worstMs: number;
  /** Presses that came too late or too early to count where they were stamped. */
  readonly moved: number;
}

export class Recorder {
  readonly #game: Game;
  readonly #seed: number;
  readonly #startTick: number;
  readonly #presses: RecordedPress[] = [];
  readonly #pauses: Pause[] = [];
  readonly #seenLate: SeenLate[] = [];
  readonly #moved: number[];
  /** Presses on their way into the recording, by identity. */
  readonly #late = new WeakMap<Press, number>();
  #rallies = 0;
  #longestRally = 0;
  #rally = 0;
  #topSpeed = 0;
  #pausedTicks = 0;

  constructor(game: Game, seed: number, startTick: number) {
    this.#game = game;
    this.#seed = seed;
    this.#startTick = startTick;
    this.#moved = game.court.rails.map(() => 0);
  }

  /** A press that was accepted: how late it came, and whether at another tick than its maker stamped. */
  noteLateness(press: Press, lateMs: number, moved: boolean): void {
    this.#late.set(press, Math.round(lateMs));
    if (moved) this.#moved[press.seat]!++;
  }

  /** A press that is confirmed, in order. */
  addPress(press: Press): void {
    const { tick, seat, keys } = press;
    this.#presses.push({ tick: tick - this.#startTick, seat, keys, lateMs: this.#late.get(press) ?? 0 });
  }

  addPause(at: number, until: number): void {
    this.#pauses.push({ at: at - this.#startTick, until: until - this.#startTick });
    this.#pausedTicks += until - at;
  }

  addSeenLate(tick: number, seat: number, quarterTicks: number): void {
    this.#seenLate.push({ tick: Math.max(0, tick - this.#startTick), seat, quarterTicks });
  }

  addHappening(happening: Happening): void {
    if (happening.kind === "serve") {
      this.#rallies++;
      this.#rally = 0;
    }
    if (happening.kind === "hit") this.#longestRally = Math.max(this.#longestRally, ++this.#rally);
    this.#topSpeed = Math.max(this.#topSpeed, happening.speed);
  }

  recording(last: World): Recording {
    const world = cloneWorld(last);
    world.tick -= this.#startTick;
    return {
      version: RULES_VERSION,
      courtId: this.#game.court.id,
      rules: this.#game.rules,
      seed: this.#seed,
      presses: this.#presses,
      pauses: this.#pauses,
      seenLate: this.#seenLate,
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

  lateness(seat: number): Lateness {
    const late = this.#presses.filter((press) => press.seat === seat).map((press) => press.lateMs);
    late.sort((a, b) => a - b);
    const at = (share: number): number => late[Math.max(0, Math.ceil(share * late.length) - 1)] ?? 0;
    return { presses: late.length, medianMs: at(0.5), p95Ms: at(0.95), worstMs: at(1), moved: this.#moved[seat]! };
  }
}
