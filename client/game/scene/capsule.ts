// The body of a paddle: a capsule that lies along its rail, as the simulation sees it.

import type { Rail } from "../../../pong/court.ts";
import { CreateCapsule, type Mesh, type StandardMaterial } from "./babylon.ts";
import { Layer, type Stage } from "./stage.ts";

export interface CapsuleOptions {
  readonly name: string;
  readonly rail: Rail;
  /** Its radius as a share of the paddle's. */
  readonly share: number;
  /** How high its middle lies, in court units. */
  readonly y: number;
  readonly material: StandardMaterial;
}

/** A capsule's own y lies along the court's y. */
export function createCapsule({ court, scene }: Stage, options: CapsuleOptions): Mesh {
  const radius = court.paddleRadius * options.share;
  const height = 2 * (court.paddleHalfFace + radius);
  const mesh = CreateCapsule(options.name, { radius, height, tessellation: 32, capSubdivisions: 10 }, scene);
  mesh.rotation.x = Math.PI / 2;
  mesh.position.set(options.rail.x, options.y, 0);
  mesh.material = options.material;
  mesh.alphaIndex = Layer.shell;
  return mesh;
}
