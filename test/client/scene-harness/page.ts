// The page of the scene's tests: opens tables on a canvas and plays simulated rallies on them, driven from outside.

import { CLASSIC } from "../../../pong/court.ts";
import type { Happening } from "../../../pong/step.ts";
import type { Quality } from "../../../client/scene/quality.ts";
import type { Table } from "../../../client/scene/open-table.ts";
import { createSimulatedRally, type SimulatedRally } from "./simulated-rally.ts";

export interface HarnessOptions {
  readonly seat: number;
  readonly seed: number;
  readonly reducedMotion?: boolean;
  readonly quality?: Partial<Quality>;
}

export interface Harness {
  open(options: HarnessOptions): Promise<void>;
  /** Plays on a small canvas until the wanted moment, `after` ticks more, and then draws that picture at full size. */
  playUntil(kind: Happening["kind"] | "rest", after: number, count?: number): void;
  letMiss(seat: number): void;
  /** Draws this many frames at full size, one tick each. */
  play(frames: number): void;
  /** The server's way to lose and restore a graphics context. */
  loseContext(): Promise<void>;
  close(): void;
}

const SMALL = { width: 64, height: 36 };

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
      size(SMALL.width, SMALL.height);
      let left = count;
      for (let i = 0; i < 6000 && left > 0; i++) {
        const moments = next();
        if (kind === "rest" ? rally.world.rest > 0 : moments.some((moment) => moment.kind === kind)) left--;
      }
      for (let i = 0; i < after; i++) next();
      full();
      // Twice: what is drawn by way of a buffer has the new size from the second frame on.
      table?.draw(rally.still(), seconds);
      table?.draw(rally.still(), seconds);
    },
    letMiss(seat): void {
      rally.letMiss(seat);
    },
    play(frames): void {
      for (let i = 0; i < frames; i++) next();
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
    },
  };
}

declare global {
  interface Window {
    harness: Harness;
  }
}
window.harness = createHarness();
