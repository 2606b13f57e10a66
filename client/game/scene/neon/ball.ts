// The ball: white light with a halo, a pool of light under it, and its reflection in the glass.

import type { SimEvent } from "../../../../pong/step.ts";
import { Color3, CreateGround, CreatePlane, CreateSphere, type DynamicTexture, Mesh } from "../babylon.ts";
import { NEON } from "./colors.ts";
import { fade, type Frame, type Part } from "../frame.ts";
import { createBright, createLight } from "../materials.ts";
import { colorOf, Layer, type Stage } from "../stage.ts";

const FLARE_SECONDS = 0.3;
/** A resting ball breathes this often a second. */
const BREATHS = 1.4;

/** `spot` is a soft round light. */
export function createBall(stage: Stage, spot: DynamicTexture, index: number): Part {
  const { court, scene } = stage;
  const radius = court.ballRadius;
  const plain = Color3.FromHexString(NEON.ball);
  const skin = createBright(stage, "ball", plain);
  const ball = CreateSphere("ball", { diameter: radius * 2, segments: 24 }, scene);
  ball.material = skin;
  stage.glowing.push(ball);
  stage.casting.push(ball);
  const mirrored = CreateSphere("ball below", { diameter: radius * 2, segments: 16 }, scene);
  mirrored.material = skin;
  stage.adapting.push(({ reflections }) => mirrored.setEnabled(reflections));

  const tint = plain.clone();
  const haloLight = createLight(stage, "halo", spot, tint);
  const halo = CreatePlane("halo", { size: radius * 7 }, scene);
  halo.billboardMode = Mesh.BILLBOARDMODE_ALL;
  halo.material = haloLight;
  halo.alphaIndex = Layer.halo;
  const poolLight = createLight(stage, "ball pool", spot, tint);
  const pool = CreateGround("ball pool", { width: radius * 13, height: radius * 13 }, scene);
  pool.material = poolLight;
  pool.alphaIndex = Layer.decal;

  let lastColor = plain;
  let flaredAt = -Infinity;
  return {
    react(moment: SimEvent, frame: Frame): void {
      if (moment.kind === "hit" || moment.kind === "serve") lastColor = colorOf(stage, moment.seat);
      if (moment.kind === "goal") lastColor = plain;
      flaredAt = frame.seconds;
    },
    update({ renderState, seconds }: Frame): void {
      const drawn = renderState.balls[index];
      if (!drawn) return;
      const flare = stage.isCalm ? 0 : fade(seconds, flaredAt, FLARE_SECONDS);
      const breath = drawn.flying ? 0 : 0.5 - 0.5 * Math.cos(seconds * BREATHS * Math.PI * 2);
      ball.position.set(drawn.x, radius, drawn.y);
      ball.scaling.setAll(1 + (stage.isCalm ? 0 : 0.12 * breath));
      mirrored.position.set(drawn.x, -radius, drawn.y);
      halo.position.copyFrom(ball.position);
      halo.scaling.setAll(0.9 + 0.25 * breath + 0.7 * flare);
      pool.position.set(drawn.x, 0.025, drawn.y);
      // White while it rests, tinged by whoever hit it while it flies.
      Color3.LerpToRef(plain, lastColor, drawn.flying ? 0.55 : 0.15, tint);
      haloLight.alpha = 0.6 + 0.4 * flare;
      poolLight.alpha = 0.3 + 0.12 * breath + 0.4 * flare;
    },
  };
}
