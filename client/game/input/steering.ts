// From keyboard, pointer, fingers and game pad to the keys that a session holds on one seat. Whichever was used last steers.

import type { Court } from "../../../pong/court.ts";
import { Key, type Keys } from "../../../pong/keys.ts";
import { TICKS_PER_SECOND } from "../../../pong/rules.ts";
import { courtYAt, type PaddleWay, paddleWay, type Sight } from "./aim.ts";
import { createChase, follow, letGo } from "./chase.ts";
import { connectedPads, padPush } from "./game-pad.ts";
import { createHeldKeys, type KeySide, press, type Push, push as pushed, pushOf, release } from "./held-keys.ts";
import { type Half, halfOf, Pointers } from "./pointers.ts";
import type { View } from "../../platform/settings.ts";

export interface SteeringOptions {
  /** Where pointers and fingers count. */
  readonly surface: HTMLElement;
  readonly court: Court;
  /** Whose paddle this steers. */
  readonly seat: number;
  /** From whose side it is seen, and how. */
  readonly cameraSeat: number;
  readonly view: () => View;
  readonly side: KeySide;
  /** Which half of the screen is this seat's; null: all of it. */
  readonly half: Half | null;
  /** Which of the game pads, in their order. */
  readonly pad: number;
  readonly left: AbortSignal;
  hold(keys: Keys): void;
}

/** A frame that took longer than this was a hiccup, not the usual stride. */
const LONGEST_FRAME_SECONDS = 0.1;

export class Steering {
  readonly #options: SteeringOptions;
  readonly #keys;
  readonly #chase = createChase();
  readonly #pointers: Pointers;
  #padPush: Push = 0;
  #lastMs = performance.now();
  #stop: ReturnType<typeof setTimeout> | undefined;
  #held: Keys = Key.none;

  /** Listens until `left` aborts. */
  constructor(options: SteeringOptions) {
    this.#options = options;
    this.#keys = createHeldKeys(options.side);
    const { surface, half, left: signal } = options;
    this.#pointers = new Pointers(
      surface,
      signal,
      half === null ? null : (point) => halfOf(this.#sight(), point) === half,
    );
    const rest = (): void => this.rest();
    addEventListener("keydown", (event) => this.#keyDown(event), { signal });
    addEventListener("keyup", (event) => this.#keyUp(event), { signal });
    addEventListener("blur", rest, { signal });
    document.addEventListener("visibilitychange", rest, { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#stop));
  }

  /** Call once a frame, with where the paddle is drawn: looks at the pad, chases the pointer. */
  frame(paddleY: number): void {
    const { court, seat } = this.#options;
    const nowMs = performance.now();
    const seconds = Math.min(LONGEST_FRAME_SECONDS, (nowMs - this.#lastMs) / 1000);
    this.#lastMs = nowMs;
    const pad = connectedPads()[this.#options.pad];
    const { point } = this.#pointers;
    const isAtRest = point === null && this.#chase.push === 0;
    // The table's place on the screen is expensive to query, and mostly keys steer.
    if (pad === undefined && this.#padPush === 0 && (isAtRest || this.#keys.held.length > 0)) return;
    const sight = this.#sight();
    const way = paddleWay(sight);
    if (this.#heedPad(pad, way) || this.#keys.held.length > 0 || this.#padPush !== 0) return;
    const speed = court.paddleSpeed * TICKS_PER_SECOND;
    const rail = court.rails[seat]!;
    const target = point === null ? null : Math.min(rail.maxY, Math.max(rail.minY, courtYAt(sight, rail, point)));
    const distance = target === null ? null : (target - paddleY) * way.sign;
    const push = follow(this.#chase, { nowMs, distance, stride: speed * seconds });
    this.#hold(push, way);
    clearTimeout(this.#stop);
    if (push !== 0 && distance !== null)
      this.#stop = setTimeout(() => this.#arrive(), (Math.abs(distance) / speed) * 1000);
  }

  /** Releases everything. */
  rest(): void {
    this.#keys.held.length = 0;
    this.#forgetPointer();
    this.#hold(0);
  }

  #sight(): Sight {
    const { court, cameraSeat: seat, view, surface } = this.#options;
    return { court, seat, view: view(), box: surface.getBoundingClientRect() };
  }

  /** Whether the pad has just changed its mind. */
  #heedPad(pad: Gamepad | undefined, way: PaddleWay): boolean {
    const now = pad === undefined ? 0 : padPush(pad, way.axis, this.#padPush);
    if (now === this.#padPush) return false;
    this.#padPush = now;
    this.#forgetPointer();
    this.#hold(now, way);
    return true;
  }

  #keyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (pushOf(this.#keys, event.code) === 0 || isWritingIn(event.target)) return;
    event.preventDefault();
    if (!press(this.#keys, event.code)) return;
    this.#forgetPointer();
    this.#hold(pushed(this.#keys));
  }

  #keyUp(event: KeyboardEvent): void {
    if (release(this.#keys, event.code)) this.#hold(pushed(this.#keys));
  }

  /** The paddle is where it was sent, and the next frame may be long in coming on a slow machine. */
  #arrive(): void {
    if (this.#keys.held.length > 0) return;
    letGo(this.#chase, performance.now());
    this.#hold(0);
  }

  #forgetPointer(): void {
    this.#pointers.forget();
    letGo(this.#chase, performance.now());
  }

  #hold(push: Push, way: PaddleWay = paddleWay(this.#sight())): void {
    const keys = push === 0 ? Key.none : push === way.sign ? Key.up : Key.down;
    if (keys === this.#held) return;
    this.#held = keys;
    this.#options.hold(keys);
  }
}

/** Keys that go into a field, a slider or a dialog are not for the paddle. */
function isWritingIn(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, dialog") !== null;
}
