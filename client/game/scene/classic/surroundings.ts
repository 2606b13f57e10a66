// The hall round the table: panelled walls with tall windows, evening behind them, and lamps between. The floor is
// floor.ts. Nothing of it moves.

import { CreatePlane, Texture } from "../babylon.ts";
import type { Part } from "../frame.ts";
import { createBrightPainting, settle } from "../materials.ts";
import { type Brush, createPainting, mix, withAlpha } from "../paint.ts";
import type { Stage } from "../stage.ts";
import { CLASSIC_COLORS } from "./colors.ts";
import { buildFloor } from "./floor.ts";
import { FLOOR_Y } from "./wood-frame.ts";

/** Half the hall's length and width, and how high its walls are. */
const HALL = { length: 62, width: 55, height: 36 };
/** The walls repeat one bay: half a lamp, a window, half a lamp. In court units; the canvas has this many pixels for each. */
const BAY = { width: 22, height: HALL.height };
const SCALE = 28;
const WINDOW = { width: 8.4, from: 5.3, to: 21 };
const PANELS = 4.5;
const LAMP_HEIGHT = 9;

export function createSurroundings(stage: Stage): Part {
  buildWalls(stage);
  buildFloor(stage, HALL);
  return { update: () => {} };
}

function buildWalls(stage: Stage): void {
  for (const [turn, away, width] of [
    [0, HALL.width, HALL.length],
    [1, HALL.length, HALL.width],
    [2, HALL.width, HALL.length],
    [3, HALL.length, HALL.width],
  ] as const) {
    const size = { width: BAY.width * SCALE, height: BAY.height * SCALE };
    const painting = createPainting(stage.scene, "wall", size, paintBay);
    painting.wrapU = Texture.WRAP_ADDRESSMODE;
    // An odd number of bays: a window in the middle.
    const bays = 2 * Math.round(width / BAY.width - 0.5) + 1;
    painting.uScale = bays;
    const wall = CreatePlane("hall wall", { width: width * 2, height: HALL.height }, stage.scene);
    const angle = (turn * Math.PI) / 2;
    wall.rotation.y = angle;
    wall.position.set(Math.sin(angle) * away, FLOOR_Y + HALL.height / 2, Math.cos(angle) * away);
    wall.material = createBrightPainting(stage, "hall wall", painting);
    settle(wall);
  }
}

/** Measured from the middle of the bay's floor, up and to the right. */
function paintBay(brush: Brush): void {
  brush.translate((BAY.width * SCALE) / 2, BAY.height * SCALE);
  brush.scale(SCALE, -SCALE);
  const half = BAY.width / 2;
  const plaster = brush.createLinearGradient(0, 0, 0, BAY.height);
  plaster.addColorStop(0, mix(CLASSIC_COLORS.plaster, CLASSIC_COLORS.shade, 0.55));
  plaster.addColorStop(0.4, mix(CLASSIC_COLORS.plaster, CLASSIC_COLORS.shade, 0.6));
  plaster.addColorStop(1, CLASSIC_COLORS.shade);
  brush.fillStyle = plaster;
  brush.fillRect(-half, 0, BAY.width, BAY.height);
  paintPanels(brush, half);
  paintWindow(brush);
  for (const side of [-half, half]) paintLamp(brush, side);
}

function paintPanels(brush: Brush, half: number): void {
  const { panel, shade, lamp } = CLASSIC_COLORS;
  brush.fillStyle = mix(panel, shade, 0.35);
  brush.fillRect(-half, 0, BAY.width, PANELS);
  const count = 4;
  const step = BAY.width / count;
  for (let i = 0; i < count; i++) {
    const x = -half + i * step + 0.6;
    const face = brush.createLinearGradient(0, 1.4, 0, PANELS - 0.8);
    face.addColorStop(0, mix(panel, shade, 0.5));
    face.addColorStop(1, mix(panel, lamp, 0.06));
    brush.fillStyle = face;
    brush.fillRect(x, 1.5, step - 1.2, PANELS - 2.5);
    brush.lineWidth = 0.14;
    brush.strokeStyle = withAlpha(shade, 0.8);
    brush.strokeRect(x, 1.5, step - 1.2, PANELS - 2.5);
    brush.fillStyle = withAlpha(lamp, 0.16);
    brush.fillRect(x, 1.5, step - 1.2, 0.1);
  }
  brush.fillStyle = shade;
  brush.fillRect(-half, 0, BAY.width, 0.9);
  brush.fillStyle = mix(panel, lamp, 0.16);
  brush.fillRect(-half, PANELS - 0.3, BAY.width, 0.4);
  brush.fillStyle = withAlpha(shade, 0.5);
  brush.fillRect(-half, PANELS - 0.5, BAY.width, 0.2);
}

/** Arched, in a deep frame; the last of the sunset stands low in it. */
function paintWindow(brush: Brush): void {
  const { width, from, to } = WINDOW;
  const { dusk, afterglow, panel, shade } = CLASSIC_COLORS;
  const arch = (wider: number): void => {
    brush.beginPath();
    brush.moveTo(-width / 2 - wider, from - wider);
    brush.lineTo(width / 2 + wider, from - wider);
    brush.lineTo(width / 2 + wider, to);
    brush.arc(0, to, width / 2 + wider, 0, Math.PI);
    brush.closePath();
  };
  arch(0.7);
  brush.fillStyle = mix(panel, shade, 0.2);
  brush.fill();
  arch(0);
  const evening = brush.createLinearGradient(0, from, 0, to);
  evening.addColorStop(0, mix(afterglow, dusk, 0.15));
  evening.addColorStop(0.16, mix(afterglow, dusk, 0.5));
  evening.addColorStop(0.42, mix(dusk, "#5f7399", 0.4));
  evening.addColorStop(1, dusk);
  brush.fillStyle = evening;
  brush.fill();
  brush.save();
  brush.clip();
  // Trees far away.
  brush.fillStyle = withAlpha(mix(dusk, shade, 0.55), 0.9);
  for (const [x, size] of [
    [-3.6, 1.5],
    [-2.1, 1],
    [-0.6, 0.7],
    [1.4, 0.8],
    [2.8, 1.4],
    [4, 1.9],
  ] as const) {
    brush.beginPath();
    brush.ellipse(x, from + 0.1, size * 1.1, size, 0, 0, Math.PI * 2);
    brush.fill();
  }
  brush.restore();
  brush.fillStyle = mix(panel, shade, 0.45);
  for (const x of [-width / 6, width / 6]) brush.fillRect(x - 0.13, from, 0.26, to - from + 3.6);
  for (let y = from + 3.9; y <= to; y += 3.9) brush.fillRect(-width / 2, y - 0.12, width, 0.24);
  brush.fillRect(-width / 2 - 0.9, from - 0.8, width + 1.8, 0.45);
}

/** Its light washes the wall above and below. */
function paintLamp(brush: Brush, x: number): void {
  const { lamp, brass } = CLASSIC_COLORS;
  brush.save();
  brush.globalCompositeOperation = "lighter";
  const wash = brush.createRadialGradient(x, LAMP_HEIGHT, 0.2, x, LAMP_HEIGHT, 8.5);
  wash.addColorStop(0, withAlpha("#ffb060", 0.62));
  wash.addColorStop(0.25, withAlpha("#f09040", 0.3));
  wash.addColorStop(0.6, withAlpha("#b05a20", 0.1));
  wash.addColorStop(1, withAlpha("#904010", 0));
  brush.fillStyle = wash;
  brush.fillRect(x - 9, LAMP_HEIGHT - 9, 18, 18);
  brush.restore();
  brush.fillStyle = brass;
  brush.fillRect(x - 0.14, LAMP_HEIGHT - 2.2, 0.28, 1.6);
  brush.fillStyle = lamp;
  brush.beginPath();
  brush.moveTo(x - 0.95, LAMP_HEIGHT - 0.9);
  brush.lineTo(x + 0.95, LAMP_HEIGHT - 0.9);
  brush.lineTo(x + 0.6, LAMP_HEIGHT + 0.9);
  brush.lineTo(x - 0.6, LAMP_HEIGHT + 0.9);
  brush.fill();
}
