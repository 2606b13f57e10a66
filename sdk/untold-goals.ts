// A goal is told once it is certain: until then, a press that is still on its way may undo it. Meanwhile the ball is seen flying on.

import { type Timeline, happenedIn, worldAt } from "../pong/timeline.ts";
import type { SimEvent } from "../pong/step.ts";
import type { Point } from "./between-ticks.ts";

/** What is known to stay as it is. */
export interface Certainty {
  /** Nothing before this tick can change. */
  readonly tick: number;
  /** Points by seat that the server has confirmed; none while it has said nothing of this play. */
  readonly score: readonly number[];
}

/** Whether something that has happened is left to UntoldGoals. */
export function isOfGoal({ kind }: SimEvent): boolean {
  return kind === "goal" || kind === "over";
}

export class UntoldGoals {
  /** By ball: the moment of the last goal that was told. */
  readonly #toldAt: number[];

  constructor(balls: number) {
    this.#toldAt = Array.from({ length: balls }, () => -Infinity);
  }

  /**
   * Tells the goals that a ball is in by the tick it is drawn at, as far as they are certain.
   * @param told gets each goal once, and the end of the match that goes with it
   * @returns where the ball is seen then, as `beyond` does
   */
  look(timeline: Timeline, index: number, tick: number, certain: Certainty, told: SimEvent[]): Point | null {
    for (;;) {
      const goal = this.#next(timeline, index, tick);
      if (goal === null) return null;
      if (!isCertain(timeline, goal, certain)) return onward(timeline, goal, tick);
      this.#toldAt[index] = goal.at;
      const happened = happenedIn(timeline, Math.floor(goal.at));
      told.push(...happened.filter((one) => one.ball === index && isOfGoal(one)));
    }
  }

  /** Where a ball is seen that is in a goal which is not told; null while it is in none. */
  beyond(timeline: Timeline, index: number, tick: number): Point | null {
    const goal = this.#next(timeline, index, tick);
    return goal === null ? null : onward(timeline, goal, tick);
  }

  /** The first goal that is not told of those until this tick. */
  #next(timeline: Timeline, index: number, tick: number): SimEvent | null {
    const toldAt = this.#toldAt[index]!;
    const isIt = (one: SimEvent): boolean =>
      one.kind === "goal" && one.ball === index && one.at > toldAt && one.at <= tick;
    for (let at = Math.max(timeline.confirmed.tick, Math.floor(toldAt)); at <= Math.floor(tick); at++) {
      const goal = happenedIn(timeline, at).find(isIt);
      if (goal !== undefined) return goal;
    }
    return null;
  }
}

/** The score that it makes has come from the server, or nothing so old can come any more. */
function isCertain(timeline: Timeline, goal: SimEvent, { tick, score }: Certainty): boolean {
  if (goal.at < tick) return true;
  const made = worldAt(timeline, Math.floor(goal.at) + 1).score;
  return made.every((points, seat) => (score[seat] ?? -1) >= points);
}

/** Where a ball would be by now, had there been no goal. */
function onward(timeline: Timeline, goal: SimEvent, tick: number): Point {
  const before = Math.floor(goal.at);
  const { vx, vy } = worldAt(timeline, before).balls[goal.ball]!;
  const walls = happenedIn(timeline, before).filter((one) => one.kind === "wall" && one.ball === goal.ball).length;
  const passed = tick - goal.at;
  return { x: goal.x + vx * passed, y: goal.y + (walls % 2 === 0 ? vy : -vy) * passed };
}
