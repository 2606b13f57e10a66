// The wood round the cloth: rails with inlays, cushions along the walls, brass corners, and the legs it stands on.

import {
  Color3,
  CreateBox,
  CreateCylinder,
  CreateGround,
  type DynamicTexture,
  type StandardMaterial,
} from "../babylon.ts";
import { createSolid, settle } from "../materials.ts";
import { type Brush, createPainting, mix, withAlpha } from "../paint.ts";
import { colorAt, type Stage } from "../stage.ts";
import { CLASSIC_COLORS } from "./colors.ts";
import { paintWood } from "./wood.ts";

/** Width of the rails, how high they stand above the cloth, and how far their outer side hangs down. */
const RAIL_WIDTH = 0.66;
const RAIL_HEIGHT = 0.42;
const APRON = 1;
/** How thick the cushions are. */
const CUSHION = 0.1;
export const FLOOR_Y = -4.5;

export function buildWoodFrame(stage: Stage): void {
  const apron = createWood(
    stage,
    "apron",
    createPainting(stage.scene, "apron", { width: 1024, height: 64 }, paintApron),
  );
  buildRails(stage, apron);
  buildEnds(stage, apron);
  buildCorners(stage);
}

function createWood(stage: Stage, name: string, painting: DynamicTexture): StandardMaterial {
  const material = createSolid(stage, name, Color3.White(), 0.16);
  material.diffuseTexture = painting;
  return material;
}

function paintApron(brush: Brush): void {
  paintWood(brush, {
    width: 1024,
    height: 64,
    color: mix(CLASSIC_COLORS.walnut, CLASSIC_COLORS.walnutDark, 0.35),
    dark: CLASSIC_COLORS.walnutDark,
    seed: 29,
  });
}

/** Along both walls. */
function buildRails(stage: Stage, apron: StandardMaterial): void {
  const { court, scene } = stage;
  const length = court.halfLength * 2 + RAIL_WIDTH * 2;
  const top = createWood(
    stage,
    "rail",
    createPainting(scene, "rail", { width: 2048, height: 64 }, (b) => paintRail(stage, b)),
  );
  const felt = createSolid(stage, "cushion", Color3.FromHexString(CLASSIC_COLORS.cushion), 0);
  for (const side of [-1, 1]) {
    const middle = side * (court.halfWidth + CUSHION + RAIL_WIDTH / 2);
    const wall = CreateBox("wall", { width: length, height: RAIL_HEIGHT + APRON, depth: RAIL_WIDTH }, scene);
    wall.position.set(0, (RAIL_HEIGHT - APRON) / 2, middle);
    wall.material = apron;
    const board = CreateGround("rail", { width: length, height: RAIL_WIDTH }, scene);
    board.position.set(0, RAIL_HEIGHT + 0.005, middle);
    // Painted with its inner edge at the top.
    board.rotation.y = side < 0 ? 0 : Math.PI;
    board.material = top;
    board.receiveShadows = true;
    const cushion = CreateBox("cushion", { width: court.halfLength * 2, height: RAIL_HEIGHT, depth: CUSHION }, scene);
    cushion.position.set(0, RAIL_HEIGHT / 2 - 0.03, side * (court.halfWidth + CUSHION / 2));
    cushion.material = felt;
    settle(wall, board, cushion);
    stage.casting.push(wall);
  }
}

/** Round at its edges, with a line of brass and a lozenge at each eighth of its length. */
function paintRail(stage: Stage, brush: Brush): void {
  const [width, height] = [2048, 64];
  paintWood(brush, { width, height, color: CLASSIC_COLORS.walnut, dark: CLASSIC_COLORS.walnutDark, seed: 31 });
  const round = brush.createLinearGradient(0, 0, 0, height);
  round.addColorStop(0, withAlpha("#000000", 0.35));
  round.addColorStop(0.12, withAlpha(CLASSIC_COLORS.lamp, 0.4));
  round.addColorStop(0.3, withAlpha(CLASSIC_COLORS.lamp, 0.1));
  round.addColorStop(0.8, withAlpha("#000000", 0.1));
  round.addColorStop(1, withAlpha("#000000", 0.6));
  brush.fillStyle = round;
  brush.fillRect(0, 0, width, height);
  brush.fillStyle = CLASSIC_COLORS.brass;
  brush.fillRect(0, 6, width, 2.5);
  const { halfLength } = stage.court;
  const perUnit = width / (halfLength * 2 + RAIL_WIDTH * 2);
  brush.fillStyle = CLASSIC_COLORS.line;
  for (let i = 1; i < 8; i++) {
    const x = width / 2 + (i / 4 - 1) * halfLength * perUnit;
    brush.beginPath();
    brush.moveTo(x - 13, 34);
    brush.lineTo(x, 28);
    brush.lineTo(x + 13, 34);
    brush.lineTo(x, 40);
    brush.fill();
  }
}

/** Behind both goals, no higher than the cloth, with an inlay in the colour of whoever guards it. */
function buildEnds(stage: Stage, apron: StandardMaterial): void {
  const { court, scene } = stage;
  const depth = court.halfWidth * 2 + CUSHION * 2;
  for (const goal of court.goals) {
    const middle = goal.at - (goal.inward * RAIL_WIDTH) / 2;
    const end = CreateBox("end", { width: RAIL_WIDTH, height: APRON, depth }, scene);
    end.position.set(middle, -APRON / 2 - 0.02, 0);
    end.material = apron;
    const color = colorAt(stage, goal.at).toHexString();
    const painting = createPainting(scene, "end", { width: 1024, height: 64 }, (brush) => paintEnd(brush, color));
    const board = CreateGround("end board", { width: depth, height: RAIL_WIDTH }, scene);
    board.rotation.y = (goal.inward * Math.PI) / 2;
    board.position.set(middle, -0.01, 0);
    board.material = createWood(stage, "end board", painting);
    board.receiveShadows = true;
    settle(end, board);
  }
}

function paintEnd(brush: Brush, color: string): void {
  const [width, height] = [1024, 64];
  paintWood(brush, { width, height, color: CLASSIC_COLORS.walnut, dark: CLASSIC_COLORS.walnutDark, seed: 37 });
  brush.fillStyle = CLASSIC_COLORS.brass;
  brush.fillRect(0, 20, width, 24);
  brush.fillStyle = color;
  brush.fillRect(0, 23, width, 18);
  const round = brush.createLinearGradient(0, 0, 0, height);
  round.addColorStop(0, withAlpha("#000000", 0.25));
  round.addColorStop(0.5, withAlpha("#000000", 0));
  round.addColorStop(1, withAlpha("#000000", 0.5));
  brush.fillStyle = round;
  brush.fillRect(0, 0, width, height);
}

function buildCorners(stage: Stage): void {
  const { court, scene } = stage;
  const wood = createSolid(
    stage,
    "corner",
    Color3.FromHexString(mix(CLASSIC_COLORS.walnut, CLASSIC_COLORS.walnutDark, 0.3)),
    0.2,
  );
  const brass = createSolid(stage, "brass", Color3.FromHexString(CLASSIC_COLORS.brass), 0.8);
  brass.emissiveColor = Color3.FromHexString(CLASSIC_COLORS.brass).scale(0.15);
  for (const end of [-1, 1]) {
    for (const side of [-1, 1]) {
      const x = end * (court.halfLength + RAIL_WIDTH / 2);
      const z = side * (court.halfWidth + CUSHION + RAIL_WIDTH / 2);
      const post = CreateCylinder("corner", { diameter: 0.84, height: APRON + 0.48, tessellation: 32 }, scene);
      post.position.set(x, (0.48 - APRON) / 2 - 0.03, z);
      post.material = wood;
      const cap = CreateCylinder(
        "corner cap",
        { diameterTop: 0.5, diameterBottom: 0.66, height: 0.07, tessellation: 32 },
        scene,
      );
      cap.position.set(x, 0.48, z);
      cap.material = brass;
      const tall = -FLOOR_Y - APRON;
      const leg = CreateCylinder(
        "leg",
        { diameterTop: 0.78, diameterBottom: 0.46, height: tall, tessellation: 24 },
        scene,
      );
      leg.position.set(x, FLOOR_Y + tall / 2, z);
      leg.material = wood;
      settle(post, cap, leg);
    }
  }
}
