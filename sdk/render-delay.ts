// L of the perception filter for the other players: how late their presses come here. It follows what is measured slowly
// enough that drawn time never stands still or runs back. And what it was at any moment of a recording.

import type { MatchStatus } from "../schema/match-status.ts";
import { MOST_RELAY_TICKS, MS_PER_TICK } from "../schema/timing.ts";
import { indexAfter, type SeenLate } from "../pong/recording.ts";

/** L changes by at most this share of the time that passes. */
export const SLEW = 0.05;

class RenderDelay {
  #ticks = 0;
  #isSet = false;

  get ticks(): number {
    return this.#ticks;
  }

  /**
   * @param upMs the other player's usual worst way up, negative when their presses come ahead of time; @param downMs ours down
   * @param passedTicks since the last call
   * @param mayJump nothing moves that could be taken back
   */
  follow(upMs: number, downMs: number, passedTicks: number, mayJump: boolean): void {
    const bothWaysMs = Math.max(0, upMs + Math.max(0, downMs));
    const target = Math.min(MOST_RELAY_TICKS, bothWaysMs / MS_PER_TICK);
    if (mayJump || !this.#isSet) {
      this.#ticks = target;
      this.#isSet = true;
      return;
    }
    const most = Math.max(0, passedTicks) * SLEW;
    this.#ticks += Math.min(most, Math.max(-most, target - this.#ticks));
  }
}

export class RenderDelays {
  /** By seat, in ticks; 0 for own seats. */
  readonly ticks: number[];
  readonly #seats: RenderDelay[];
  #followedAtTick = 0;

  constructor(seats: number) {
    this.#seats = Array.from({ length: seats }, () => new RenderDelay());
    this.ticks = this.#seats.map(() => 0);
  }

  /**
   * @param own seats of this client; @param downMs our usual worst way down; @param t the present tick
   * @param mayJump nothing moves that could be taken back
   */
  follow(status: MatchStatus | null, own: readonly number[], downMs: number, t: number, mayJump: boolean): void {
    const passed = t - this.#followedAtTick;
    this.#followedAtTick = t;
    for (const [seat, lateness] of this.#seats.entries()) {
      if (own.includes(seat)) continue;
      lateness.follow(status?.seats[seat]?.uplinkDelayMs ?? 0, downMs, passed, mayJump);
      this.ticks[seat] = lateness.ticks;
    }
  }
}

/**
 * L at a tick, in ticks. It was moving at its own slow pace when it reached what was noted, so that is how it is
 * drawn on its way there; before the first note it was the first note.
 * @param notes of one seat, in order
 */
export function latenessThen(notes: readonly SeenLate[], tick: number): number {
  const index = indexAfter(notes, tick);
  const next = notes[index];
  const now = notes[index - 1] ?? next;
  if (now === undefined) return 0;
  const held = now.quarterTicks / 4;
  if (next === undefined || next === now) return held;
  const goal = next.quarterTicks / 4;
  const reach = (next.tick - tick) * SLEW;
  return Math.min(goal + reach, Math.max(goal - reach, held));
}
