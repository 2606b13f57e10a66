// Lines and spots of light that lie on the table, as the numbers of one mesh: soft at their edges, without a texture. No Babylon.

import type { Point } from "../../../pong/ai/foresight.ts";

/** Red, green and blue from 0 to 1, as Babylon's colours have them. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

export interface Stroke {
  readonly color: Rgb;
  /** From 0 to 1. */
  readonly alpha: number;
  /** Half of its width, and how much wider it fades, in court units. */
  readonly half: number;
  readonly soft: number;
}

/** The sharpest corner is drawn out to no more than this many half widths. */
const LONGEST_MITRE = 2.5;
/** How high above the table, in court units. */
const HEIGHT = 0.05;

/** The way of a line that has none. */
const ALONG: Point = { x: 1, y: 0 };

export class Strokes {
  readonly positions: number[] = [];
  readonly colors: number[] = [];
  readonly indices: number[] = [];

  /** A line through points. */
  line(points: readonly Point[], { color, alpha, half, soft }: Stroke): this {
    if (points.length < 2) return this;
    const first = this.#count;
    const profile = [-half - soft, -half, half, half + soft];
    for (const [at, point] of points.entries()) {
      const aside = asideOf(points[at - 1] ?? point, point, points[at + 1] ?? point);
      for (const [across, offset] of profile.entries()) {
        const isEdge = across === 0 || across === profile.length - 1;
        this.#vertex(point.x + aside.x * offset, point.y + aside.y * offset, color, isEdge ? 0 : alpha);
      }
      if (at === 0) continue;
      for (let across = 0; across < profile.length - 1; across++) {
        const b = first + at * profile.length + across;
        const a = b - profile.length;
        this.indices.push(a, a + 1, b, a + 1, b + 1, b);
      }
    }
    return this;
  }

  /** What a closed outline holds: `alpha` in its middle, `rim` at the outline. */
  fill(outline: readonly Point[], color: Rgb, alpha: number, rim = 0): this {
    const middle = this.#count;
    const count = outline.length;
    const mean = (sum: number): number => sum / count;
    const x = mean(outline.reduce((sum, point) => sum + point.x, 0));
    const y = mean(outline.reduce((sum, point) => sum + point.y, 0));
    this.#vertex(x, y, color, alpha);
    for (const [at, point] of outline.entries()) {
      this.#vertex(point.x, point.y, color, rim);
      if (at > 0) this.indices.push(middle, middle + at, middle + at + 1);
    }
    return this;
  }

  get #count(): number {
    return this.positions.length / 3;
  }

  #vertex(x: number, y: number, color: Rgb, alpha: number): void {
    this.positions.push(x, HEIGHT, y);
    this.colors.push(color.r, color.g, color.b, alpha);
  }
}

/** Across a line at a point of it, as long as half a corner needs. */
function asideOf(before: Point, here: Point, after: Point): Point {
  const into = wayOf(before, here) ?? wayOf(here, after) ?? ALONG;
  const out = wayOf(here, after) ?? into;
  const x = -(into.y + out.y);
  const y = into.x + out.x;
  const length = Math.hypot(x, y);
  // Straight back: no mitre at all.
  if (length < 1e-6) return { x: -into.y, y: into.x };
  const mitre = Math.min(LONGEST_MITRE, 2 / length);
  return { x: (x / length) * mitre, y: (y / length) * mitre };
}

/** Of length 1; null when both are the same place. */
function wayOf(from: Point, to: Point): Point | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length < 1e-9 ? null : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}
