// A paddle of lacquered wood: solid, in its side's colour, with an ivory band for one's own and a dark one for the other.

import type { Rail } from "../../../../pong/court.ts";
import { Color3, CreateCylinder, CreateGround, type DynamicTexture, type Mesh } from "../babylon.ts";
import { createCapsule } from "../capsule.ts";
import { createLight, createSolid } from "../materials.ts";
import { colorOf, Layer, type Stage } from "../stage.ts";
import { CLASSIC_COLORS } from "./colors.ts";
import type { PaddleLook } from "../theme-builders.ts";

/** How bright it is where no lamp reaches, and how much is added by a hit. */
const OWN_LIGHT = 0.28;
const FLARE = 0.5;

/** `spot` is a soft round patch. */
export function createPaddleLook(stage: Stage, rail: Rail, spot: DynamicTexture): PaddleLook {
  const color = colorOf(stage, rail.seat);
  const y = stage.court.paddleRadius + 0.01;
  const lacquer = createSolid(stage, "paddle", color.scale(0.85), 0.55);
  lacquer.specularPower = 90;
  const body = createCapsule(stage, { name: "paddle", rail, share: 1, y, material: lacquer });
  const band = createBand(stage, rail, y);
  stage.casting.push(body);
  return {
    bodies: [body, band],
    decals: [createShade(stage, rail, spot)],
    flare: (share) => color.scaleToRef(OWN_LIGHT + (stage.isCalm ? FLARE / 3 : FLARE) * share, lacquer.emissiveColor),
  };
}

/** Round the middle of the paddle. */
function createBand(stage: Stage, rail: Rail, y: number): Mesh {
  const isOwn = rail.seat === stage.seat;
  const color = Color3.FromHexString(isOwn ? CLASSIC_COLORS.line : CLASSIC_COLORS.walnutDark);
  const material = createSolid(stage, "paddle band", color, 0.4);
  const diameter = stage.court.paddleRadius * 2.04;
  const band = CreateCylinder("paddle band", { diameter, height: 0.34, tessellation: 32 }, stage.scene);
  band.rotation.x = Math.PI / 2;
  band.position.set(rail.x, y, 0);
  band.material = material;
  return band;
}

/** The shade where it stands, there without any shadows too. */
function createShade(stage: Stage, rail: Rail, spot: DynamicTexture): Mesh {
  const { court, scene } = stage;
  const material = createLight(stage, "paddle shade", spot, Color3.Black());
  material.alpha = 0.8;
  const length = 2 * (court.paddleHalfFace + court.paddleRadius);
  const shade = CreateGround("paddle shade", { width: court.paddleRadius * 4.4, height: length + 0.9 }, scene);
  shade.position.set(rail.x, 0.02, 0);
  shade.material = material;
  shade.alphaIndex = Layer.decal;
  return shade;
}
