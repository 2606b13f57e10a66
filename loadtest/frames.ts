// What was drawn, kept frame by frame, and held against what the recordings say was so.

import { STANDARD_COURT } from "../pong/games.ts";
import type { RecordedMatch } from "./recorded-match.ts";

/** Off by more than a millionth of the table, in court units. */
const WRONG = 1e-6 * 2 * STANDARD_COURT.halfLength;

/** Everything says which tick it claims to show. */
export interface Frame {
  readonly atMs: number;
  readonly tick: number;
  /** By seat. */
  readonly paddles: readonly { readonly tick: number; readonly y: number }[];
  readonly ball: { readonly tick: number; readonly x: number; readonly y: number };
}

export interface Judgement {
  readonly wrongBall: boolean;
  /** By seat. */
  readonly wrongPaddles: readonly boolean[];
}

/** What was wrong in a frame. What no recording covers (before a match, after its end) is not held against it. */
export function judgeFrame(frame: Frame, matches: readonly RecordedMatch[]): Judgement {
  const inside = (tick: number): RecordedMatch | undefined => {
    const match = matches.findLast((one) => tick >= one.startTick);
    return match !== undefined && tick <= match.startTick + match.lastTick ? match : undefined;
  };
  const ball = inside(frame.ball.tick)?.ball(frame.ball.tick);
  return {
    wrongBall: ball !== undefined && Math.hypot(ball.x - frame.ball.x, ball.y - frame.ball.y) > WRONG,
    wrongPaddles: frame.paddles.map(({ tick, y }, seat) => {
      const was = inside(tick)?.paddle(seat, tick);
      return was !== undefined && Math.abs(was - y) > WRONG;
    }),
  };
}
