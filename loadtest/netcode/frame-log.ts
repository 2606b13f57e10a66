// Every frame that a player was shown, and what plain rollback would have shown them, as numbers: objects by the hundred
// thousand would make the process stand still now and then.

import type { Timeline } from "../../pong/timeline.ts";
import { ballAt, paddleAt } from "../../sdk/between-ticks.ts";
import type { RenderState } from "../../sdk/render-state.ts";
import type { Frame } from "../frames.ts";

/** at, tick; of each paddle tick and y; ball's tick, x, y; plainly both paddles' y, the ball's x, y. */
const NUMBERS = 2 + 4 + 3 + 4;

export class FrameLog {
  #numbers: Float64Array;
  #length = 0;

  /** @param most frames there will be about */
  constructor(most: number) {
    this.#numbers = new Float64Array(most * NUMBERS);
  }

  get length(): number {
    return this.#length;
  }

  /** @param timeline what is known: plain rollback draws all of it at the present tick */
  add(picture: RenderState, timeline: Timeline, atMs: number): void {
    if ((this.#length + 1) * NUMBERS > this.#numbers.length) this.#grow();
    const [left, right] = picture.paddles;
    // The bench is played on a court with one.
    const ball = picture.balls[0]!;
    const now = Math.max(timeline.confirmed.tick, picture.tick);
    const plain = ballAt(timeline, 0, now);
    const numbers = [atMs, picture.tick, left!.tick, left!.y, right!.tick, right!.y, ball.tick, ball.x, ball.y];
    this.#numbers.set(numbers, this.#length * NUMBERS);
    const plainly = [paddleAt(timeline, 0, now), paddleAt(timeline, 1, now), plain.x, plain.y];
    this.#numbers.set(plainly, this.#length * NUMBERS + numbers.length);
    this.#length++;
  }

  /** What was shown. */
  shown(at: number): Frame {
    const [atMs, tick, leftTick, left, rightTick, right, ballTick, x, y] = this.#row(at);
    const paddles = [
      { tick: leftTick!, y: left! },
      { tick: rightTick!, y: right! },
    ];
    return { atMs: atMs!, tick: tick!, paddles, ball: { tick: ballTick!, x: x!, y: y! } };
  }

  /** What plain rollback would have shown. */
  plain(at: number): Frame {
    const row = this.#row(at);
    const [atMs, tick] = row;
    const [left, right, x, y] = row.subarray(NUMBERS - 4);
    const paddles = [left!, right!].map((paddle) => ({ tick: tick!, y: paddle }));
    return { atMs: atMs!, tick: tick!, paddles, ball: { tick: tick!, x: x!, y: y! } };
  }

  #row(at: number): Float64Array {
    return this.#numbers.subarray(at * NUMBERS, (at + 1) * NUMBERS);
  }

  #grow(): void {
    const more = new Float64Array(this.#numbers.length * 2);
    more.set(this.#numbers);
    this.#numbers = more;
  }
}
