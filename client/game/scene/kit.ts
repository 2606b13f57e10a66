// What parts are made of that are not the scene's own but come later, in a file of their own (thoughts/): handed to them, because
// what is imported from elsewhere can't be merged into one scope with the rest of the scene, and every match would load more.

import { Color3, CreateSphere, FresnelParameters, Mesh, Vector3, VertexData } from "./babylon.ts";
import { createCapsule } from "./capsule.ts";
import { createLight } from "./materials.ts";
import { createPainting } from "./paint.ts";
import { colorOf, Layer } from "./stage.ts";

export const KIT = {
  Color3,
  CreateSphere,
  FresnelParameters,
  Mesh,
  Vector3,
  VertexData,
  createCapsule,
  createLight,
  createPainting,
  colorOf,
  Layer,
} as const;

export type Kit = typeof KIT;
