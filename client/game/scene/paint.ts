// Textures painted on a canvas, painted again after a lost graphics context has come back.

import { DynamicTexture, type Scene, Texture } from "./babylon.ts";

export type Brush = CanvasRenderingContext2D;

export interface PaintOptions {
  readonly width: number;
  readonly height: number;
  /** Whether the painting's own transparency counts. */
  readonly hasAlpha?: boolean;
  readonly mipmaps?: boolean;
}

/** A texture with what `paint` puts on an empty canvas of that size. Top of the canvas is v = 1. */
export function createPainting(
  scene: Scene,
  name: string,
  options: PaintOptions,
  paint: (brush: Brush) => void,
): DynamicTexture {
  const { width, height } = options;
  const texture = new DynamicTexture(
    name,
    { width, height },
    scene,
    options.mipmaps ?? true,
    Texture.TRILINEAR_SAMPLINGMODE,
  );
  texture.hasAlpha = options.hasAlpha ?? false;
  texture.anisotropicFilteringLevel = 8;
  const apply = (): void => {
    const brush = texture.getContext() as unknown as Brush;
    brush.save();
    brush.clearRect(0, 0, width, height);
    paint(brush);
    brush.restore();
    texture.update();
  };
  apply();
  const restored = scene.getEngine().onContextRestoredObservable.add(apply);
  texture.onDisposeObservable.addOnce(() => scene.getEngine().onContextRestoredObservable.remove(restored));
  return texture;
}

/** The same colour with an opacity from 0 to 1. */
export function withAlpha(hex: string, alpha: number): string {
  const byte = Math.round(Math.min(1, Math.max(0, alpha)) * 255);
  return hex + byte.toString(16).padStart(2, "0");
}

/** A colour between two, as #rrggbb. */
export function mix(from: string, to: string, share: number): string {
  let mixed = "#";
  for (let i = 1; i < 7; i += 2) {
    const a = Number.parseInt(from.slice(i, i + 2), 16);
    const b = Number.parseInt(to.slice(i, i + 2), 16);
    mixed += Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, "0");
  }
  return mixed;
}

/** A round patch of white light that fades to nothing, for halos and flashes. */
export function createSoftSpot(scene: Scene): DynamicTexture {
  return createPainting(scene, "soft spot", { width: 128, height: 128, hasAlpha: true }, (brush) => {
    const light = brush.createRadialGradient(64, 64, 0, 64, 64, 64);
    for (let i = 0; i <= 8; i++) {
      const rest = 1 - i / 8;
      light.addColorStop(i / 8, withAlpha("#ffffff", rest * rest * rest));
    }
    brush.fillStyle = light;
    brush.fillRect(0, 0, 128, 128);
  });
}

/** Numbers in [0, 1) for scattering stars and sparks: the same each time, since nothing here decides a game. */
export function createScatter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}
