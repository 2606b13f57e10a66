// What lies around the table: a sky with a setting sun, hills, and a grid on the floor.

import { Color3, CreateGround, CreatePlane, type DynamicTexture, Texture } from "../babylon.ts";
import { type Brush, createPainting, createScatter, mix, withAlpha } from "../paint.ts";
import { createBrightPainting, createLight, settle } from "../materials.ts";
import { NEON } from "./colors.ts";
import type { Frame, Part } from "../frame.ts";
import { Layer, type Stage } from "../stage.ts";

const FLOOR_Y = -3.2;
const FAR = 120;
const SKY = { width: 2048, height: 1024, worldWidth: 300, worldHeight: 150 };
/** Where the horizon lies on the sky's canvas. */
const HORIZON = SKY.height * 0.8;
const CELL = 4;
/** The floor is this many times as broad as it is long: wide windows see far aside. */
const FLOOR_BREADTH = 2;
/** The floor drifts towards the eye this many units a second. */
const DRIFT = 1.2;

/** Builds the surroundings; the floor moves slowly unless reduced motion is asked for. */
export function createSurroundings(stage: Stage): Part {
  buildSky(stage);
  buildPool(stage);
  return buildFloor(stage);
}

function buildSky(stage: Stage): void {
  const painting = createPainting(stage.scene, "sky", SKY, (brush) => paintSky(brush));
  // Mirrored once on each side, for windows wider than the painting.
  painting.wrapU = Texture.MIRROR_ADDRESSMODE;
  painting.uScale = 2;
  painting.uOffset = -0.5;
  const sky = CreatePlane("sky", { width: SKY.worldWidth * 2, height: SKY.worldHeight }, stage.scene);
  const aboveMiddle = (0.5 - HORIZON / SKY.height) * SKY.worldHeight;
  sky.position.set(stage.forwardSign * FAR, FLOOR_Y - aboveMiddle, 0);
  sky.rotation.y = (stage.forwardSign * Math.PI) / 2;
  sky.material = createBrightPainting(stage, "sky", painting);
  settle(sky);
}

function paintSky(brush: Brush): void {
  const { width, height } = SKY;
  const air = brush.createLinearGradient(0, 0, 0, HORIZON);
  air.addColorStop(0, NEON.skyTop);
  air.addColorStop(0.66, NEON.skyTop);
  air.addColorStop(0.88, NEON.skyMiddle);
  air.addColorStop(1, NEON.horizon);
  brush.fillStyle = air;
  brush.fillRect(0, 0, width, HORIZON);
  brush.fillStyle = mix(NEON.skyTop, NEON.horizon, 0.2);
  brush.fillRect(0, HORIZON, width, height - HORIZON);

  const random = createScatter(7);
  for (let i = 0; i < 900; i++) {
    const y = HORIZON * (1 - random() * random());
    const size = 0.4 + random() * random() * 1.3;
    brush.fillStyle = withAlpha(random() < 0.3 ? NEON.own : "#ffffff", 0.2 + random() * 0.7);
    brush.beginPath();
    brush.arc(random() * width, y, size, 0, Math.PI * 2);
    brush.fill();
  }
  paintSun(brush);
  paintHills(brush, createScatter(11), 74, mix(NEON.skyMiddle, NEON.horizon, 0.55), withAlpha(NEON.own, 0.35));
  paintHills(brush, createScatter(5), 40, mix(NEON.skyTop, NEON.skyMiddle, 0.7), withAlpha(NEON.other, 0.55));
}

function paintSun(brush: Brush): void {
  const x = SKY.width / 2;
  const radius = 78;
  const y = HORIZON - 36;
  const halo = brush.createRadialGradient(x, y, radius * 0.6, x, y, radius * 3.6);
  halo.addColorStop(0, withAlpha(NEON.sunBottom, 0.5));
  halo.addColorStop(0.4, withAlpha(NEON.horizon, 0.35));
  halo.addColorStop(1, withAlpha(NEON.horizon, 0));
  brush.fillStyle = halo;
  brush.fillRect(0, 0, SKY.width, HORIZON);
  const body = brush.createLinearGradient(0, y - radius, 0, y + radius * 0.5);
  body.addColorStop(0, NEON.sunTop);
  body.addColorStop(1, NEON.sunBottom);
  brush.save();
  // Bands of sky across the sun, wider towards the horizon.
  brush.beginPath();
  let from = y - radius;
  for (let i = 0; i < 9; i++) {
    const bar = 21 - i * 1.6;
    brush.rect(x - radius, from, radius * 2, bar);
    from += bar + 1 + i * 0.8;
  }
  brush.clip();
  brush.fillStyle = body;
  brush.beginPath();
  brush.arc(x, y, radius, 0, Math.PI * 2);
  brush.fill();
  brush.restore();
}

/** A ridge across the picture, lower in the middle so that the sun stays free. */
function paintHills(brush: Brush, random: () => number, tallest: number, color: string, edge: string): void {
  const points: [number, number][] = [];
  for (let x = -40; x <= SKY.width + 40; x += 18 + random() * 34) {
    const aside = Math.min(1, Math.abs(x - SKY.width / 2) / 420);
    points.push([x, HORIZON - tallest * (0.08 + 0.92 * aside * aside) * (0.25 + 0.75 * random())]);
  }
  brush.beginPath();
  brush.moveTo(-40, HORIZON + 2);
  for (const [x, y] of points) brush.lineTo(x, y);
  brush.lineTo(SKY.width + 40, HORIZON + 2);
  brush.fillStyle = color;
  brush.fill();
  brush.strokeStyle = edge;
  brush.lineWidth = 1.6;
  brush.stroke();
}

/** The light that the table throws on the floor under it. */
function buildPool(stage: Stage): void {
  const { court } = stage;
  const left = stage.forwardSign > 0 ? NEON.own : NEON.other;
  const right = stage.forwardSign > 0 ? NEON.other : NEON.own;
  const painting = createPainting(stage.scene, "pool", { width: 256, height: 256 }, (brush) => {
    brush.fillStyle = "#000000";
    brush.fillRect(0, 0, 256, 256);
    brush.globalCompositeOperation = "lighter";
    for (const [x, color] of [
      [84, left],
      [172, right],
    ] as const) {
      const light = brush.createRadialGradient(x, 128, 10, x, 128, 84);
      light.addColorStop(0, withAlpha(color, 0.6));
      light.addColorStop(0.5, withAlpha(color, 0.2));
      light.addColorStop(1, withAlpha(color, 0));
      brush.fillStyle = light;
      brush.fillRect(0, 0, 256, 256);
    }
  });
  const pool = CreateGround("pool", { width: court.halfLength * 5, height: court.halfWidth * 6 }, stage.scene);
  pool.position.y = FLOOR_Y + 0.02;
  const material = createLight(stage, "pool", null, Color3.Black());
  material.emissiveTexture = painting;
  // Below 1 only so that it counts as see-through, and is added.
  material.alpha = 0.999;
  pool.material = material;
  pool.alphaIndex = Layer.pool;
  settle(pool);
}

/** Dark under the table, lit by the horizon far away. */
function paintGround(stage: Stage): DynamicTexture {
  return createPainting(stage.scene, "ground", { width: 512, height: 512 }, (brush) => {
    const haze = brush.createLinearGradient(0, 0, 512, 0);
    for (const end of [0, 1]) {
      haze.addColorStop(end, mix(NEON.skyMiddle, NEON.horizon, 0.75));
      haze.addColorStop(Math.abs(end - 0.12), mix(NEON.skyTop, NEON.skyMiddle, 0.9));
      haze.addColorStop(Math.abs(end - 0.36), NEON.skyTop);
    }
    brush.fillStyle = haze;
    brush.fillRect(0, 0, 512, 512);
  });
}

function buildFloor(stage: Stage): Part {
  const { scene } = stage;
  const size = FAR * 2;
  const base = CreateGround("ground", { width: size, height: size * FLOOR_BREADTH }, scene);
  base.position.y = FLOOR_Y - 0.02;
  base.material = createBrightPainting(stage, "ground", paintGround(stage));
  settle(base);

  const grid = createPainting(scene, "grid", { width: 256, height: 256 }, (brush) => {
    brush.fillStyle = "#000000";
    brush.fillRect(0, 0, 256, 256);
    for (const [width, alpha] of [
      [26, 0.07],
      [12, 0.16],
      [4, 1],
    ] as const) {
      brush.strokeStyle = withAlpha(NEON.floor, alpha);
      brush.lineWidth = width;
      brush.strokeRect(0, 0, 256, 256);
    }
  });
  grid.wrapU = Texture.WRAP_ADDRESSMODE;
  grid.wrapV = Texture.WRAP_ADDRESSMODE;
  grid.uScale = size / CELL;
  grid.vScale = (size * FLOOR_BREADTH) / CELL;
  grid.anisotropicFilteringLevel = 16;
  const distance = createPainting(scene, "distance", { width: 256, height: 256, hasAlpha: true }, (brush) => {
    const fog = brush.createRadialGradient(128, 128, 6, 128, 128, 124);
    fog.addColorStop(0, "#ffffffff");
    fog.addColorStop(0.3, "#ffffff88");
    fog.addColorStop(1, "#ffffff00");
    brush.fillStyle = fog;
    brush.fillRect(0, 0, 256, 256);
  });
  const material = createLight(stage, "grid", distance, Color3.Black());
  material.emissiveTexture = grid;
  const floor = CreateGround("grid", { width: size, height: size * FLOOR_BREADTH }, scene);
  floor.position.y = FLOOR_Y;
  floor.material = material;
  floor.alphaIndex = Layer.floor;
  settle(floor);
  return {
    update(frame: Frame): void {
      if (!stage.isCalm) grid.uOffset = (grid.uOffset + (stage.forwardSign * DRIFT * frame.passed) / CELL) % 1;
    },
  };
}
