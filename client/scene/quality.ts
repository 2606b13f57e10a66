// How much the table may cost to draw. A plain object, so that it can be stepped up and down from outside.

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
  /** The table mirrors what stands on it. */
  readonly reflections: boolean;
}

/** Finer than this is beyond what eyes tell apart in motion, and costs with its square. */
const FINEST_PIXEL_RATIO = 2;

export interface Machine {
  readonly pixelRatio: number;
  /** Pictures are computed without graphics hardware. */
  readonly isSoftware: boolean;
}

/** What a machine is likely to draw at its screen's full rate. */
export function chooseQuality(machine: Machine): Quality {
  if (machine.isSoftware) {
    return {
      hardwareScale: 1.5,
      msaa: false,
      glow: false,
      glowRatio: 0.25,
      shadows: false,
      shadowSize: 512,
      reflections: false,
    };
  }
  const ratio = Math.min(FINEST_PIXEL_RATIO, Math.max(1, machine.pixelRatio));
  return {
    hardwareScale: 1 / ratio,
    msaa: true,
    glow: true,
    glowRatio: 0.25,
    shadows: true,
    shadowSize: 1024,
    reflections: true,
  };
}

/** Whether the name of a renderer is that of a program on the processor, such as SwiftShader or llvmpipe. */
export function isSoftwareRenderer(name: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}
