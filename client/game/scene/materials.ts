// The few kinds of surface: lit metal and glass, and light itself.

import { Color3, type DynamicTexture, type Mesh, StandardMaterial } from "./babylon.ts";
import type { Stage } from "./stage.ts";

/** Babylon's numbers for what a see-through colour does to what is behind it: adds to it, or covers it. */
const BLENDS = { light: 1, chalk: 2 } as const;

/** A lit, opaque surface. */
export function createSolid(stage: Stage, name: string, color: Color3, shine: number): StandardMaterial {
  const material = new StandardMaterial(name, stage.scene);
  material.diffuseColor = color;
  material.specularColor = new Color3(shine, shine, shine * 1.2);
  material.specularPower = 48;
  return material;
}

/** A surface that is as bright as it is, whatever shines on it. */
export function createBright(stage: Stage, name: string, color: Color3): StandardMaterial {
  const material = new StandardMaterial(name, stage.scene);
  material.disableLighting = true;
  material.emissiveColor = color;
  return material;
}

/** The same with a painting for its colours. */
export function createBrightPainting(stage: Stage, name: string, painting: DynamicTexture): StandardMaterial {
  // Babylon adds colour and texture, so the colour has to be black.
  const material = createBright(stage, name, Color3.Black());
  material.emissiveTexture = painting;
  return material;
}

/** Light without a body: `shape` (white, its alpha counts) in one colour, blended as the theme paints its effects. */
export function createLight(stage: Stage, name: string, shape: DynamicTexture | null, color: Color3): StandardMaterial {
  const material = createBright(stage, name, color);
  if (shape) material.opacityTexture = shape;
  material.alphaMode = BLENDS[stage.theme.effects.paint];
  material.backFaceCulling = false;
  return material;
}

/** Fixes a mesh that never moves, so that it costs nothing but its drawing. */
export function settle(...meshes: Mesh[]): void {
  for (const mesh of meshes) mesh.freezeWorldMatrix();
}
