// The parts of the table that each theme builds its own way (neon/, classic/).

import type { Rail } from "../../../pong/court.ts";
import type { DynamicTexture, Mesh } from "./babylon.ts";
import type { Part } from "./frame.ts";
import type { Stage } from "./stage.ts";

export interface ThemeBuilders {
  createSurroundings(stage: Stage): Part;
  /** Returns the mesh on which shadows fall. */
  buildTableTop(stage: Stage): Mesh;
  /** `spot` is a soft round patch of white that fades to nothing. */
  createPaddleLook(stage: Stage, rail: Rail, spot: DynamicTexture): PaddleLook;
  createBall(stage: Stage, spot: DynamicTexture, index: number): Part;
}

/** The bodies of one paddle. paddles.ts moves them. */
export interface PaddleLook {
  /** They give way when the paddle hits. */
  readonly bodies: readonly Mesh[];
  /** They lie under it and only go along. */
  readonly decals: readonly Mesh[];
  /** From 1 right after a hit down to 0; called each frame. */
  flare(share: number): void;
}
