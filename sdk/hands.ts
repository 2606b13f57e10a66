// The player's own hands: which keys are held on which of their seats, and the presses made from that, as long as the server
// may still move or refuse them (own-presses.ts).

import { type Keys, Key } from "../pong/keys.ts";
import { type Press, type Timeline, heldKeys } from "../pong/timeline.ts";
import { OwnPresses } from "./own-presses.ts";

export class Hands {
  /** By seat: what is to be held, and what the presses made so far hold. */
  readonly #held: Keys[];
  readonly #acting: Keys[];
  #lastStamp = 0;
  #own = new OwnPresses();

  constructor(seats: number) {
    this.#held = Array.from({ length: seats }, () => Key.none);
    this.#acting = [...this.#held];
  }

  hold(seat: number, keys: Keys): void {
    this.#held[seat] = keys;
  }

  /** Whether what is held on a seat is not yet acted on. */
  isRestless(seat: number): boolean {
    return this.#held[seat] !== this.#acting[seat];
  }

  /** What the presses made so far hold. */
  actingKeys(seat: number): Keys {
    return this.#acting[seat] ?? Key.none;
  }

  /** Acts on what is held: the press, of this tick or a later one, since stamps only grow. */
  press(seat: number, firstTick: number, nowMs: number): Press {
    const tick = Math.max(firstTick, this.#lastStamp);
    const keys = this.#held[seat]!;
    this.#lastStamp = tick;
    this.#acting[seat] = keys;
    const press = { tick, seat, keys };
    this.#own.add(press, nowMs);
    return press;
  }

  /** A press counts at another tick, or not at all (`to` null). */
  correct(timeline: Timeline, press: Press, to: number | null): void {
    if (!this.#own.correct(timeline, press, to)) return;
    this.#lastStamp = Math.max(this.#lastStamp, to ?? 0);
    this.#acting[press.seat] = heldKeys(timeline, press.seat);
  }

  /** The match goes on from another keyframe: nothing of before can be changed any more. */
  adopt(timeline: Timeline, seats: readonly number[]): void {
    this.#own = new OwnPresses();
    this.#lastStamp = Math.max(this.#lastStamp, timeline.confirmed.tick);
    for (const seat of seats) this.#acting[seat] = heldKeys(timeline, seat);
  }

  /** The server has received what was sent before this time. */
  forgetUntil(sentMs: number): void {
    this.#own.forgetUntil(sentMs);
  }

  /** The oldest tick that may still change because of a press of one's own; Infinity when there is none. */
  get oldestTick(): number {
    return this.#own.oldestTick;
  }
}
