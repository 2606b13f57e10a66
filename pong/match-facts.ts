// The facts of a match once it is over, rally by rally: who hit the ball where, how fast, how soon after they saw it
// come. Read from its recording in one run, before its result is written (game-server/results/judge.ts): statistics are counted
// from it, and the match's own page draws it.

import {
  indexAfter,
  type RecordedPress,
  type Recording,
  type RecordingHead,
  type RecordingPart,
  Rerun,
  type SeenLate,
  gameOf,
  replay,
} from "./recording.ts";
import { type Court, type Rail } from "./court.ts";
import { travel } from "./paddle.ts";
import { TICKS_PER_SECOND } from "./rules.ts";
import type { SimEvent } from "./step.ts";
import { NOBODY, type Paddle, type World, cloneWorld } from "./world.ts";

export interface HitFacts {
  readonly seat: number;
  /** Where the ball met the paddle's line, in court units, two decimals. */
  readonly y: number;
  /** How far from the paddle's middle, the same; positive towards +y. */
  readonly offset: number;
  /** Of the ball afterwards, in units a second, one decimal. */
  readonly speed: number;
  /**
   * From the moment at which this player was shown that the other one had hit the ball to their first change of keys, in
   * whole ms. Null when they changed none until they hit it themselves, and of the first hit of a rally.
   */
  readonly reactionMs: number | null;
}

export interface RallyFacts {
  /** Ticks since the start of the match: the serve, and the goal or the end of the match. */
  readonly startTick: number;
  readonly endTick: number;
  /** Seat. */
  readonly server: number;
  /** The seat that got the point, or NOBODY when the match ended before. */
  readonly winner: number;
  /** Where the ball passed the loser's goal line, two decimals; null without a goal. */
  readonly missedAt: number | null;
  readonly hits: readonly HitFacts[];
  /** In units a second, one decimal. */
  readonly topSpeed: number;
}

export interface MatchFacts {
  readonly rallies: readonly RallyFacts[];
  /** Points by seat. */
  readonly score: readonly number[];
}

/** A recording, run: its facts, and the last world, to check its result against. */
export interface ReplayAnalysis {
  readonly facts: MatchFacts;
  readonly world: World;
}

/**
 * Runs a recording once.
 * @throws RecordingFault when this code plays by other rules
 */
export function analyzeReplay(recording: Recording): ReplayAnalysis {
  const { court } = gameOf(recording);
  const reader = new ReplayReader(court, recording);
  const world = replay(
    recording,
    (event) => reader.hear(event),
    (before) => reader.look(before),
  );
  return { facts: { rallies: reader.end(recording.endTick), score: [...world.score] }, world: cloneWorld(world) };
}

/** @throws RecordingFault from gameOf */
export function factsOf(recording: Recording): MatchFacts {
  return analyzeReplay(recording).facts;
}

/** The facts of a match while it is played, as far as it is known; without reaction times, which need its end. */
export class GrowingFacts {
  readonly #rerun: Rerun;
  readonly #reader: ReplayReader;

  /** @throws RecordingFault from gameOf */
  constructor(head: RecordingHead) {
    this.#rerun = new Rerun(head);
    this.#reader = new ReplayReader(gameOf(head).court, { presses: [], seenLate: [] });
  }

  append(part: RecordingPart): void {
    this.#rerun.append(
      part,
      (event) => this.#reader.hear(event),
      (before) => this.#reader.look(before),
    );
  }

  /** So far; the last one may still go on. */
  get rallies(): readonly RallyFacts[] {
    return this.#reader.rallies;
  }

  get score(): readonly number[] {
    return [...this.#rerun.world.score];
  }
}

type Draft = { -readonly [Field in keyof RallyFacts]: RallyFacts[Field] } & { readonly hits: HitFacts[] };

/** A rally while it is played. */
interface OpenRally {
  readonly facts: Draft;
  lastHitAt: number;
  lastHitter: number;
}

class ReplayReader {
  readonly #court: Court;
  readonly #presses: readonly (readonly RecordedPress[])[];
  readonly #seenLate: readonly (readonly SeenLate[])[];
  readonly #rallies: Draft[] = [];
  /** What is played with each ball. */
  readonly #open = new Map<number, OpenRally>();
  /** As they were when the tick began that things happen in. */
  #paddles: Paddle[] = [];
  #tick = 0;

  constructor(court: Court, recording: Pick<Recording, "presses" | "seenLate">) {
    this.#court = court;
    this.#presses = court.rails.map(({ seat }) => recording.presses.filter((press) => press.seat === seat));
    this.#seenLate = court.rails.map(({ seat }) => recording.seenLate.filter((seen) => seen.seat === seat));
  }

  get rallies(): readonly RallyFacts[] {
    return this.#rallies;
  }

  look({ tick, paddles }: World): void {
    this.#tick = tick;
    this.#paddles = paddles.map(({ y, keys }) => ({ y, keys }));
  }

  hear(event: SimEvent): void {
    switch (event.kind) {
      case "serve":
        return this.#serve(event);
      case "hit":
        return this.#hit(event);
      case "goal":
        return this.#goal(event);
      case "wall":
      case "over":
        return;
    }
  }

  /** All rallies, one that was cut off included. */
  end(endTick: number): RallyFacts[] {
    for (const { facts } of this.#open.values()) facts.endTick = endTick;
    this.#open.clear();
    return this.#rallies;
  }

  #serve({ at, seat, speed, ball }: SimEvent): void {
    const facts: Draft = {
      startTick: at,
      endTick: at,
      server: seat,
      winner: NOBODY,
      missedAt: null,
      hits: [],
      topSpeed: perSecond(speed),
    };
    this.#open.set(ball, { facts, lastHitAt: 0, lastHitter: NOBODY });
    this.#rallies.push(facts);
  }

  #hit({ at, y, seat, speed, ball }: SimEvent): void {
    const rally = this.#open.get(ball);
    if (rally === undefined) return;
    const { facts, lastHitter } = rally;
    facts.hits.push({
      seat,
      y: rounded(y, 100),
      offset: rounded(y - this.#paddleAt(this.#court.rails[seat]!, at), 100),
      speed: perSecond(speed),
      reactionMs: lastHitter === NOBODY || lastHitter === seat ? null : this.#reactionMs(seat, rally.lastHitAt, at),
    });
    facts.topSpeed = Math.max(facts.topSpeed, perSecond(speed));
    rally.lastHitAt = at;
    rally.lastHitter = seat;
  }

  #goal({ at, y, seat, ball }: SimEvent): void {
    const facts = this.#open.get(ball)?.facts;
    if (facts === undefined) return;
    facts.endTick = Math.floor(at) + 1;
    facts.winner = this.#court.rails.findIndex((rail) => rail.seat !== seat);
    facts.missedAt = rounded(y, 100);
    this.#open.delete(ball);
  }

  #paddleAt(rail: Rail, at: number): number {
    const paddle = this.#paddles[rail.seat]!;
    return paddle.y + travel(this.#court, rail, paddle) * (at - this.#tick);
  }

  /** At the far line the ball is drawn L late (sdk/perception.ts), so the other's hit is shown L after it happened. */
  #reactionMs(seat: number, lastHitAt: number, hitAt: number): number | null {
    const shownAt = lastHitAt + this.#lateness(seat, lastHitAt);
    const first = firstAfter(this.#presses[seat]!, shownAt);
    if (first === undefined || first.tick >= hitAt) return null;
    return rounded(((first.tick - shownAt) * 1000) / TICKS_PER_SECOND, 1);
  }

  /** How late this player saw the other one at that moment, in ticks. */
  #lateness(seat: number, at: number): number {
    const before = indexAfter(this.#seenLate[seat]!, at) - 1;
    return (this.#seenLate[seat]![before]?.quarterTicks ?? 0) / 4;
  }
}

function firstAfter<T extends { readonly tick: number }>(list: readonly T[], tick: number): T | undefined {
  return list[indexAfter(list, tick)];
}

function perSecond(speed: number): number {
  return rounded(speed * TICKS_PER_SECOND, 10);
}

function rounded(value: number, steps: number): number {
  return Math.floor(value * steps + 0.5) / steps;
}
