// The table: matte cloth with white lines, lit by the lamp over it. The wood round it is wood-frame.ts.

import { Color3, CreateGround, type Mesh, StandardMaterial } from "../babylon.ts";
import { settle } from "../materials.ts";
import { type Brush, createPainting, createScatter, mix, withAlpha } from "../paint.ts";
import type { Stage } from "../stage.ts";
import { CLASSIC_COLORS } from "./colors.ts";
import { buildWoodFrame } from "./wood-frame.ts";

const PIXELS_PER_UNIT = 100;
const LINE = 0.075;
const GOAL_LINE = 0.2;
/** How far the lines stay away from the cushions. */
const INSET = 0.32;
const GRAINS = 16_000;

/** Builds the table; returns the cloth, on which shadows fall. */
export function buildTableTop(stage: Stage): Mesh {
  const { court, scene } = stage;
  const width = court.halfLength * 2;
  const height = court.halfWidth * 2;
  const material = new StandardMaterial("cloth", scene);
  const size = { width: width * PIXELS_PER_UNIT, height: height * PIXELS_PER_UNIT };
  material.diffuseTexture = createPainting(scene, "cloth", size, (brush) => paintCloth(stage, brush));
  material.specularColor = Color3.Black();
  const cloth = CreateGround("cloth", { width, height }, scene);
  cloth.material = material;
  settle(cloth);
  buildWoodFrame(stage);
  return cloth;
}

/** The canvas has court x to the right, seat 0 on the left. */
function paintCloth(stage: Stage, brush: Brush): void {
  const { halfLength: l, halfWidth: w } = stage.court;
  brush.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
  brush.translate(l, w);
  brush.fillStyle = CLASSIC_COLORS.cloth;
  brush.fillRect(-l, -w, 2 * l, 2 * w);
  paintNap(brush, l, w);
  paintLampLight(brush, l, w);
  paintLines(stage, brush);
  paintCushionShade(brush, l, w);
}

/** The short fibres of the cloth. */
function paintNap(brush: Brush, l: number, w: number): void {
  const random = createScatter(17);
  for (let i = 0; i < GRAINS; i++) {
    brush.fillStyle = withAlpha(random() < 0.5 ? "#ffffff" : "#000000", 0.012 + random() * 0.026);
    const size = 0.015 + random() * 0.03;
    brush.fillRect((random() * 2 - 1) * l, (random() * 2 - 1) * w, size * 2.5, size);
  }
}

/** Two lamps hang over the table, in a row; their light falls off towards the ends. */
function paintLampLight(brush: Brush, l: number, w: number): void {
  for (const x of [-l * 0.42, l * 0.42]) {
    const light = brush.createRadialGradient(x, 0, 0, x, 0, w * 1.35);
    light.addColorStop(0, withAlpha(CLASSIC_COLORS.lamp, 0.24));
    light.addColorStop(0.5, withAlpha(CLASSIC_COLORS.lamp, 0.1));
    light.addColorStop(1, withAlpha(CLASSIC_COLORS.lamp, 0));
    brush.fillStyle = light;
    brush.fillRect(-l, -w, 2 * l, 2 * w);
  }
  const shade = brush.createRadialGradient(0, 0, w * 0.9, 0, 0, l * 1.2);
  shade.addColorStop(0, withAlpha(CLASSIC_COLORS.shade, 0));
  shade.addColorStop(1, withAlpha(CLASSIC_COLORS.shade, 0.42));
  brush.fillStyle = shade;
  brush.fillRect(-l, -w, 2 * l, 2 * w);
}

function paintLines(stage: Stage, brush: Brush): void {
  const { halfLength: l, halfWidth: w } = stage.court;
  const left = stage.forwardSign > 0 ? CLASSIC_COLORS.own : CLASSIC_COLORS.other;
  const right = stage.forwardSign > 0 ? CLASSIC_COLORS.other : CLASSIC_COLORS.own;
  brush.lineWidth = LINE;
  for (const [x, color] of [
    [-l, left],
    [l, right],
  ] as const) {
    brush.fillStyle = withAlpha(color, 0.09);
    brush.strokeStyle = withAlpha(mix(CLASSIC_COLORS.line, color, 0.35), 0.9);
    brush.beginPath();
    brush.arc(x, 0, 3, 0, Math.PI * 2);
    brush.fill();
    brush.stroke();
    // The goal line itself, its edge a little softer than a pixel.
    for (const [thickness, alpha] of [
      [GOAL_LINE + 0.05, 0.45],
      [GOAL_LINE, 1],
    ] as const) {
      brush.fillStyle = withAlpha(color, alpha);
      brush.fillRect(x < 0 ? x : x - thickness, -w, thickness, 2 * w);
    }
  }
  brush.strokeStyle = withAlpha(CLASSIC_COLORS.line, 0.88);
  brush.fillStyle = brush.strokeStyle;
  for (const y of [-w + INSET, w - INSET]) brush.fillRect(-l + GOAL_LINE, y - LINE / 2, 2 * (l - GOAL_LINE), LINE);
  brush.fillRect(-LINE / 2, -w + INSET, LINE, w - INSET - 1.9);
  brush.fillRect(-LINE / 2, 1.9, LINE, w - INSET - 1.9);
  brush.beginPath();
  brush.arc(0, 0, 1.9, 0, Math.PI * 2);
  brush.stroke();
  brush.beginPath();
  brush.arc(0, 0, 0.13, 0, Math.PI * 2);
  brush.fill();
}

/** The cushions keep the lamps' light off the cloth beside them. */
function paintCushionShade(brush: Brush, l: number, w: number): void {
  for (const side of [-1, 1]) {
    const shade = brush.createLinearGradient(0, side * w, 0, side * (w - 0.8));
    shade.addColorStop(0, withAlpha(CLASSIC_COLORS.shade, 0.6));
    shade.addColorStop(0.35, withAlpha(CLASSIC_COLORS.shade, 0.2));
    shade.addColorStop(1, withAlpha(CLASSIC_COLORS.shade, 0));
    brush.fillStyle = shade;
    brush.fillRect(-l, side < 0 ? -w : w - 0.8, 2 * l, 0.8);
  }
}
