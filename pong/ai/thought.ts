// What the computer thought at a look: all that "How the AI thinks" shows in a replay.

import type { Press } from "../timeline.ts";
import type { World } from "../world.ts";
import type { Aim } from "./aims.ts";
import type { Point } from "./foresight.ts";
import type { AiLevel } from "./levels.ts";

export interface Expected {
  /** Index of the ball. */
  readonly ball: number;
  readonly y: number;
  readonly tick: number;
  /** Where the ball turns on the way. */
  readonly turns: readonly Point[];
}

export interface Thought {
  readonly level: AiLevel;
  readonly seat: number;
  /** The tick of the look, and the table as it was seen: at a tick somewhat before it. */
  readonly tick: number;
  readonly seen: Readonly<World>;
  /** Where it expects the ball to reach its line; null when none comes. */
  readonly coming: Expected | null;
  /** The places on its paddle that it considered, with what each is worth; none when no ball comes. */
  readonly aims: readonly Aim[];
  readonly chosen: Aim | null;
  /** How far off the truth it took the ball to be, on purpose, in court units. */
  readonly error: number;
  /** Where it goes: to meet the ball, or null; and to wait. */
  readonly meetY: number | null;
  readonly waitY: number;
  readonly presses: readonly Press[];
  /** Until then these presses are all. */
  readonly nextLook: number;
}
