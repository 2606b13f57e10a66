// How much the table may cost to draw: a ladder of tiers, from the best picture to the cheapest. Which of them a machine
// is given is decided by adaptive-quality.ts.

export interface Quality {
  /** Page pixels per drawn pixel: 0.5 draws twice as fine as a page pixel, 2 twice as coarse. */
  readonly hardwareScale: number;
  /** Smooths edges by multisampling. Fixed once the table is open. */
  readonly msaa: boolean;
  /** The halo round everything bright, and the size of its buffer relative to the picture. */
  readonly glow: boolean;
  readonly glowRatio: number;
  readonly shadows: boolean;
  readonly shadowSize: number;
  /** Textures that are seen flatly stay sharp. */
  readonly sharpTextures: boolean;
  /** The table mirrors what stands on it. */
  readonly reflections: boolean;
}

/** Finer than this is beyond what eyes tell apart in motion, and costs with its square. */
const FINEST_PIXEL_RATIO = 2;
/** How much coarser the first step down is: half the pixels. */
const COARSER = 1.4;
/** Page pixels per drawn pixel of the plainest tiers. */
const COARSE = [1.5, 2, 3] as const;

export interface Machine {
  readonly pixelRatio: number;
  /** The renderer's own name; "" if unknown. */
  readonly renderer: string;
}

/** All tiers for this machine, the best first: first goes the picture's fineness, then what costs most and is missed least. */
export function tiersFor({ pixelRatio, renderer }: Machine): readonly Quality[] {
  const finest = 1 / Math.min(FINEST_PIXEL_RATIO, Math.max(1, pixelRatio));
  const full: Quality = {
    hardwareScale: finest,
    msaa: !isSoftwareRenderer(renderer),
    glow: true,
    glowRatio: 0.25,
    shadows: true,
    shadowSize: 1024,
    reflections: true,
    sharpTextures: true,
  };
  const coarser = { ...full, hardwareScale: finest * COARSER };
  const dull = { ...coarser, glow: false, msaa: false };
  const flat = { ...dull, shadows: false };
  const plain = { ...flat, reflections: false };
  return [full, coarser, dull, flat, plain, ...COARSE.map((hardwareScale) => ({ ...plain, hardwareScale }))];
}

/** Where to start on a machine of which nothing is remembered. */
export function firstTier({ renderer }: Machine): number {
  return isSoftwareRenderer(renderer) ? 5 : 0;
}

/** Whether going from one to the other has shaders compiled, which holds up a frame. */
export function needsShaders(from: Quality, to: Quality): boolean {
  return from.glow !== to.glow || from.shadows !== to.shadows || from.reflections !== to.reflections;
}

/** Whether the name of a renderer is that of a program on the processor, such as SwiftShader or llvmpipe. */
export function isSoftwareRenderer(name: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}
