// Opens the table on a canvas: everything that is seen of a match. Imported lazily, because Babylon comes with it.
// It draws pictures (sdk/picture.ts) and decides nothing.

import type { Court } from "../../pong/court.ts";
import type { Picture } from "../../sdk/picture.ts";
import { Color4, Engine, GlowLayer, Scene, Vector3 } from "./babylon.ts";
import type { View } from "./camera.ts";
import { createCountdown } from "./countdown.ts";
import { type Frame, MAX_FRAME_SECONDS, type Part } from "./frame.ts";
import { createGoalWave } from "./goal-wave.ts";
import { createLights } from "./lights.ts";
import { lookAtMachine } from "./machine.ts";
import { createPaddles } from "./paddles.ts";
import { createSoftSpot } from "./paint.ts";
import { chooseQuality, type Quality } from "./quality.ts";
import { createRings } from "./rings.ts";
import { createSparks } from "./sparks.ts";
import type { Stage } from "./stage.ts";
import type { ThemeName } from "./theme.ts";
import { THEMES } from "./themes.ts";
import { createTrail } from "./trail.ts";
import { createViewpoint } from "./viewpoint.ts";

export interface TableOptions {
  readonly canvas: HTMLCanvasElement;
  readonly court: Court;
  /** Whose table it is: the camera stands behind or beside this seat, and its colour is that of one's own. */
  readonly seat: number;
  /** From where one looks at first; behind one's own paddle unless told. */
  readonly view?: View;
  readonly reducedMotion: boolean;
  readonly theme?: ThemeName;
  /** Instead of what the machine is thought to be good for. */
  readonly quality?: Partial<Quality>;
}

export interface Table {
  /** Draws one picture. `seconds` is the frame's monotonic time; it may stand still, but never runs back. */
  draw(picture: Picture, seconds: number): void;
  /** Call when the canvas has another size or shape. */
  resize(): void;
  /** Looks from there from the next picture on. */
  setView(view: View): void;
  /** Frees everything. A closed table ignores all calls. */
  close(): void;
  /** Resolves once a frame is drawn whole, at the latest after READY_SECONDS. */
  readonly ready: Promise<void>;
}

/** After this long a table counts as ready, whatever is still missing. */
const READY_SECONDS = 10;
const READY_CHECK_MS = 16;

/** Opens the table. The page calls `draw` once a frame. */
export function openTable(options: TableOptions): Table {
  const quality = { ...chooseQuality(lookAtMachine()), ...options.quality };
  const engine = new Engine(options.canvas, quality.msaa, {
    stencil: false,
    audioEngine: false,
    powerPreference: "high-performance",
    doNotHandleTouchAction: true,
  });
  engine.setHardwareScalingLevel(quality.hardwareScale);
  const stage = createStage(options, engine, quality);
  const viewpoint = createViewpoint(stage, options.view ?? "behind");
  const parts = [viewpoint, ...createParts(stage)];
  finish(stage);

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
    draw(picture: Picture, seconds: number): void {
      if (isClosed) return;
      const passed = last === null ? 0 : Math.min(MAX_FRAME_SECONDS, Math.max(0, seconds - last));
      last = seconds;
      update(parts, { picture, seconds, passed });
      render();
    },
    resize(): void {
      if (isClosed) return;
      engine.resize();
      viewpoint.fit();
    },
    setView(view: View): void {
      if (!isClosed) viewpoint.setView(view);
    },
    close(): void {
      if (isClosed) return;
      isClosed = true;
      stage.scene.dispose();
      engine.dispose();
    },
    ready: becomeReady(stage.scene, render, () => isClosed),
  };
}

function createStage(options: TableOptions, engine: Engine, quality: Quality): Stage {
  const theme = THEMES[options.theme ?? "neon"];
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
    quality,
    isCalm: options.reducedMotion,
    seat: options.seat,
    away: facing,
    sight: Vector3.Down(),
    glowing: [],
    casting: [],
  };
}

function createParts(stage: Stage): Part[] {
  const spot = createSoftSpot(stage.scene);
  const { theme } = stage;
  const surroundings = theme.createSurroundings(stage);
  const top = theme.buildTableTop(stage);
  const parts = [
    surroundings,
    createPaddles(stage, spot),
    theme.createBall(stage, spot),
    createCountdown(stage),
    createGoalWave(stage),
  ];
  if (!stage.isCalm) parts.push(createTrail(stage), createSparks(stage), createRings(stage, spot));
  parts.push(createLights(stage, top));
  return parts;
}

function finish(stage: Stage): void {
  // With nothing named to glow, Babylon would take everything.
  if (stage.quality.glow && stage.glowing.length > 0) {
    const glow = new GlowLayer("glow", stage.scene, { mainTextureRatio: stage.quality.glowRatio, blurKernelSize: 32 });
    glow.intensity = 0.65;
    for (const mesh of stage.glowing) glow.addIncludedOnlyMesh(mesh);
  }
  for (const mesh of stage.scene.meshes) {
    mesh.isPickable = false;
    mesh.alwaysSelectAsActiveMesh = true;
  }
}

function update(parts: readonly Part[], frame: Frame): void {
  for (const moment of frame.picture.moments) {
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
