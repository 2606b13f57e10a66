// The paddles: they slide along their rails, and flare and flatten for a moment when they hit. How they look is the
// theme's (neon/paddle-look.ts, classic/paddle-look.ts).

import type { Rail } from "../../../pong/court.ts";
import type { SimEvent } from "../../../pong/step.ts";
import type { DynamicTexture } from "./babylon.ts";
import { fade, type Frame, type Part } from "./frame.ts";
import type { Stage } from "./stage.ts";
import type { PaddleLook, ThemeBuilders } from "./theme-builders.ts";

const SQUASH_SECONDS = 0.4;
/** Share of its thickness that a paddle gives way by. */
const SQUASH = 0.3;

interface Paddle {
  readonly rail: Rail;
  readonly look: PaddleLook;
  hitAt: number;
}

/** One paddle for each rail of the court; `spot` is a soft round light. */
export function createPaddles(stage: Stage, builders: ThemeBuilders, spot: DynamicTexture): Part {
  const paddles: Paddle[] = stage.court.rails.map((rail) => ({
    rail,
    look: builders.createPaddleLook(stage, rail, spot),
    hitAt: -Infinity,
  }));
  return {
    react(moment: SimEvent, frame: Frame): void {
      const paddle = paddles[moment.seat];
      if (moment.kind === "hit" && paddle) paddle.hitAt = frame.seconds;
    },
    update({ renderState, seconds }: Frame): void {
      for (const drawn of renderState.paddles) {
        const paddle = paddles[drawn.seat];
        if (paddle) pose(paddle, drawn.y, seconds, stage.isCalm);
      }
    },
  };
}

function pose({ rail, look, hitAt }: Paddle, y: number, seconds: number, isCalm: boolean): void {
  const flare = fade(seconds, hitAt, SQUASH_SECONDS);
  const squash = isCalm ? 0 : SQUASH * flare * Math.cos((1 - flare) * 7);
  for (const mesh of look.bodies) {
    mesh.position.z = y;
    mesh.position.x = rail.x - rail.facing * squash * 0.3;
    mesh.scaling.set(1 - squash, 1 + squash * 0.25, 1 + squash * 0.35);
  }
  for (const decal of look.decals) decal.position.z = y;
  look.flare(flare);
}
