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
  /** In order. The last one is the one that is being played, unless it has a scorer. */
  readonly rallies: Rally[] = [];
  #rally: Draft | null = null;
  #score: readonly number[];
  readonly #before: readonly number[];

  constructor(seats: number) {
    this.#score = this.#before = Array.from({ length: seats }, () => 0);
  }

  note({ kind, at, seat }: SimEvent): void {
    if (kind === "serve") {
      const tick = Math.floor(at);
      this.#rally = { tick, endTick: tick, server: seat, hits: 0, scorer: NOBODY, score: this.#score };
      this.rallies.push(this.#rally);
    }
    if (this.#rally === null) return;
    if (kind === "hit") this.#rally.hits++;
    if (kind !== "goal") return;
    this.#score = this.#score.map((points, other) => (other === seat ? points : points + 1));
    this.#rally.endTick = Math.floor(at) + 1;
    this.#rally.scorer = this.#score.findIndex((_, other) => other !== seat);
    this.#rally.score = this.#score;
    this.#rally = null;
  }

  /** A rally that is being played lasts as long as is known. */
  set endTick(tick: number) {
    if (this.#rally !== null) this.#rally.endTick = tick;
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
    const index = this.indexAt(tick);
    const rally = this.rallies[index];
    if (rally !== undefined && rally.scorer !== NOBODY && rally.endTick <= tick) return rally.score;
    return this.rallies[index - 1]?.score ?? this.#before;
  }
}
