// The paddles: a white-hot core in a shell of coloured glass, which flare and flatten for a moment when they hit.

import type { Rail } from "../../pong/court.ts";
import type { Happening } from "../../pong/step.ts";
import {
  Color3,
  CreateCapsule,
  CreateGround,
  type DynamicTexture,
  FresnelParameters,
  type Mesh,
  StandardMaterial,
} from "./babylon.ts";
import { fade, type Frame, type Part } from "./frame.ts";
import { createBright, createLight } from "./materials.ts";
import { colorOf, Layer, type Stage } from "./stage.ts";

/** The shell's lowest point above the glass. */
const HOVER = 0.06;
/** The core's radius as a share of the shell's. */
const CORE = 0.5;
const SQUASH_SECONDS = 0.4;
/** Share of its thickness that a paddle gives way by. */
const SQUASH = 0.3;
const WHITE = Color3.White();

interface Body {
  readonly rail: Rail;
  /** Shell and core, and their reflections. */
  readonly meshes: readonly Mesh[];
  readonly shell: StandardMaterial;
  readonly core: StandardMaterial;
  readonly color: Color3;
  readonly coreColor: Color3;
  readonly underglow: Mesh;
  readonly light: StandardMaterial;
  hitAt: number;
}

/** One paddle for each rail of the court; `spot` is a soft round light. */
export function createPaddles(stage: Stage, spot: DynamicTexture): Part {
  const bodies = stage.court.rails.map((rail) => createBody(stage, rail, spot));
  return {
    react(moment: Happening, frame: Frame): void {
      const body = bodies[moment.seat];
      if (moment.kind === "hit" && body) body.hitAt = frame.seconds;
    },
    update({ picture, seconds }: Frame): void {
      for (const paddle of picture.paddles) {
        const body = bodies[paddle.seat];
        if (body) pose(body, paddle.y, seconds, stage.isCalm);
      }
    },
  };
}

function createBody(stage: Stage, rail: Rail, spot: DynamicTexture): Body {
  const { court, scene } = stage;
  const color = colorOf(stage, rail.seat);
  const coreColor = Color3.Lerp(color, WHITE, 0.72);
  const shell = createGlass(stage, color);
  const core = createBright(stage, "paddle core", coreColor.clone());
  const capsule = (name: string, share: number, side: 1 | -1): Mesh => {
    const radius = court.paddleRadius * share;
    const height = 2 * (court.paddleHalfFace + radius);
    const mesh = CreateCapsule(name, { radius, height, tessellation: 32, capSubdivisions: 10 }, scene);
    mesh.rotation.x = Math.PI / 2;
    mesh.position.set(rail.x, side * (court.paddleRadius + HOVER), 0);
    mesh.material = share < 1 ? core : shell;
    mesh.alphaIndex = Layer.shell;
    return mesh;
  };
  const outer = capsule("paddle", 1, 1);
  const inner = capsule("paddle core", CORE, 1);
  const mirrored = reflect(stage, color, capsule("paddle below", 1, -1));
  stage.adapting.push(({ reflections }) => mirrored.setEnabled(reflections));
  const meshes = [outer, inner, mirrored];
  stage.glowing.push(outer);
  stage.casting.push(inner);

  const light = createLight(stage, "underglow", spot, color.clone());
  const length = 2 * (court.paddleHalfFace + court.paddleRadius);
  const underglow = CreateGround("underglow", { width: 3.2, height: length + 2.6 }, scene);
  underglow.position.set(rail.x, 0.02, 0);
  underglow.material = light;
  underglow.alphaIndex = Layer.decal;
  return { rail, meshes, shell, core, color, coreColor, underglow, light, hitAt: -Infinity };
}

/** Under the glass of the table all is seen dimly: one solid colour does. */
function reflect(stage: Stage, color: Color3, mesh: Mesh): Mesh {
  mesh.material = createBright(stage, "paddle below", color.scale(0.8));
  return mesh;
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

function pose(body: Body, y: number, seconds: number, isCalm: boolean): void {
  const flare = fade(seconds, body.hitAt, SQUASH_SECONDS);
  const squash = isCalm ? 0 : SQUASH * flare * Math.cos((1 - flare) * 7);
  for (const mesh of body.meshes) {
    mesh.position.z = y;
    mesh.position.x = body.rail.x - body.rail.facing * squash * 0.3;
    // A capsule's own y lies along the court's y.
    mesh.scaling.set(1 - squash, 1 + squash * 0.25, 1 + squash * 0.35);
  }
  body.underglow.position.z = y;
  body.light.alpha = 0.55 + (isCalm ? 0.15 : 0.45) * flare;
  Color3.LerpToRef(body.coreColor, WHITE, flare, body.core.emissiveColor);
  body.color.scaleToRef(0.8 + 0.6 * flare, body.shell.emissiveColor);
}
