// The table: dark glass with shining lines, a metal frame, tubes of light along its walls and goals.

import {
  Color3,
  CreateBox,
  CreateCylinder,
  CreateGround,
  type DynamicTexture,
  type Mesh,
  StandardMaterial,
} from "../babylon.ts";
import { type Brush, createPainting, mix, withAlpha } from "../paint.ts";
import { createBrightPainting, createBright, createSolid, settle } from "../materials.ts";
import { NEON } from "./colors.ts";
import { colorAt, Layer, type Stage } from "../stage.ts";

/** Width of the frame's sides, and how high they stand above the glass. */
const FRAME_WIDTH = 0.62;
const FRAME_HEIGHT = 0.42;
const TUBE = 0.13;
/** How much of what is under the glass shows through it. */
const CLEARNESS = 0.24;
const PIXELS_PER_UNIT = 100;

/** Builds the table; returns the glass, on which shadows fall. */
export function buildTableTop(stage: Stage): Mesh {
  const glass = buildGlass(stage);
  buildFrame(stage);
  buildTubes(stage);
  buildPosts(stage);
  return glass;
}

function buildGlass(stage: Stage): Mesh {
  const { court, scene } = stage;
  const width = court.halfLength * 2;
  const depth = court.halfWidth * 2;
  const material = new StandardMaterial("glass", scene);
  material.diffuseColor = Color3.FromHexString(NEON.glass).scale(1.5);
  material.specularColor = new Color3(0.42, 0.45, 0.75);
  material.specularPower = 70;
  const size = { width: width * PIXELS_PER_UNIT, height: depth * PIXELS_PER_UNIT };
  material.emissiveTexture = createPainting(scene, "lines", size, (brush) => paintLines(stage, brush));
  material.emissiveColor = Color3.Black();
  const glass = CreateGround("glass", { width, height: depth }, scene);
  glass.material = material;
  glass.alphaIndex = Layer.glass;
  settle(glass);
  stage.glowing.push(glass);

  // Under the glass all is dark, so that only reflections are seen in it.
  const pit = CreateGround("pit", { width: width + 1, height: depth + 1 }, scene);
  pit.position.y = -1.1;
  pit.material = createBright(stage, "pit", Color3.FromHexString(NEON.glass).scale(0.25));
  settle(pit);
  stage.adapting.push(({ reflections }) => {
    material.alpha = reflections ? 1 - CLEARNESS : 1;
    pit.setEnabled(reflections);
  });
  return glass;
}

/** Lines and tint of the glass. The canvas has court x to the right, seat 0 on the left. */
function paintLines(stage: Stage, brush: Brush): void {
  const { court } = stage;
  const left = stage.forwardSign > 0 ? NEON.own : NEON.other;
  const right = stage.forwardSign > 0 ? NEON.other : NEON.own;
  brush.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
  brush.translate(court.halfLength, court.halfWidth);
  const { halfLength: l, halfWidth: w } = court;

  brush.fillStyle = "#000000";
  brush.fillRect(-l, -w, 2 * l, 2 * w);
  const tint = brush.createLinearGradient(-l, 0, l, 0);
  tint.addColorStop(0, withAlpha(left, 0.2));
  tint.addColorStop(0.42, withAlpha(mix(left, NEON.line, 0.6), 0.05));
  tint.addColorStop(0.58, withAlpha(mix(right, NEON.line, 0.6), 0.05));
  tint.addColorStop(1, withAlpha(right, 0.2));
  brush.fillStyle = tint;
  brush.fillRect(-l, -w, 2 * l, 2 * w);
  paintMesh(brush, NEON.line, l, w);

  // Each line thrice: a wide faint halo, a narrower one, the line itself.
  for (const [thickness, alpha] of [
    [0.42, 0.07],
    [0.2, 0.16],
    [0.06, 1],
  ] as const) {
    brush.lineWidth = thickness;
    brush.strokeStyle = withAlpha(NEON.line, alpha * 0.9);
    brush.setLineDash([]);
    line(brush, -l, -w + 0.12, l, -w + 0.12);
    line(brush, -l, w - 0.12, l, w - 0.12);
    circle(brush, 0, 1.9);
    brush.setLineDash([0.44, 0.36]);
    line(brush, 0, -w, 0, -1.9);
    line(brush, 0, 1.9, 0, w);
    brush.setLineDash([]);
    for (const [x, color] of [
      [-l, left],
      [l, right],
    ] as const) {
      brush.strokeStyle = withAlpha(color, alpha);
      circle(brush, x, 3);
      // Where the paddle's face slides.
      brush.strokeStyle = withAlpha(color, alpha * 0.5);
      line(brush, x * 0.94, -w, x * 0.94, w);
    }
  }
}

/** A faint net of hexagons, etched into the glass. */
function paintMesh(brush: Brush, color: string, l: number, w: number): void {
  const side = 0.42;
  const stepX = side * 1.5;
  const stepY = side * Math.sqrt(3);
  brush.strokeStyle = withAlpha(color, 0.09);
  brush.lineWidth = 0.022;
  brush.beginPath();
  for (let column = 0, x = -l; x <= l + side; x += stepX, column++) {
    for (let y = -w + (column % 2) * (stepY / 2); y <= w + stepY; y += stepY) {
      brush.moveTo(x + side, y);
      brush.lineTo(x + side / 2, y + stepY / 2);
      brush.lineTo(x - side / 2, y + stepY / 2);
      brush.moveTo(x + side / 2, y + stepY / 2);
      brush.lineTo(x + side, y + stepY);
    }
  }
  brush.stroke();
}

function line(brush: Brush, x: number, y: number, toX: number, toY: number): void {
  brush.beginPath();
  brush.moveTo(x, y);
  brush.lineTo(toX, toY);
  brush.stroke();
}

function circle(brush: Brush, x: number, radius: number): void {
  brush.beginPath();
  brush.arc(x, 0, radius, 0, Math.PI * 2);
  brush.stroke();
}

function buildFrame(stage: Stage): void {
  const { court, scene } = stage;
  const metal = createSolid(stage, "frame", Color3.FromHexString(NEON.frame), 0.5);
  const length = court.halfLength * 2 + FRAME_WIDTH * 2;
  for (const side of [-1, 1]) {
    const wall = CreateBox("wall", { width: length, height: FRAME_HEIGHT + 1, depth: FRAME_WIDTH }, scene);
    wall.position.set(0, (FRAME_HEIGHT - 1) / 2, side * (court.halfWidth + FRAME_WIDTH / 2));
    const end = CreateBox("end", { width: FRAME_WIDTH, height: 1, depth: court.halfWidth * 2 }, scene);
    end.position.set(side * (court.halfLength + FRAME_WIDTH / 2), -0.51, 0);
    for (const mesh of [wall, end]) {
      mesh.material = metal;
      settle(mesh);
    }
  }
}

/** Light along both walls, own colour near and the other far, and across both goals. */
function buildTubes(stage: Stage): void {
  const { court, scene } = stage;
  const run = createBrightPainting(stage, "wall light", paintRun(stage));
  for (const side of [-1, 1]) {
    const tube = createTube(stage, TUBE, FRAME_HEIGHT, side * (court.halfWidth + 0.14));
    const skirt = createTube(stage, TUBE / 2, -0.72, side * (court.halfWidth + FRAME_WIDTH));
    tube.material = run;
    skirt.material = run;
  }
  for (const goal of court.goals) {
    const color = colorAt(stage, goal.at);
    const bar = CreateBox("goal light", { width: 0.16, height: 0.1, depth: court.halfWidth * 2 - 0.1 }, scene);
    bar.position.set(goal.at - goal.inward * 0.26, 0.03, 0);
    bar.material = createBright(stage, "goal light", color);
    const skirt = CreateBox("skirt", { width: 0.05, height: 0.07, depth: court.halfWidth * 2 + FRAME_WIDTH }, scene);
    skirt.position.set(goal.at - goal.inward * (FRAME_WIDTH + 0.02), -0.72, 0);
    skirt.material = createBright(stage, "goal skirt", Color3.Lerp(color, Color3.FromHexString(NEON.line), 0.25));
    settle(bar, skirt);
    stage.glowing.push(bar, skirt);
  }
}

/** Along x; a cylinder's own top ends up at +x. */
function createTube(stage: Stage, diameter: number, y: number, z: number): Mesh {
  const height = stage.court.halfLength * 2 + FRAME_WIDTH;
  const tube = CreateCylinder("tube", { diameter, height, tessellation: 12 }, stage.scene);
  tube.rotation.z = -Math.PI / 2;
  tube.position.set(0, y, z);
  settle(tube);
  stage.glowing.push(tube);
  return tube;
}

function paintRun(stage: Stage): DynamicTexture {
  const left = stage.forwardSign > 0 ? NEON.own : NEON.other;
  const right = stage.forwardSign > 0 ? NEON.other : NEON.own;
  return createPainting(stage.scene, "wall light", { width: 4, height: 512, mipmaps: false }, (brush) => {
    const run = brush.createLinearGradient(0, 512, 0, 0);
    run.addColorStop(0, left);
    run.addColorStop(0.4, left);
    run.addColorStop(0.5, mix(mix(left, right, 0.5), NEON.line, 0.6));
    run.addColorStop(0.6, right);
    run.addColorStop(1, right);
    brush.fillStyle = run;
    brush.fillRect(0, 0, 4, 512);
  });
}

/** Four posts with a cap of light, one at each corner. */
function buildPosts(stage: Stage): void {
  const { court, scene } = stage;
  const metal = createSolid(stage, "post", Color3.FromHexString(NEON.frame).scale(1.3), 0.6);
  for (const end of [-1, 1]) {
    const light = createBright(stage, "post light", colorAt(stage, end));
    for (const side of [-1, 1]) {
      const x = end * (court.halfLength + FRAME_WIDTH / 2);
      const z = side * (court.halfWidth + FRAME_WIDTH / 2);
      const post = CreateCylinder("post", { diameter: 0.74, height: 1.5, tessellation: 24 }, scene);
      post.position.set(x, -0.27, z);
      post.material = metal;
      const cap = CreateCylinder("post light", { diameter: 0.3, height: 0.06, tessellation: 24 }, scene);
      cap.position.set(x, 0.5, z);
      cap.material = light;
      settle(post, cap);
      stage.glowing.push(cap);
    }
  }
}
