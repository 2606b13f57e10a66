// The page of the scene's tests: opens tables on a canvas and plays simulated rallies on them, driven from outside.

import { CLASSIC } from "../../../pong/court.ts";
import type { Happening } from "../../../pong/step.ts";
import type { Quality } from "../../../client/scene/quality.ts";
import type { View } from "../../../client/scene/camera.ts";
import type { Table } from "../../../client/scene/open-table.ts";
import type { ThemeName } from "../../../client/scene/theme.ts";
import { createSimulatedRally, type SimulatedRally } from "./simulated-rally.ts";

export interface HarnessOptions {
  readonly seat: number;
  readonly seed: number;
  readonly view?: View;
  readonly reducedMotion?: boolean;
  readonly quality?: Partial<Quality>;
  readonly theme?: ThemeName;
}

export interface Harness {
  open(options: HarnessOptions): Promise<void>;
  /** Plays on a small canvas until the wanted moment, `after` ticks more, and then draws that picture at full size. */
  playUntil(kind: Happening["kind"] | "rest", after: number, count?: number): void;
  letMiss(seat: number): void;
  setView(view: View): void;
  /** Draws this many frames at full size, one tick each. */
  play(frames: number): void;
  /**
   * Draws once more, and answers the average colour where the paddles are (near and far from behind, left and right
   * from the side), and of a strip of sky.
   */
  paddleColors(): Record<keyof ReturnType<typeof places>, Color>;
  /** Loses the graphics context as a sleeping machine does, and gives it back. */
  loseContext(): Promise<void>;
  close(): void;
}

export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

const SMALL = { width: 64, height: 36 };

const DRAWN_TICKS = 70;

/** How long until the count-th such moment. */
function ticksUntil(rally: SimulatedRally, kind: Happening["kind"] | "rest", count: number): number {
  for (let ticks = 1, left = count; ticks < 6000; ticks++) {
    const { moments } = rally.next();
    if (kind === "rest" ? rally.world.rest > 0 : moments.some((moment) => moment.kind === kind)) left--;
    if (left <= 0) return ticks;
  }
  throw new Error(`no ${kind} in 100 seconds`);
}

function createHarness(): Harness {
  let canvas = document.createElement("canvas");
  let table: Table | null = null;
  let rally: SimulatedRally = createSimulatedRally(1);
  let seconds = 0;

  const size = (width: number, height: number): void => {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    table?.resize();
  };
  const full = (): void => size(window.innerWidth, window.innerHeight);
  const next = (): readonly Happening[] => {
    seconds += 1 / 60;
    const picture = rally.next();
    table?.draw(picture, seconds);
    return picture.moments;
  };

  return {
    async open(options: HarnessOptions): Promise<void> {
      const { openTable } = await import("../../../client/scene/open-table.ts");
      canvas.remove();
      canvas = document.createElement("canvas");
      document.body.append(canvas);
      full();
      rally = createSimulatedRally(options.seed);
      table = openTable({ canvas, court: CLASSIC, reducedMotion: false, ...options });
      full();
      await table.ready;
    },
    playUntil(kind, after, count = 1): void {
      const ticks = ticksUntil(rally.fork(), kind, count) + after;
      size(SMALL.width, SMALL.height);
      // What was longer ago than any effect lasts needn't be drawn.
      for (let i = 0; i < ticks - DRAWN_TICKS; i++) rally.next();
      for (let i = 0; i < Math.min(ticks, DRAWN_TICKS); i++) next();
      full();
      // Twice: what is drawn by way of a buffer has the new size from the second frame on.
      table?.draw(rally.still(), seconds);
      table?.draw(rally.still(), seconds);
    },
    letMiss(seat): void {
      rally.letMiss(seat);
    },
    setView(view): void {
      table?.setView(view);
    },
    play(frames): void {
      for (let i = 0; i < frames; i++) next();
    },
    paddleColors() {
      table?.draw(rally.still(), seconds);
      table?.draw(rally.still(), seconds);
      const { near, far, left, right, sky } = places(canvas.width, canvas.height);
      const copy = document.createElement("canvas");
      copy.width = canvas.width;
      copy.height = canvas.height;
      const brush = copy.getContext("2d", { willReadFrequently: true });
      if (!brush) throw new Error("no canvas to copy to");
      // In the same task as the drawing, before the browser takes the picture away.
      brush.drawImage(canvas, 0, 0);
      return {
        near: average(brush, near),
        far: average(brush, far),
        left: average(brush, left),
        right: average(brush, right),
        sky: average(brush, sky),
      };
    },
    async loseContext(): Promise<void> {
      const lose = canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context");
      lose?.loseContext();
      await new Promise((resolve) => setTimeout(resolve, 200));
      next();
      lose?.restoreContext();
      await new Promise((resolve) => setTimeout(resolve, 500));
      next();
    },
    close(): void {
      table?.close();
      table = null;
      canvas.remove();
      // Whoever still held the old canvas would hold its graphics context.
      canvas = document.createElement("canvas");
    },
  };
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where, in a wide picture of a table whose paddles stand in the middle, things are. */
function places(width: number, height: number): Record<"near" | "far" | "left" | "right" | "sky", Area> {
  return {
    left: { x: width * 0.15, y: height * 0.49, width: width * 0.02, height: height * 0.05 },
    right: { x: width * 0.83, y: height * 0.49, width: width * 0.02, height: height * 0.05 },
    near: { x: width * 0.46, y: height * 0.73, width: width * 0.08, height: height * 0.04 },
    far: { x: width * 0.48, y: height * 0.285, width: width * 0.04, height: height * 0.02 },
    sky: { x: 0, y: 0, width, height: height * 0.04 },
  };
}

function average(brush: CanvasRenderingContext2D, { x, y, width, height }: Area): Color {
  const { data } = brush.getImageData(x, y, Math.ceil(width), Math.ceil(height));
  const sum = [0, 0, 0];
  for (let i = 0; i < data.length; i++) if (i % 4 < 3) sum[i % 4] = (sum[i % 4] ?? 0) + (data[i] ?? 0);
  const [red = 0, green = 0, blue = 0] = sum.map((one) => Math.round((one * 4) / data.length));
  return { red, green, blue };
}

declare global {
  interface Window {
    harness: Harness;
  }
}
window.harness = createHarness();
