// A paddle of light: a white-hot core in a shell of coloured glass, a glow on the table under it.

import type { Rail } from "../../../../pong/court.ts";
import {
  Color3,
  CreateGround,
  type DynamicTexture,
  FresnelParameters,
  type Mesh,
  StandardMaterial,
} from "../babylon.ts";
import { createCapsule } from "../capsule.ts";
import { createBright, createLight } from "../materials.ts";
import { colorOf, Layer, type Stage } from "../stage.ts";
import type { PaddleLook } from "../theme-builders.ts";

/** The shell's lowest point above the glass. */
const HOVER = 0.06;
/** The core's radius as a share of the shell's. */
const CORE = 0.5;
const WHITE = Color3.White();

/** `spot` is a soft round light. */
export function createPaddleLook(stage: Stage, rail: Rail, spot: DynamicTexture): PaddleLook {
  const color = colorOf(stage, rail.seat);
  const coreColor = Color3.Lerp(color, WHITE, 0.72);
  const shell = createGlass(stage, color);
  const core = createBright(stage, "paddle core", coreColor.clone());
  const above = stage.court.paddleRadius + HOVER;
  const outer = createCapsule(stage, { name: "paddle", rail, share: 1, y: above, material: shell });
  const inner = createCapsule(stage, { name: "paddle core", rail, share: CORE, y: above, material: core });
  // Under the glass of the table all is seen dimly: one solid colour does.
  const dim = createBright(stage, "paddle below", color.scale(0.8));
  const mirrored = createCapsule(stage, { name: "paddle below", rail, share: 1, y: -above, material: dim });
  stage.adapting.push(({ reflections }) => mirrored.setEnabled(reflections));
  const meshes = [outer, inner, mirrored];
  stage.glowing.push(outer);
  stage.casting.push(inner);

  const light = createLight(stage, "underglow", spot, color.clone());
  return {
    bodies: meshes,
    decals: [createUnderglow(stage, rail, light)],
    flare(share: number): void {
      light.alpha = 0.55 + (stage.isCalm ? 0.15 : 0.45) * share;
      Color3.LerpToRef(coreColor, WHITE, share, core.emissiveColor);
      color.scaleToRef(0.8 + 0.6 * share, shell.emissiveColor);
    },
  };
}

function createUnderglow({ court, scene }: Stage, rail: Rail, light: StandardMaterial): Mesh {
  const length = 2 * (court.paddleHalfFace + court.paddleRadius);
  const underglow = CreateGround("underglow", { width: 3.2, height: length + 2.6 }, scene);
  underglow.position.set(rail.x, 0.02, 0);
  underglow.material = light;
  underglow.alphaIndex = Layer.decal;
  return underglow;
}

/** Clear where one looks through it, deep in colour at the rim. */
function createGlass(stage: Stage, color: Color3): StandardMaterial {
  const material = new StandardMaterial("paddle", stage.scene);
  material.diffuseColor = color.scale(0.3);
  material.specularColor = WHITE;
  material.specularPower = 80;
  material.emissiveColor = color.scale(0.8);
  const rim = new FresnelParameters();
  rim.leftColor = WHITE;
  rim.rightColor = Color3.Black();
  rim.power = 1.5;
  // Babylon adds the rim to the alpha that is there.
  material.alpha = 0.34;
  material.opacityFresnelParameters = rim;
  return material;
}
