// What every part of the scene is given to draw one frame.

import type { Court } from "../../../pong/court.ts";
import type { SimEvent } from "../../../pong/step.ts";
import type { RenderState } from "../../../sdk/render-state.ts";

export interface Frame {
  readonly renderState: RenderState;
  /** Monotonic time of the frame. */
  readonly seconds: number;
  /** Seconds since the frame before; 0 for the first, at most MAX_FRAME_SECONDS. */
  readonly passed: number;
}

/** A longer gap is a tab that was hidden: effects don't catch up with it. */
export const MAX_FRAME_SECONDS = 0.1;

/** A part of the scene that moves. */
export interface Part {
  update(frame: Frame): void;
  /** Called for each moment that has come into view, before `update`. */
  react?(moment: SimEvent, frame: Frame): void;
  /** Frees what it has, of a part that goes before the table does. */
  close?(): void;
}

/** A part for each ball of the court; each hears of the moments of its own. */
export function forEachBall({ court }: { readonly court: Court }, create: (index: number) => Part): Part {
  const parts = court.spots.map((_, index) => create(index));
  return {
    react: (moment, frame) => parts[moment.ball]?.react?.(moment, frame),
    update(frame) {
      for (const part of parts) part.update(frame);
    },
  };
}

/** From 1 at `since` to 0 after `length` seconds, as a curve that starts steep; 0 outside. */
export function fade(seconds: number, since: number, length: number): number {
  const left = 1 - (seconds - since) / length;
  return left > 0 && left <= 1 ? left * left : 0;
}
