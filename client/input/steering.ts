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
  /** Called when a pointer or finger (true) or the keyboard (false) takes over. */
  touched?(byPointer: boolean): void;
}

export interface Steering {
  /** Call once a frame, with where one's own paddle is drawn: chases the pointer. */
  frame(paddleY: number): void;
  /** Lets go of everything. */
  rest(): void;
}

/** A frame that took longer than this was a hiccup, not the usual stride. */
const LONGEST_FRAME_SECONDS = 0.1;

export function openSteering(options: SteeringOptions): Steering {
  const { surface, court, seat, left: signal } = options;
  const right = screenRight(seat);
  const keys = createHeldKeys();
  const chase = createChase();
  /** Where the pointer wants the paddle, in court units to the right of the middle. */
  let target: number | null = null;
  let lastMs = performance.now();
  let sent: Keys = Key.none;

  const hold = (way: Push): void => {
    const now = way === 0 ? Key.none : way === right ? Key.up : Key.down;
    if (now === sent) return;
    sent = now;
    options.hold(now);
  };
  const rest = (): void => {
    keys.held.length = 0;
    target = null;
    letGo(chase, performance.now());
    hold(0);
  };

  const keyDown = (event: KeyboardEvent): void => {
    if (pushOf(event.code) === 0 || event.ctrlKey || event.metaKey || event.altKey || isWritingIn(event.target)) return;
    event.preventDefault();
    if (!press(keys, event.code)) return;
    target = null;
    letGo(chase, performance.now());
    hold(push(keys));
    options.touched?.(false);
  };
  const keyUp = (event: KeyboardEvent): void => {
    if (release(keys, event.code)) hold(push(keys));
  };
  const point = (event: PointerEvent): void => {
    if (!event.isPrimary) return;
    // A mouse that lies still while somebody plays by keys says nothing; one that moves does.
    if (event.type === "pointermove" && event.movementX === 0 && event.movementY === 0) return;
    target = unitsToTheRight(court, seat, surface.getBoundingClientRect(), event.clientX);
    if (event.type === "pointerdown") options.touched?.(true);
  };
  const unpoint = (event: PointerEvent): void => {
    if (event.type === "pointerup" && event.pointerType === "mouse") return;
    target = null;
  };

  addEventListener("keydown", keyDown, { signal });
  addEventListener("keyup", keyUp, { signal });
  addEventListener("blur", rest, { signal });
  document.addEventListener("visibilitychange", rest, { signal });
  surface.addEventListener("pointerdown", point, { signal });
  surface.addEventListener("pointermove", point, { signal });
  for (const end of ["pointerup", "pointercancel", "pointerleave"] as const) {
    surface.addEventListener(end, unpoint, { signal });
  }

  return {
    frame(paddleY) {
      const nowMs = performance.now();
      const seconds = Math.min(LONGEST_FRAME_SECONDS, (nowMs - lastMs) / 1000);
      lastMs = nowMs;
      if (keys.held.length > 0) return;
      const distance = target === null ? null : reachable(court, seat, target) - paddleY * right;
      hold(follow(chase, { nowMs, distance, stride: court.paddleSpeed * TICKS_PER_SECOND * seconds }));
    },
    rest,
  };
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
