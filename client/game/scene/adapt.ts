// Brings an open table to a quality: what parts adapt by themselves they list on the stage, the rest is done here.

import { type Engine, GlowLayer } from "./babylon.ts";
import type { Quality } from "./quality.ts";
import type { Stage } from "./stage.ts";

const GLOW = { blurKernelSize: 32, intensity: 0.65 } as const;
/** Samples along the slant of a texture seen flatly. */
const SHARP = 8;

/** Call when all parts have been created. Returns the function that sets the table's quality, now and later. */
export function createAdapter(stage: Stage, engine: Engine): (quality: Quality) => void {
  let glow: GlowLayer | null = null;
  return (quality) => {
    if (engine.getHardwareScalingLevel() !== quality.hardwareScale)
      engine.setHardwareScalingLevel(quality.hardwareScale);
    for (const texture of stage.scene.textures) texture.anisotropicFilteringLevel = quality.sharpTextures ? SHARP : 1;
    for (const adapt of stage.adapting) adapt(quality);
    // With nothing named to glow, Babylon would take everything.
    if (quality.glow === (glow !== null) || stage.glowing.length === 0) return;
    glow?.dispose();
    glow = quality.glow ? createGlow(stage, quality) : null;
  };
}

function createGlow(stage: Stage, { glowRatio }: Quality): GlowLayer {
  const { blurKernelSize, intensity } = GLOW;
  const glow = new GlowLayer("glow", stage.scene, { mainTextureRatio: glowRatio, blurKernelSize });
  glow.intensity = intensity;
  for (const mesh of stage.glowing) glow.addIncludedOnlyMesh(mesh);
  return glow;
}
