// Opens the table on a canvas: everything that is seen of a match. Imported lazily, because Babylon comes with it.
// It draws states (sdk/render-state.ts) and decides nothing.

import type { Court } from "../../../pong/court.ts";
import type { RenderState } from "../../../sdk/render-state.ts";
import { createAdapter } from "./adapt.ts";
import {
  Color4,
  Engine,
  Scene,
  Vector3,
  Color3,
  CreateSphere,
  FresnelParameters,
  Mesh,
  VertexData,
} from "./babylon.ts";
import { createCountdown } from "./countdown.ts";
import { forEachBall, type Frame, MAX_FRAME_SECONDS, type Part } from "./frame.ts";
import { createGoalWave } from "./goal-wave.ts";
import { createLights } from "./lights.ts";
import { lookAtMachine } from "./machine.ts";
import { createPaddles } from "./paddles.ts";
import { createSoftSpot, createPainting } from "./paint.ts";
import { firstTier, type Quality, tiersFor } from "./quality.ts";
import { createRings } from "./rings.ts";
import { createSparks } from "./sparks.ts";
import { type Stage, colorOf, Layer } from "./stage.ts";
import { classic } from "./classic/theme.ts";
import { neon } from "./neon/theme.ts";
import { createTrails } from "./trail.ts";
import { createViewpoint } from "./viewpoint.ts";
import type { View, ThemeName } from "../../platform/settings.ts";
import type { Theme } from "./theme.ts";
import type { ThemeBuilders } from "./theme-builders.ts";
import { createCapsule } from "./capsule.ts";
import { createLight } from "./materials.ts";

/**
 * What parts are made of that are not the scene's own but come later, in a file of their own (playback/thoughts/): handed to them, because
 * what is imported from elsewhere can't be merged into one scope with the rest of the scene, and every match would load more.
 */
const KIT = {
  Color3,
  CreateSphere,
  FresnelParameters,
  Mesh,
  Vector3,
  VertexData,
  createCapsule,
  createLight,
  createPainting,
  colorOf,
  Layer,
} as const;

export type Kit = typeof KIT;

export interface TableOptions {
  readonly canvas: HTMLCanvasElement;
  readonly court: Court;
  /** Whose table it is: the camera stands behind or beside this seat, and its colour is that of one's own. */
  readonly seat: number;
  /** From where one looks at first; behind one's own paddle unless told. */
  readonly view?: View;
  readonly reducedMotion: boolean;
  readonly theme?: ThemeName;
  /** Where to start on the ladder of quality.ts, 0 the best; otherwise what the machine is thought to be good for. */
  readonly tier?: number;
  /** Whatever the tier. */
  readonly quality?: Partial<Quality>;
}

export interface Table {
  /** Draws one frame. `seconds` is the frame's monotonic time; it may stand still, but never runs back. */
  draw(renderState: RenderState, seconds: number): void;
  /** From the next frame on. What is smoothed stays as it was at opening. */
  setTier(tier: number): void;
  /** Call when the canvas has another size or shape. */
  resize(): void;
  /** Looks from there from the next frame on. */
  setView(view: View): void;
  /** Draws another part from the next frame on, until the returned function is called. */
  add(create: CreatePart): () => void;
  /** Frees everything. A closed table ignores all calls. */
  close(): void;
  /** Resolves once a frame is drawn whole, at the latest after READY_SECONDS. */
  readonly ready: Promise<void>;
}

/** A part that not every table has. */
export type CreatePart = (stage: Stage, kit: Kit) => Part;

/** After this long a table counts as ready, whatever is still missing. */
const THEMES: Readonly<Record<ThemeName, Theme & ThemeBuilders>> = { neon, classic };
const READY_SECONDS = 10;
const READY_CHECK_MS = 16;

/** Opens the table. The page calls `draw` once a frame. */
export function openTable(options: TableOptions): Table {
  const machine = lookAtMachine();
  const tiers = tiersFor(machine);
  const qualityAt = (tier: number): Quality => ({ ...(tiers[tier] ?? tiers.at(-1)!), ...options.quality });
  const quality = qualityAt(options.tier ?? firstTier(machine));
  const engine = new Engine(options.canvas, quality.msaa, {
    stencil: false,
    audioEngine: false,
    powerPreference: "high-performance",
    doNotHandleTouchAction: true,
  });
  const theme = THEMES[options.theme ?? "neon"];
  const stage = createStage(options, engine, theme);
  const viewpoint = createViewpoint(stage, options.view ?? "behind");
  const parts = new Set([viewpoint, ...createParts(stage, theme)]);
  const adapt = createAdapter(stage, engine);
  adapt(quality);
  finish(stage.scene);

  let isClosed = false;
  let isLost = false;
  engine.onContextLostObservable.add(() => (isLost = true));
  engine.onContextRestoredObservable.add(() => (isLost = false));
  const render = (): void => {
    if (isLost) return;
    engine.beginFrame();
    stage.scene.render();
    engine.endFrame();
  };

  let last: number | null = null;
  return {
    draw(renderState: RenderState, seconds: number): void {
      // What parts write into buffers would be written into those of the old context.
      if (isClosed || isLost) return;
      const passed = last === null ? 0 : Math.min(MAX_FRAME_SECONDS, Math.max(0, seconds - last));
      last = seconds;
      update(parts, { renderState, seconds, passed });
      render();
    },
    setTier(tier: number): void {
      if (!isClosed) adapt(qualityAt(tier));
    },
    resize(): void {
      if (isClosed) return;
      engine.resize();
      viewpoint.fit();
    },
    setView(view: View): void {
      if (!isClosed) viewpoint.setView(view);
    },
    add: (create) => addPart(parts, create(stage, KIT)),
    close(): void {
      if (isClosed) return;
      isClosed = true;
      stage.scene.dispose();
      engine.dispose();
    },
    ready: becomeReady(stage.scene, render, () => isClosed),
  };
}

function createStage(options: TableOptions, engine: Engine, theme: Theme): Stage {
  const scene = new Scene(engine);
  scene.skipPointerMovePicking = true;
  scene.skipPointerDownPicking = true;
  scene.skipPointerUpPicking = true;
  scene.clearColor = Color4.FromHexString(`${theme.backdrop}ff`);
  const facing = options.court.rails[options.seat]?.facing ?? 1;
  return {
    scene,
    court: options.court,
    theme,
    isCalm: options.reducedMotion,
    seat: options.seat,
    forwardSign: facing,
    viewDirection: Vector3.Down(),
    glowing: [],
    casting: [],
    adapting: [],
  };
}

function createParts(stage: Stage, builders: ThemeBuilders): Part[] {
  const spot = createSoftSpot(stage.scene);
  const surroundings = builders.createSurroundings(stage);
  const top = builders.buildTableTop(stage);
  const parts = [
    surroundings,
    createPaddles(stage, builders, spot),
    forEachBall(stage, (index) => builders.createBall(stage, spot, index)),
    createCountdown(stage),
    createGoalWave(stage),
  ];
  if (!stage.isCalm) parts.push(createTrails(stage), createSparks(stage), createRings(stage, spot));
  parts.push(createLights(stage, top));
  return parts;
}

function addPart(parts: Set<Part>, part: Part): () => void {
  parts.add(part);
  return () => {
    if (parts.delete(part)) part.close?.();
  };
}

function finish(scene: Scene): void {
  for (const mesh of scene.meshes) {
    mesh.isPickable = false;
    mesh.alwaysSelectAsActiveMesh = true;
  }
}

function update(parts: ReadonlySet<Part>, frame: Frame): void {
  for (const moment of frame.renderState.moments) {
    for (const part of parts) part.react?.(moment, frame);
  }
  for (const part of parts) part.update(frame);
}

// Drawing is what makes Babylon compile its shaders: waiting without drawing may wait for ever.
function becomeReady(scene: Scene, render: () => void, isClosed: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const until = performance.now() + READY_SECONDS * 1000;
    const check = (): void => {
      if (isClosed() || performance.now() > until) return resolve();
      render();
      if (scene.isReady()) return resolve();
      setTimeout(check, READY_CHECK_MS);
    };
    check();
  });
}
