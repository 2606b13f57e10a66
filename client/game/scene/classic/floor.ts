// The hall's floor: dark boards, a rug under the table, and the light and shade that lie on both.

import { CreateGround, Texture } from "../babylon.ts";
import { createBrightPainting, settle } from "../materials.ts";
import { type Brush, createPainting, createScatter, mix, withAlpha } from "../paint.ts";
import { Layer, type Stage } from "../stage.ts";
import { CLASSIC_COLORS } from "./colors.ts";
import { FLOOR_Y } from "./wood-frame.ts";

export interface HallSize {
  /** Half the hall, in court units. */
  readonly length: number;
  readonly width: number;
}

/** A tile of boards is this many units wide and long. */
const TILE = 16;
const TILE_PIXELS = 512;
const BOARDS = 8;
const RUG = { width: 42, height: 31, scale: 26 };
const SHADE_PIXELS = 512;
const GLOW = "#9a6030";

export function buildFloor(stage: Stage, hall: HallSize): void {
  buildBoards(stage, hall);
  buildRug(stage);
  buildShade(stage, hall);
}

function buildBoards(stage: Stage, { length, width }: HallSize): void {
  const painting = createPainting(stage.scene, "boards", { width: TILE_PIXELS, height: TILE_PIXELS }, paintBoards);
  painting.wrapU = Texture.WRAP_ADDRESSMODE;
  painting.wrapV = Texture.WRAP_ADDRESSMODE;
  painting.uScale = (length * 2) / TILE;
  painting.vScale = (width * 2) / TILE;
  painting.anisotropicFilteringLevel = 16;
  const boards = CreateGround("boards", { width: length * 2, height: width * 2 }, stage.scene);
  boards.position.y = FLOOR_Y - 0.04;
  boards.material = createBrightPainting(stage, "boards", painting);
  settle(boards);
}

function paintBoards(brush: Brush): void {
  const random = createScatter(41);
  const wide = TILE_PIXELS / BOARDS;
  for (let i = 0; i < BOARDS; i++) {
    // Each row is two boards, set off against the row before.
    const joint = ((i * 0.37) % 1) * TILE_PIXELS;
    for (const [from, to] of [
      [joint - TILE_PIXELS, joint],
      [joint, joint + TILE_PIXELS],
    ] as const) {
      brush.fillStyle = mix(CLASSIC_COLORS.floor, random() < 0.5 ? "#000000" : CLASSIC_COLORS.lamp, random() * 0.14);
      brush.fillRect(from, i * wide, to - from, wide);
      brush.fillStyle = withAlpha("#000000", 0.5);
      brush.fillRect(from, i * wide, 2, wide);
    }
    for (let vein = 0; vein < 14; vein++) {
      brush.fillStyle = withAlpha(vein % 3 ? "#000000" : CLASSIC_COLORS.lamp, 0.04 + random() * 0.06);
      brush.fillRect(random() * TILE_PIXELS, i * wide + random() * wide, 60 + random() * 200, 1 + random() * 1.5);
    }
    brush.fillStyle = withAlpha("#000000", 0.55);
    brush.fillRect(0, i * wide, TILE_PIXELS, 2);
  }
}

function buildRug(stage: Stage): void {
  const size = { width: RUG.width * RUG.scale, height: RUG.height * RUG.scale };
  const painting = createPainting(stage.scene, "rug", size, paintRug);
  const rug = CreateGround("rug", { width: RUG.width, height: RUG.height }, stage.scene);
  rug.position.y = FLOOR_Y + 0.04;
  rug.material = createBrightPainting(stage, "rug", painting);
  settle(rug);
}

function paintRug(brush: Brush): void {
  const { rug, line, shade, brass } = CLASSIC_COLORS;
  brush.scale(RUG.scale, RUG.scale);
  const frame = (inset: number, color: string): void => {
    brush.fillStyle = color;
    brush.fillRect(inset, inset, RUG.width - 2 * inset, RUG.height - 2 * inset);
  };
  frame(0, mix(rug, shade, 0.45));
  frame(0.7, mix(brass, shade, 0.35));
  frame(0.85, rug);
  // A row of lozenges between two lines.
  brush.fillStyle = withAlpha(mix(line, brass, 0.6), 0.5);
  const lozenge = (x: number, y: number): void => {
    brush.beginPath();
    brush.moveTo(x - 0.42, y);
    brush.lineTo(x, y - 0.42);
    brush.lineTo(x + 0.42, y);
    brush.lineTo(x, y + 0.42);
    brush.fill();
  };
  const [across, along] = [RUG.width - 3.4, RUG.height - 3.4];
  const [columns, rows] = [Math.round(across / 1.4), Math.round(along / 1.4)];
  for (let i = 0; i <= columns; i++) for (const y of [0, along]) lozenge(1.7 + (i / columns) * across, 1.7 + y);
  for (let i = 1; i < rows; i++) for (const x of [0, across]) lozenge(1.7 + x, 1.7 + (i / rows) * along);
  frame(2.55, mix(brass, shade, 0.35));
  frame(2.7, mix(rug, shade, 0.3));
  frame(3.1, mix(rug, CLASSIC_COLORS.lamp, 0.04));
}

/** Laid over boards and rug: dark towards the walls and under the table, clear where the lamps over it reach. */
function buildShade(stage: Stage, hall: HallSize): void {
  const { length, width } = hall;
  const size = { width: SHADE_PIXELS, height: SHADE_PIXELS, hasAlpha: true };
  const painting = createPainting(stage.scene, "floor shade", size, (brush) => {
    brush.scale(SHADE_PIXELS / (2 * length), SHADE_PIXELS / (2 * width));
    brush.translate(length, width);
    paintShade(stage, hall, brush);
  });
  const material = createBrightPainting(stage, "floor shade", painting);
  material.opacityTexture = painting;
  const shade = CreateGround("floor shade", { width: length * 2, height: width * 2 }, stage.scene);
  shade.position.y = FLOOR_Y + 0.08;
  shade.material = material;
  shade.alphaIndex = Layer.floor;
  settle(shade);
}

function paintShade(stage: Stage, { length, width }: HallSize, brush: Brush): void {
  const { halfLength, halfWidth } = stage.court;
  const { shade } = CLASSIC_COLORS;
  const far = brush.createRadialGradient(0, 0, halfWidth, 0, 0, 58);
  far.addColorStop(0, withAlpha(shade, 0.2));
  far.addColorStop(0.25, withAlpha(shade, 0.45));
  far.addColorStop(1, withAlpha(shade, 0.8));
  brush.fillStyle = far;
  brush.fillRect(-100, -100, 200, 200);
  // The wall lamps' light on the boards before them.
  for (const side of [-1, 1]) {
    for (const [x, y] of [
      [side * length, 0],
      [0, side * width],
    ] as const) {
      const glow = brush.createLinearGradient(x, y, x * 0.68, y * 0.68);
      glow.addColorStop(0, withAlpha(GLOW, 0.34));
      glow.addColorStop(1, withAlpha(GLOW, 0));
      brush.fillStyle = glow;
      brush.fillRect(-100, -100, 200, 200);
    }
  }
  // The table's own shadow: many thin frames make a soft edge.
  for (let i = 0; i < 16; i++) {
    const wider = 2.6 - i * 0.28;
    brush.fillStyle = withAlpha(shade, 0.1);
    brush.beginPath();
    brush.roundRect(-halfLength - wider, -halfWidth - wider, 2 * (halfLength + wider), 2 * (halfWidth + wider), 2);
    brush.fill();
  }
}
