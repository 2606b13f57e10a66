// Frames of sessions in virtual time, as loadtest/frames.ts holds them against recordings.

import type { Frame } from "../../loadtest/frames.ts";
import type { RenderState } from "../../sdk/render-state.ts";

/** A copy of what a picture shows, of the balls the first: trials are played on courts with one. @param atMs when it was drawn, on any clock */
export function frameOf(picture: RenderState, atMs: number): Frame {
  const { tick, x, y } = picture.balls[0]!;
  return {
    atMs,
    tick: picture.tick,
    paddles: picture.paddles.map((paddle) => ({ tick: paddle.tick, y: paddle.y })),
    ball: { tick, x, y },
  };
}

/** Whether a thing in `later` is drawn at an earlier tick than in `earlier`. */
export function runsBack(earlier: Frame, later: Frame): boolean {
  return (
    later.ball.tick < earlier.ball.tick || later.paddles.some(({ tick }, seat) => tick < earlier.paddles[seat]!.tick)
  );
}
