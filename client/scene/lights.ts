// The lights: a cool sky, a key light that casts the shadows, and the ball, which lights what it passes.

import {
  Color3,
  DirectionalLight,
  HemisphericLight,
  type Mesh,
  PointLight,
  ShadowGenerator,
  Vector3,
} from "./babylon.ts";
import { fade, type Frame, type Part } from "./frame.ts";
import { colorOf, type Stage } from "./stage.ts";
import type { Happening } from "../../pong/step.ts";

const BALL_LIGHT = 0.85;
/** How much brighter the ball shines right after a hit, and for how long. */
const FLARE = 1.6;
const FLARE_SECONDS = 0.35;

/** Shadows fall on `floor` from all of the stage's casting meshes. */
export function createLights(stage: Stage, floor: Mesh): Part {
  const { scene, theme } = stage;
  const sky = new HemisphericLight("sky", new Vector3(0, 1, 0), scene);
  sky.intensity = 0.5;
  sky.diffuse = Color3.FromHexString("#9fb0ff");
  sky.groundColor = Color3.FromHexString(theme.horizon).scale(0.4);
  sky.specular = Color3.Black();

  const key = new DirectionalLight("key", new Vector3(-0.45 * stage.away, -1, 0.4), scene);
  key.position = new Vector3(6 * stage.away, 14, -6);
  key.intensity = 0.7;
  key.diffuse = Color3.FromHexString("#c9c4ff");
  key.specular = Color3.FromHexString(theme.horizon).scale(0.6);
  let casts = false;
  stage.adapting.push(({ shadows, shadowSize }) => {
    if (shadows && !casts) castShadows(stage, key, shadowSize);
    casts ||= shadows;
    key.shadowEnabled = shadows;
    floor.receiveShadows = shadows;
  });

  const plain = Color3.FromHexString(theme.ball);
  const glow = new PointLight("ball", new Vector3(0, 1, 0), scene);
  glow.range = 9;
  glow.diffuse.copyFrom(plain);
  glow.specular = plain.scale(0.5);

  let flareColor = plain;
  let flaredAt = -Infinity;
  return {
    react(moment: Happening, frame: Frame): void {
      if (moment.kind !== "hit" && moment.kind !== "serve") return;
      flareColor = colorOf(stage, moment.seat);
      flaredAt = frame.seconds;
    },
    update({ picture, seconds }: Frame): void {
      const ball = picture.balls[0];
      if (!ball) return;
      const flare = stage.isCalm ? 0 : fade(seconds, flaredAt, FLARE_SECONDS);
      glow.position.set(ball.x, 1.1, ball.y);
      glow.intensity = BALL_LIGHT + FLARE * flare;
      Color3.LerpToRef(plain, flareColor, Math.min(1, flare * 1.5), glow.diffuse);
    },
  };
}

function castShadows({ court, casting }: Stage, key: DirectionalLight, size: number): void {
  // The court is all that is ever shadowed: a fixed volume needs no measuring each frame.
  key.autoUpdateExtends = false;
  key.autoCalcShadowZBounds = false;
  key.shadowMinZ = 1;
  key.shadowMaxZ = 40;
  key.orthoLeft = -court.halfLength * 1.2;
  key.orthoRight = court.halfLength * 1.2;
  key.orthoTop = court.halfLength * 1.2;
  key.orthoBottom = -court.halfLength * 1.2;
  const shadows = new ShadowGenerator(size, key);
  shadows.usePercentageCloserFiltering = true;
  shadows.filteringQuality = ShadowGenerator.QUALITY_MEDIUM;
  shadows.darkness = 0.25;
  shadows.bias = 0.004;
  for (const mesh of casting) shadows.addShadowCaster(mesh, false);
}
