// The rallies of a film (film.ts): where each begins and ends, who won it, how it then stood.

import { indexAfter } from "../pong/recording.ts";
import type { SimEvent } from "../pong/step.ts";
import { NOBODY } from "../pong/world.ts";

export interface Rally {
  /** Of the serve. */
  readonly tick: number;
  /** The goal's, or what is known last. */
  readonly endTick: number;
  /** Seat. */
  readonly server: number;
  readonly hits: number;
  /** The seat that got the point; NOBODY while it is played, or when the match ended before. */
  readonly scorer: number;
  /** By seat, after it. */
  readonly score: readonly number[];
}

type Draft = { -readonly [Field in keyof Rally]: Rally[Field] };

export class RallyMarks {
  /** In the order of their serves. One that has no scorer is being played, or was when the match ended. */
  readonly rallies: Rally[] = [];
  /** Those that are being played, by ball. */
  readonly #open = new Map<number, Draft>();
  /** Those that ended with a goal, in the order in which they ended. */
  readonly #scored: { readonly tick: number; readonly score: readonly number[] }[] = [];
  #score: readonly number[];
  readonly #before: readonly number[];

  constructor(seats: number) {
    this.#score = this.#before = Array.from({ length: seats }, () => 0);
  }

  note({ kind, at, seat, ball }: SimEvent): void {
    if (kind === "serve") {
      const tick = Math.floor(at);
      const served = { tick, endTick: tick, server: seat, hits: 0, scorer: NOBODY, score: this.#score };
      this.#open.set(ball, served);
      this.rallies.push(served);
    }
    const rally = this.#open.get(ball);
    if (rally === undefined) return;
    if (kind === "hit") rally.hits++;
    if (kind !== "goal") return;
    this.#score = this.#score.map((points, other) => (other === seat ? points : points + 1));
    rally.endTick = Math.floor(at) + 1;
    rally.scorer = this.#score.findIndex((_, other) => other !== seat);
    rally.score = this.#score;
    this.#scored.push({ tick: rally.endTick, score: rally.score });
    this.#open.delete(ball);
  }

  /** A rally that is being played lasts as long as is known. */
  set endTick(tick: number) {
    for (const rally of this.#open.values()) rally.endTick = tick;
  }

  /** The one with the most hits, the first of them; null before the first rally. */
  get longest(): Rally | null {
    return this.rallies.reduce<Rally | null>((most, one) => (most === null || one.hits > most.hits ? one : most), null);
  }

  /** The last rally that has begun by this tick: its index, -1 before the first. */
  indexAt(tick: number): number {
    return indexAfter(this.rallies, tick) - 1;
  }

  /** Points by seat. */
  scoreAt(tick: number): readonly number[] {
    return this.#scored[indexAfter(this.#scored, tick) - 1]?.score ?? this.#before;
  }
}
