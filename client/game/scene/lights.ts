// The lights, as the theme wants them: from all round, a lamp that casts the shadows, and the ball's own.

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
import type { Bearing, Lamps } from "./theme.ts";
import type { SimEvent } from "../../../pong/step.ts";

/** How long a ball that was hit shines brighter. */
const FLARE_SECONDS = 0.35;

/** Shadows fall on `floor` from all of the stage's casting meshes. */
export function createLights(stage: Stage, floor: Mesh): Part {
  const { scene, theme } = stage;
  const { sky, key, ball } = theme.lamps;
  const all = new HemisphericLight("sky", new Vector3(0, 1, 0), scene);
  all.intensity = sky.intensity;
  all.diffuse = Color3.FromHexString(sky.color);
  all.groundColor = Color3.FromHexString(sky.ground);
  all.specular = Color3.Black();

  const lamp = new DirectionalLight("key", toVector(stage, key.towards), scene);
  lamp.position = toVector(stage, key.from);
  lamp.intensity = key.intensity;
  lamp.diffuse = Color3.FromHexString(key.color);
  lamp.specular = Color3.FromHexString(key.shine);
  let casts = false;
  stage.adapting.push(({ shadows, shadowSize }) => {
    if (shadows && !casts) castShadows(stage, lamp, shadowSize);
    casts ||= shadows;
    lamp.shadowEnabled = shadows;
    floor.receiveShadows = shadows;
  });
  return ball ? lightBall(stage, ball) : { update: () => {} };
}

function toVector(stage: Stage, { away, up, aside }: Bearing): Vector3 {
  return new Vector3(away * stage.forwardSign, up, aside);
}

/** The first ball lights what it passes: what is lit is drawn once more for each lamp, and one is enough to see by. */
function lightBall(stage: Stage, ball: NonNullable<Lamps["ball"]>): Part {
  const plain = Color3.FromHexString(stage.theme.ball);
  const glow = new PointLight("ball", new Vector3(0, 1, 0), stage.scene);
  glow.range = ball.range;
  glow.diffuse.copyFrom(plain);
  glow.specular = plain.scale(0.5);

  let flareColor = plain;
  let flaredAt = -Infinity;
  return {
    react(moment: SimEvent, frame: Frame): void {
      if (moment.kind !== "hit" && moment.kind !== "serve") return;
      flareColor = colorOf(stage, moment.seat);
      flaredAt = frame.seconds;
    },
    update({ renderState, seconds }: Frame): void {
      const drawn = renderState.balls[0];
      if (!drawn) return;
      const flare = stage.isCalm ? 0 : fade(seconds, flaredAt, FLARE_SECONDS);
      glow.position.set(drawn.x, 1.1, drawn.y);
      glow.intensity = ball.intensity + ball.flare * flare;
      Color3.LerpToRef(plain, flareColor, Math.min(1, flare * 1.5), glow.diffuse);
    },
  };
}

function castShadows({ court, casting, theme }: Stage, key: DirectionalLight, size: number): void {
  const { darkness, softness } = theme.lamps.shadow;
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
  if (softness > 0) {
    shadows.useContactHardeningShadow = true;
    shadows.contactHardeningLightSizeUVRatio = softness;
  } else {
    shadows.usePercentageCloserFiltering = true;
  }
  shadows.filteringQuality = ShadowGenerator.QUALITY_MEDIUM;
  shadows.darkness = darkness;
  shadows.bias = 0.004;
  for (const mesh of casting) shadows.addShadowCaster(mesh, false);
}
