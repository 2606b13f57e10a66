// The page of the scene's tests: opens tables on a canvas and plays simulated rallies on them, driven from outside.

import { CLASSIC } from "../../../../../pong/court.ts";
import { Key, type Keys } from "../../../../../pong/keys.ts";
import type { SimEvent } from "../../../../../pong/step.ts";
import { TICKS_PER_SECOND } from "../../../../../pong/rules.ts";
import { LastingTable } from "../../../../../client/game/match/lasting-table.ts";
import { Pace } from "../../../../../client/game/match/pace.ts";
import { Steering } from "../../../../../client/game/input/steering.ts";
import type { FrameStats } from "../../../../../client/game/scene/adaptive-quality.ts";
import type { Quality } from "../../../../../client/game/scene/quality.ts";
import type { RenderState } from "../../../../../sdk/render-state.ts";
import { average, type Color, places } from "./colors.ts";
import { layThoughts, type Stock, stockOf } from "./scene-thoughts.ts";
import { createSimulatedRally, type SimulatedRally } from "./simulated-rally.ts";
import type { View, ThemeName } from "../../../../../client/platform/settings.ts";

export interface HarnessOptions {
  readonly seat: number;
  readonly seed: number;
  readonly view?: View;
  readonly reducedMotion?: boolean;
  readonly quality?: Partial<Quality>;
  readonly theme?: ThemeName;
  /** Stays at this tier until another is set. */
  readonly tier?: number;
}

export interface Harness {
  open(options: HarnessOptions): Promise<void>;
  /** Plays on a small canvas until the wanted moment, `after` ticks more, and then draws that picture at full size. */
  playUntil(kind: SimEvent["kind"] | "rest", after: number, count?: number): void;
  letMiss(seat: number): void;
  setView(view: View): void;
  /** Draws this many frames at full size, one tick each. */
  play(frames: number): void;
  /**
   * Draws once more, and returns the average colour where the paddles are (near and far from behind, left and right
   * from the side), and of a strip of sky.
   */
  paddleColors(): Record<keyof ReturnType<typeof places>, Color>;
  /** Drawn pixels across. */
  width(): number;
  /** Loses the graphics context as a sleeping machine does; unless it is given back, waits for what the table does. */
  loseContext(givenBack: boolean): Promise<void>;
  /** Plays in real time; the ladder of quality is at work if neither a quality nor a tier was asked for. */
  run(seconds: number): Promise<Run>;
  /** Draws a frame, and returns the keys that pointers have pressed on own paddle. */
  keys(): Keys;
  /** The name of the error with which the table gave up; "" if it didn't. */
  failure(): string;
  setTier(tier: number): void;
  /** Lays what the computer thinks of this moment on the table, or takes it away, and draws. Answers what the scene then has. */
  think(isOn: boolean): Stock;
  close(): void;
}

export interface Run {
  /** Drawn in each second. */
  readonly frames: number[];
  readonly figures: FrameStats[];
}

const SMALL = { width: 64, height: 36 };

const DRAWN_TICKS = 70;

/** How long until the count-th such moment. */
function ticksUntil(rally: SimulatedRally, kind: SimEvent["kind"] | "rest", count: number): number {
  for (let ticks = 1, left = count; ticks < 6000; ticks++) {
    const { moments } = rally.next();
    if (kind === "rest" ? rally.world.balls[0]!.rest > 0 : moments.some((moment) => moment.kind === kind)) left--;
    if (left <= 0) return ticks;
  }
  throw new Error(`no ${kind} in 100 seconds`);
}

function createHarness(): Harness {
  const place = document.createElement("div");
  document.body.append(place);
  let lasting: LastingTable | null = null;
  let failure = "";
  let rally: SimulatedRally = createSimulatedRally(1);
  let seconds = 0;
  let pace: Pace | null = null;
  let steering: Steering | null = null;
  let leaving = new AbortController();
  let held: Keys = Key.none;
  let takeAway = (): void => {};

  const current = (): HTMLCanvasElement => {
    if (!lasting) throw new Error("no table is open");
    return lasting.canvas;
  };
  const size = (width: number, height: number): void => {
    const canvas = current();
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    lasting?.table.resize();
  };
  const full = (): void => size(window.innerWidth, window.innerHeight);
  const next = (): readonly SimEvent[] => {
    seconds += 1 / 60;
    const picture = rally.next();
    lasting?.table.draw(picture, seconds);
    return picture.moments;
  };

  return {
    async open(options: HarnessOptions): Promise<void> {
      const { openTable } = await import("../../../../../client/game/scene/open-table.ts");
      const canvas = document.createElement("canvas");
      place.replaceChildren(canvas);
      rally = createSimulatedRally(options.seed);
      failure = "";
      const following =
        options.quality !== undefined || options.tier !== undefined ? null : new Pace(performance.now());
      pace = following;
      lasting = new LastingTable({
        canvas,
        open: (on) => {
          const tier = following ? { tier: following.tier } : {};
          return openTable({ canvas: on, court: CLASSIC, reducedMotion: false, ...options, ...tier });
        },
        failed: (error) => (failure = error instanceof Error ? error.name : String(error)),
      });
      leaving = new AbortController();
      steering = new Steering({
        surface: place,
        court: CLASSIC,
        seat: options.seat,
        cameraSeat: options.seat,
        view: () => options.view ?? "behind",
        side: "all",
        half: null,
        pad: 0,
        left: leaving.signal,
        hold: (keys) => (held = keys),
      });
      full();
      await lasting.table.ready;
    },
    playUntil(kind, after, count = 1): void {
      const ticks = ticksUntil(rally.fork(), kind, count) + after;
      size(SMALL.width, SMALL.height);
      // What was longer ago than any effect lasts needn't be drawn.
      for (let i = 0; i < ticks - DRAWN_TICKS; i++) rally.next();
      for (let i = 0; i < Math.min(ticks, DRAWN_TICKS); i++) next();
      full();
      // Twice: what is drawn by way of a buffer has the new size from the second frame on.
      lasting?.table.draw(rally.still(), seconds);
      lasting?.table.draw(rally.still(), seconds);
    },
    width: () => current().width,
    letMiss(seat): void {
      rally.letMiss(seat);
    },
    setView(view): void {
      lasting?.table.setView(view);
    },
    play(frames): void {
      for (let i = 0; i < frames; i++) next();
    },
    paddleColors() {
      lasting?.table.draw(rally.still(), seconds);
      lasting?.table.draw(rally.still(), seconds);
      const canvas = current();
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
    async loseContext(givenBack): Promise<void> {
      const lost = current();
      const lose = lost.getContext("webgl2")?.getExtension("WEBGL_lose_context");
      const told = (kind: string) => new Promise((resolve) => lost.addEventListener(kind, resolve, { once: true }));
      const loss = told("webglcontextlost");
      lose?.loseContext();
      await loss;
      next();
      if (givenBack) {
        const restored = told("webglcontextrestored");
        // The browser gives nothing back before all have heard of the loss.
        await new Promise((resolve) => setTimeout(resolve));
        lose?.restoreContext();
        await restored;
        // The table takes it up in tasks of its own.
        await nextFrame();
        await nextFrame();
      } else await change(() => current() !== lost || failure !== "");
      if (failure !== "") return;
      await lasting?.table.ready;
      full();
      next();
    },
    run: (forSeconds) =>
      runFor(forSeconds, rally, (picture, ms) => {
        lasting?.table.draw(picture, ms / 1000);
        seconds = ms / 1000;
        const flies = picture.balls.some((ball) => ball.flying);
        return (lasting && pace?.frame(lasting.table, ms, !flies)) ?? null;
      }),
    keys(): Keys {
      next();
      steering?.frame(rally.still().paddles[0]?.y ?? 0);
      return held;
    },
    failure: () => failure,
    setTier: (tier) => lasting?.table.setTier(tier),
    think(isOn): Stock {
      if (!lasting) throw new Error("no table is open");
      takeAway();
      takeAway = isOn ? layThoughts(lasting.table, rally.world) : () => {};
      lasting.table.draw(rally.still(), seconds);
      return stockOf(lasting.table);
    },
    close(): void {
      leaving.abort();
      steering = null;
      lasting?.close();
      lasting = null;
      // Whoever still held the old canvas would hold its graphics context.
      place.replaceChildren();
    },
  };
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

async function change(happened: () => boolean): Promise<void> {
  while (!happened()) await nextFrame();
}

/** A rally in the time of the wall clock, as in a match. */
async function runFor(
  forSeconds: number,
  rally: SimulatedRally,
  draw: (picture: RenderState, ms: number) => FrameStats | null,
): Promise<Run> {
  const run: Run = { frames: [], figures: [] };
  const startMs = await nextFrame();
  let ticks = 0;
  for (let ms = startMs; ms - startMs < forSeconds * 1000; ms = await nextFrame()) {
    const passed = (ms - startMs) / 1000;
    const moments: SimEvent[] = [];
    let picture = rally.still();
    for (; ticks < passed * TICKS_PER_SECOND; ticks++) moments.push(...(picture = rally.next()).moments);
    const figures = draw({ ...picture, moments }, ms);
    const second = Math.floor(passed);
    run.frames[second] = (run.frames[second] ?? 0) + 1;
    if (figures) run.figures.push(figures);
  }
  return run;
}

declare global {
  interface Window {
    harness: Harness;
  }
}
window.harness = createHarness();
