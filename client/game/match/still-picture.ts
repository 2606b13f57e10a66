// The table before anything is played on it: the ball on its spot, the paddles in the middle.

import type { Court } from "../../../pong/court.ts";
import type { RenderState } from "../../../sdk/render-state.ts";

export function stillPicture(court: Court): RenderState {
  return {
    tick: 0,
    balls: court.spots.map(({ x, y }) => ({ x, y, tick: 0, flying: false, speed: 0 })),
    paddles: court.rails.map(({ seat }) => ({ seat, y: 0, tick: 0 })),
    servesIn: 0,
    moments: [],
  };
}
