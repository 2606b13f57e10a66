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
  readonly #own = new OwnPresses();

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
  press(seat: number, firstTick: number): Press {
    const tick = Math.max(firstTick, this.#lastStamp);
    const keys = this.#held[seat]!;
    this.#lastStamp = tick;
    this.#acting[seat] = keys;
    const press = { tick, seat, keys };
    this.#own.add(press);
    return press;
  }

  /** The last press that the server has received counts at another tick, or not at all (`to` null). */
  correct(timeline: Timeline, received: number, to: number | null): void {
    const press = this.#own.correct(timeline, received, to);
    if (press === null) return;
    this.#lastStamp = Math.max(this.#lastStamp, to ?? 0);
    this.#acting[press.seat] = heldKeys(timeline, press.seat);
  }

  /** The connection is new. */
  reconnect(): void {
    this.#own.reconnect();
  }

  /**
   * The match goes on from another keyframe.
   * @param received presses of this connection that are in it; @param isSamePlay the later ones still count
   */
  adopt(timeline: Timeline, seats: readonly number[], received: number, isSamePlay: boolean): void {
    this.#own.forget(received);
    if (isSamePlay) this.#own.carryOver(timeline);
    else this.#own.drop();
    this.#lastStamp = Math.max(this.#lastStamp, timeline.confirmed.tick);
    for (const seat of seats) this.#acting[seat] = heldKeys(timeline, seat);
  }

  /** The server has received so many presses of this connection. */
  forget(received: number): void {
    this.#own.forget(received);
  }

  /** The oldest tick that may still change because of a press of one's own; Infinity when there is none. */
  get oldestTick(): number {
    return this.#own.oldestTick;
  }
}
