// The ball: solid and pale, with the shade of its touch on the cloth; it brightens for a moment when it turns.

import type { SimEvent } from "../../../../pong/step.ts";
import { Color3, CreateGround, CreateSphere, type DynamicTexture } from "../babylon.ts";
import { fade, type Frame, type Part } from "../frame.ts";
import { createLight, createSolid } from "../materials.ts";
import { Layer, type Stage } from "../stage.ts";
import { CLASSIC_COLORS } from "./colors.ts";

const FLARE_SECONDS = 0.3;
/** A resting ball breathes this often a second. */
const BREATHS = 1;
/** How bright it is where no lamp reaches. */
const OWN_LIGHT = 0.62;

/** `spot` is a soft round patch. */
export function createBall(stage: Stage, spot: DynamicTexture, index: number): Part {
  const { court, scene } = stage;
  const radius = court.ballRadius;
  const plain = Color3.FromHexString(CLASSIC_COLORS.ball);
  const skin = createSolid(stage, "ball", plain.scale(0.42), 0.3);
  const ball = CreateSphere("ball", { diameter: radius * 2, segments: 24 }, scene);
  ball.material = skin;
  stage.casting.push(ball);

  const shade = createLight(stage, "ball shade", spot, Color3.Black());
  shade.alpha = 0.75;
  const touch = CreateGround("ball shade", { width: radius * 4.6, height: radius * 4.6 }, scene);
  touch.material = shade;
  touch.alphaIndex = Layer.decal;

  let flaredAt = -Infinity;
  return {
    react(_moment: SimEvent, frame: Frame): void {
      flaredAt = frame.seconds;
    },
    update({ renderState, seconds }: Frame): void {
      const drawn = renderState.balls[index];
      if (!drawn) return;
      const flare = stage.isCalm ? 0 : fade(seconds, flaredAt, FLARE_SECONDS);
      const breath = drawn.flying || stage.isCalm ? 0 : 0.5 - 0.5 * Math.cos(seconds * BREATHS * Math.PI * 2);
      ball.position.set(drawn.x, radius, drawn.y);
      ball.scaling.setAll(1 + 0.08 * breath);
      touch.position.set(drawn.x, 0.02, drawn.y);
      plain.scaleToRef(OWN_LIGHT + 0.4 * flare, skin.emissiveColor);
    },
  };
}
