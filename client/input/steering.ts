// From keyboard, pointer and fingers to the keys that a session holds. Whichever was used last steers.

import type { Court } from "../../pong/court.ts";
import { Key, type Keys } from "../../pong/keys.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import { screenRight } from "../scene/camera.ts";
import { unitsToTheRight } from "./aim.ts";
import { createChase, follow, letGo } from "./chase.ts";
import { createHeldKeys, press, type Push, push, pushOf, release } from "./held-keys.ts";

export interface SteeringOptions {
  /** Where pointers and fingers count. */
  readonly surface: HTMLElement;
  readonly court: Court;
  readonly seat: number;
  readonly left: AbortSignal;
  hold(keys: Keys): void;
}

/** A frame that took longer than this was a hiccup, not the usual stride. */
const LONGEST_FRAME_SECONDS = 0.1;

export class Steering {
  readonly #options: SteeringOptions;
  readonly #keys = createHeldKeys();
  readonly #chase = createChase();
  /** Where the pointer wants the paddle, in court units to the right of the middle. */
  #target: number | null = null;
  #lastMs = performance.now();
  #stop: ReturnType<typeof setTimeout> | undefined;
  #held: Keys = Key.none;

  /** Listens until `left` aborts. */
  constructor(options: SteeringOptions) {
    this.#options = options;
    const { surface, left: signal } = options;
    const rest = (): void => this.rest();
    addEventListener("keydown", (event) => this.#keyDown(event), { signal });
    addEventListener("keyup", (event) => this.#keyUp(event), { signal });
    addEventListener("blur", rest, { signal });
    document.addEventListener("visibilitychange", rest, { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#stop));
    for (const kind of ["pointerdown", "pointermove"] as const) {
      surface.addEventListener(kind, (event) => this.#point(event), { signal });
    }
    for (const kind of ["pointerup", "pointercancel", "pointerleave"] as const) {
      surface.addEventListener(kind, (event) => this.#unpoint(event), { signal });
    }
  }

  /** Call once a frame, with where one's own paddle is drawn: chases the pointer. */
  frame(paddleY: number): void {
    const { court, seat } = this.#options;
    const nowMs = performance.now();
    const seconds = Math.min(LONGEST_FRAME_SECONDS, (nowMs - this.#lastMs) / 1000);
    this.#lastMs = nowMs;
    if (this.#keys.held.length > 0) return;
    const speed = court.paddleSpeed * TICKS_PER_SECOND;
    const target = this.#target;
    const distance = target === null ? null : reachable(court, seat, target) - paddleY * screenRight(seat);
    const way = follow(this.#chase, { nowMs, distance, stride: speed * seconds });
    this.#hold(way);
    clearTimeout(this.#stop);
    if (way !== 0 && distance !== null)
      this.#stop = setTimeout(() => this.#arrive(), (Math.abs(distance) / speed) * 1000);
  }

  /** Lets go of everything. */
  rest(): void {
    this.#keys.held.length = 0;
    this.#forgetPointer();
    this.#hold(0);
  }

  #keyDown(event: KeyboardEvent): void {
    if (pushOf(event.code) === 0 || event.ctrlKey || event.metaKey || event.altKey || isWritingIn(event.target)) return;
    event.preventDefault();
    if (!press(this.#keys, event.code)) return;
    this.#forgetPointer();
    this.#hold(push(this.#keys));
  }

  #keyUp(event: KeyboardEvent): void {
    if (release(this.#keys, event.code)) this.#hold(push(this.#keys));
  }

  #point(event: PointerEvent): void {
    if (!event.isPrimary) return;
    // Browsers report a mouse that lies still when something moves under it; only one that moves itself takes over.
    if (event.type === "pointermove" && event.movementX === 0 && event.movementY === 0) return;
    const { surface, court, seat } = this.#options;
    this.#target = unitsToTheRight(court, seat, surface.getBoundingClientRect(), event.clientX);
  }

  #unpoint(event: PointerEvent): void {
    // A mouse goes on pointing when its button comes up; a finger that is lifted does not.
    if (event.type === "pointerup" && event.pointerType === "mouse") return;
    this.#target = null;
  }

  /** The paddle is where it was sent, and the next frame may be long in coming on a slow machine. */
  #arrive(): void {
    if (this.#keys.held.length > 0) return;
    letGo(this.#chase, performance.now());
    this.#hold(0);
  }

  #forgetPointer(): void {
    this.#target = null;
    letGo(this.#chase, performance.now());
  }

  #hold(way: Push): void {
    const right = screenRight(this.#options.seat);
    const keys = way === 0 ? Key.none : way === right ? Key.up : Key.down;
    if (keys === this.#held) return;
    this.#held = keys;
    this.#options.hold(keys);
  }
}

/** The nearest that the paddle can get, in units to the right. */
function reachable(court: Court, seat: number, target: number): number {
  const rail = court.rails[seat];
  const far = rail === undefined ? 0 : Math.min(-rail.minY, rail.maxY);
  return Math.min(far, Math.max(-far, target));
}

/** Keys that go into a field, a slider or a dialog are not for the paddle. */
function isWritingIn(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, dialog") !== null;
}
