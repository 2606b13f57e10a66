// Light that runs over the table from where the ball turned: a ring from a paddle, a glow along a wall.

import type { SimEvent } from "../../../pong/step.ts";
import {
  Color3,
  CreateGround,
  CreatePlane,
  type DynamicTexture,
  type Mesh,
  Plane,
  type StandardMaterial,
} from "./babylon.ts";
import type { Frame, Part } from "./frame.ts";
import { createLight } from "./materials.ts";
import { createPainting, withAlpha } from "./paint.ts";
import { colorAt, colorOf, Layer, type Stage } from "./stage.ts";

const RING_SECONDS = 0.55;
const WALL_SECONDS = 0.45;
/** More than can be alive at once at the highest speed. */
const SLOTS = 5;
/** How far a ring runs from a paddle, and from a wall. */
const HIT_REACH = 5.5;
const WALL_REACH = 3.4;

interface Flash {
  readonly mesh: Mesh;
  readonly light: StandardMaterial;
  since: number;
  /** How much wider it grows, in court units. */
  reach: number;
}

/** `spot` is a soft round light. */
export function createRings(stage: Stage, spot: DynamicTexture): Part {
  const ringShape = paintRing(stage);
  const rings = slots(() => createRing(stage, ringShape));
  const walls = slots(() => createWallFlash(stage, spot));
  const strength = stage.theme.effects.rings;
  let used = 0;
  const ripple = (moment: SimEvent, color: Color3, reach: number, seconds: number): void => {
    const ring = rings[used++ % SLOTS]!;
    ring.reach = reach;
    ring.mesh.position.set(moment.x, 0.03, moment.y);
    light(ring, color, seconds);
  };
  return {
    react(moment: SimEvent, { seconds }: Frame): void {
      if (moment.kind === "hit" || moment.kind === "serve") {
        ripple(moment, colorOf(stage, moment.seat), HIT_REACH, seconds);
      } else if (moment.kind === "wall") {
        const wall = stage.court.walls[moment.seat];
        if (wall?.axis !== "y") return;
        const flash = walls[used++ % SLOTS]!;
        flash.mesh.position.set(moment.x, 0.2, wall.at + wall.inward * 0.02);
        light(flash, colorAt(stage, moment.x), seconds);
        ripple(moment, colorAt(stage, moment.x), WALL_REACH, seconds);
      }
    },
    update({ seconds }: Frame): void {
      for (const ring of rings) {
        const age = progress(ring, seconds, RING_SECONDS, strength);
        const size = 1 + ring.reach * (1 - (1 - age) * (1 - age));
        ring.mesh.scaling.set(size, 1, size);
      }
      for (const flash of walls) {
        const age = progress(flash, seconds, WALL_SECONDS, strength);
        flash.mesh.scaling.set(1 + 2.2 * age, 1, 1);
      }
    },
  };
}

function slots(create: () => Flash): Flash[] {
  return Array.from({ length: SLOTS }, create);
}

function light(flash: Flash, color: Color3, seconds: number): void {
  flash.since = seconds;
  flash.light.emissiveColor.copyFrom(color);
  flash.mesh.setEnabled(true);
}

/** From 0 to 1 over its length; dims it on the way and puts it out at the end. */
function progress(flash: Flash, seconds: number, length: number, strength: number): number {
  const age = (seconds - flash.since) / length;
  if (!(age >= 0 && age < 1)) {
    flash.mesh.setEnabled(false);
    return 1;
  }
  flash.light.alpha = strength * (1 - age) * (1 - age);
  return age;
}

function createRing(stage: Stage, shape: DynamicTexture): Flash {
  const material = createLight(stage, "ring", shape, Color3.White());
  // A ring that outgrows the table ends at its walls.
  const { halfLength, halfWidth } = stage.court;
  material.clipPlane = new Plane(0, 0, 1, -halfWidth);
  material.clipPlane2 = new Plane(0, 0, -1, -halfWidth);
  material.clipPlane3 = new Plane(1, 0, 0, -halfLength);
  material.clipPlane4 = new Plane(-1, 0, 0, -halfLength);
  const mesh = CreateGround("ring", { width: 1, height: 1 }, stage.scene);
  mesh.material = material;
  mesh.alphaIndex = Layer.decal;
  mesh.setEnabled(false);
  return { mesh, light: material, since: -Infinity, reach: 0 };
}

/** A glow that stands upright in the wall and spreads along it. */
function createWallFlash(stage: Stage, spot: DynamicTexture): Flash {
  const material = createLight(stage, "wall flash", spot, Color3.White());
  const mesh = CreatePlane("wall flash", { width: 4, height: 2 }, stage.scene);
  mesh.material = material;
  mesh.alphaIndex = Layer.halo;
  mesh.setEnabled(false);
  return { mesh, light: material, since: -Infinity, reach: 0 };
}

function paintRing(stage: Stage): DynamicTexture {
  return createPainting(stage.scene, "ring", { width: 256, height: 256, hasAlpha: true }, (brush) => {
    for (const [width, alpha] of [
      [26, 0.1],
      [14, 0.2],
      [4, 1],
    ] as const) {
      brush.strokeStyle = withAlpha("#ffffff", alpha);
      brush.lineWidth = width;
      brush.beginPath();
      brush.arc(128, 128, 110, 0, Math.PI * 2);
      brush.stroke();
    }
  });
}
