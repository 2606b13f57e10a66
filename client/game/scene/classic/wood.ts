// Wood, painted: its grain runs along the picture's width.

import { type Brush, createScatter, mix, withAlpha } from "../paint.ts";

export interface WoodOptions {
  readonly width: number;
  readonly height: number;
  readonly color: string;
  /** Of its veins. */
  readonly dark: string;
  readonly seed: number;
}

/** Fills the upper left `width` by `height` pixels. */
export function paintWood(brush: Brush, { width, height, color, dark, seed }: WoodOptions): void {
  const random = createScatter(seed);
  brush.fillStyle = color;
  brush.fillRect(0, 0, width, height);
  const veins = height * 2.2;
  for (let i = 0; i < veins; i++) {
    const isLight = random() < 0.35;
    brush.strokeStyle = withAlpha(isLight ? mix(color, "#ffffff", 0.18) : dark, 0.08 + random() * 0.2);
    brush.lineWidth = 0.5 + random() * 1.6;
    const y = random() * height;
    const from = random() * width - width * 0.2;
    const to = from + width * (0.15 + random() * 0.6);
    const bend = (random() - 0.5) * height * 0.12;
    brush.beginPath();
    brush.moveTo(from, y);
    brush.bezierCurveTo(from + (to - from) / 3, y + bend, from + ((to - from) * 2) / 3, y - bend, to, y + bend / 2);
    brush.stroke();
  }
}
