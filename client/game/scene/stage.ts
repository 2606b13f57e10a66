// What all parts of the scene share: the scene itself, whose side is whose, and who glows.

import type { Court } from "../../../pong/court.ts";
import { Color3, type Mesh, type Scene, type Vector3 } from "./babylon.ts";
import type { Quality } from "./quality.ts";
import type { Theme } from "./theme.ts";

export interface Stage {
  readonly scene: Scene;
  readonly court: Court;
  readonly theme: Theme;
  /** Reduced motion: nothing shakes, bursts or flashes. */
  readonly isCalm: boolean;
  /** The seat whose table it is, and the sign of x that leads away from it. */
  readonly seat: number;
  readonly forwardSign: 1 | -1;
  /** The way the camera looks, of length 1; it changes when another view is chosen. */
  readonly viewDirection: Vector3;
  /** Meshes with a halo. */
  readonly glowing: Mesh[];
  /** Meshes that cast a shadow on the table. */
  readonly casting: Mesh[];
  /** Called with the quality when all parts are there, and again whenever it changes. */
  readonly adapting: ((quality: Quality) => void)[];
}

/** The order in which see-through things are laid over each other, all of them nearly at the height of the table. */
export const Layer = {
  floor: 0,
  pool: 1,
  glass: 2,
  decal: 3,
  wave: 4,
  shell: 5,
  trail: 6,
  halo: 7,
  sparks: 8,
} as const;

/** The colour of a seat, as whoever looks sees it. */
export function colorOf(stage: Stage, seat: number): Color3 {
  return Color3.FromHexString(seat === stage.seat ? stage.theme.own : stage.theme.other);
}

/** The colour of the half of the table at this x. */
export function colorAt(stage: Stage, x: number): Color3 {
  return Color3.FromHexString(x * stage.forwardSign < 0 ? stage.theme.own : stage.theme.other);
}
