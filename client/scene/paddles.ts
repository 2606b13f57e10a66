// The paddles: bright capsules that flare and flatten for a moment when they hit.

import type { Rail } from "../../pong/court.ts";
import type { Happening } from "../../pong/step.ts";
import { Color3, CreateCapsule, CreateGround, FresnelParameters, type DynamicTexture, type Mesh, StandardMaterial } from "./babylon.ts";
import { fade, type Frame, type Part } from "./frame.ts";
import { createLight } from "./materials.ts";
import { colorOf, Layer, type Stage } from "./stage.ts";

const HOVER = 0.06;
const SQUASH_SECONDS = 0.4;
/** Share of its thickness that a paddle gives way by. */
const SQUASH = 0.3;

interface Body {
  readonly rail: Rail;
  readonly mesh: Mesh;
  readonly mirrored: Mesh | null;
  readonly shine: StandardMaterial;
  readonly color: Color3;
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
  const shine = createShine(stage, color, 1);
  const shape = { radius: court.paddleRadius, height: 2 * (court.paddleHalfFace + court.paddleRadius), tessellation: 32, capSubdivisions: 10 };
  const mesh = CreateCapsule("paddle", shape, scene);
  mesh.rotation.x = Math.PI / 2;
  mesh.position.set(rail.x, court.paddleRadius + HOVER, 0);
  mesh.material = shine;
  stage.glowing.push(mesh);
  stage.casting.push(mesh);

  let mirrored: Mesh | null = null;
  if (stage.quality.reflections) {
    mirrored = CreateCapsule("paddle below", shape, scene);
    mirrored.rotation.x = Math.PI / 2;
    mirrored.position.set(rail.x, -mesh.position.y, 0);
    mirrored.material = createShine(stage, color, 1);
  }

  const light = createLight(stage, "underglow", spot, color.clone());
  const underglow = CreateGround("underglow", { width: 3.2, height: shape.height + 2.6 }, scene);
  underglow.position.set(rail.x, 0.02, 0);
  underglow.material = light;
  underglow.alphaIndex = Layer.decal;
  return { rail, mesh, mirrored, shine, color, underglow, light, hitAt: -Infinity };
}

/** Coloured light with a white heart: white where it faces the eye, deep at the rim. */
function createShine(stage: Stage, color: Color3, strength: number): StandardMaterial {
  const material = new StandardMaterial("paddle", stage.scene);
  material.diffuseColor = color.scale(0.35);
  material.specularColor = Color3.White();
  material.specularPower = 64;
  material.emissiveColor = color.scale(strength);
  const rim = new FresnelParameters();
  rim.leftColor = color.scale(0.55);
  rim.rightColor = Color3.White();
  rim.bias = 0.05;
  rim.power = 1.6;
  material.emissiveFresnelParameters = rim;
  return material;
}

function pose(body: Body, y: number, seconds: number, isCalm: boolean): void {
  const flare = fade(seconds, body.hitAt, SQUASH_SECONDS);
  const squash = isCalm ? 0 : SQUASH * flare * Math.cos((1 - flare) * 7);
  for (const mesh of body.mirrored ? [body.mesh, body.mirrored] : [body.mesh]) {
    mesh.position.z = y;
    // A capsule's own y lies along the court's y.
    mesh.scaling.set(1 - squash, 1 + squash * 0.25, 1 + squash * 0.35);
    mesh.position.x = body.rail.x - body.rail.facing * squash * 0.3;
  }
  body.underglow.position.z = y;
  body.light.alpha = 0.55 + (isCalm ? 0.15 : 0.45) * flare;
  Color3.LerpToRef(body.color, WHITE, flare * 0.5, body.shine.emissiveColor);
}

const WHITE = Color3.White();
