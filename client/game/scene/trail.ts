// The trail of each ball: a ribbon of light through where it was drawn, in the colour of whoever hit it last.

import type { SimEvent } from "../../../pong/step.ts";
import { Color3, Mesh, VertexBuffer, VertexData } from "./babylon.ts";
import { forEachBall, type Frame, type Part } from "./frame.ts";
import { createLight } from "./materials.ts";
import { colorOf, Layer, type Stage } from "./stage.ts";
import {
  advanceTrail,
  createTrailHistory,
  lengthOf,
  type TrailPoint,
  resetTrail,
  TRAIL_POINTS,
} from "./trail-history.ts";

/** A ball that went this much further than its speed allows has jumped. */
const JUMP_UNITS = 1.2;
/** Three vertices a point: both edges transparent, the middle bright. */
const ACROSS = 3;

export function createTrails(stage: Stage): Part {
  return forEachBall(stage, (index) => createTrail(stage, index));
}

function createTrail(stage: Stage, index: number): Part {
  const radius = stage.court.ballRadius;
  const positions = new Float32Array(TRAIL_POINTS * ACROSS * 3);
  const colors = new Float32Array(TRAIL_POINTS * ACROSS * 4);
  const mesh = createRibbon(stage, positions, colors);
  const history = createTrailHistory();
  const white = Color3.FromHexString(stage.theme.ball);
  const color = white.clone();
  let wanted = white;
  let last: TrailPoint | null = null;
  let turns: TrailPoint[] = [];

  return {
    react(moment: SimEvent): void {
      if (moment.kind === "hit" || moment.kind === "serve") wanted = colorOf(stage, moment.seat);
      if (moment.kind === "hit" || moment.kind === "wall") turns.push({ x: moment.x, y: moment.y });
    },
    update({ renderState, passed }: Frame): void {
      const ball = renderState.balls[index];
      if (!ball) return;
      const here = { x: ball.x, y: ball.y };
      const path: TrailPoint[] = last ? [last, ...turns, here] : [here];
      turns = [];
      last = here;
      const possible = stage.court.topSpeed * 60 * passed * 1.5 + JUMP_UNITS;
      if (!ball.flying || path.length < 2 || lengthOf(path) > possible) resetTrail(history, here);
      else if (passed > 0) advanceTrail(history, path, passed);
      Color3.LerpToRef(color, wanted, Math.min(1, passed * 14), color);
      mesh.setEnabled(ball.flying);
      if (!ball.flying) return;
      shape(history.points, here, positions, radius);
      tint(colors, color, white, stage.theme.effects.trail);
      mesh.updateVerticesData(VertexBuffer.PositionKind, positions);
      mesh.updateVerticesData(VertexBuffer.ColorKind, colors);
    },
  };
}

function createRibbon(stage: Stage, positions: Float32Array, colors: Float32Array): Mesh {
  const indices: number[] = [];
  for (let i = 0; i < TRAIL_POINTS - 1; i++) {
    for (let j = 0; j < ACROSS - 1; j++) {
      const a = i * ACROSS + j;
      const b = a + ACROSS;
      indices.push(a, a + 1, b, a + 1, b + 1, b);
    }
  }
  const data = new VertexData();
  data.positions = positions;
  data.colors = colors;
  data.indices = indices;
  const mesh = new Mesh("trail", stage.scene);
  data.applyToMesh(mesh, true);
  mesh.hasVertexAlpha = true;
  mesh.material = createLight(stage, "trail", null, Color3.White());
  mesh.alphaIndex = Layer.trail;
  mesh.alwaysSelectAsActiveMesh = true;
  return mesh;
}

/** Lays the ribbon through the points; the first is where the ball is now. */
function shape(points: Float32Array, here: TrailPoint, positions: Float32Array, radius: number): void {
  let sideX = 0;
  let sideY = 0;
  for (let i = 0; i < TRAIL_POINTS; i++) {
    const x = i === 0 ? here.x : points[i * 2]!;
    const y = i === 0 ? here.y : points[i * 2 + 1]!;
    const older = Math.min(TRAIL_POINTS - 1, i + 1) * 2;
    const newer = Math.max(0, i - 1) * 2;
    const dx = points[newer]! - points[older]!;
    const dy = points[newer + 1]! - points[older + 1]!;
    const length = Math.hypot(dx, dy);
    if (length > 1e-4) {
      sideX = -dy / length;
      sideY = dx / length;
    }
    const width = radius * (1 - i / TRAIL_POINTS);
    for (let j = 0; j < ACROSS; j++) {
      const at = (i * ACROSS + j) * 3;
      positions[at] = x + sideX * width * (j - 1);
      positions[at + 1] = radius;
      positions[at + 2] = y + sideY * width * (j - 1);
    }
  }
}

function tint(colors: Float32Array, color: Color3, white: Color3, strength: number): void {
  for (let i = 0; i < TRAIL_POINTS; i++) {
    const age = i / (TRAIL_POINTS - 1);
    const hot = Math.max(0, 1 - age * 3.2);
    for (let j = 0; j < ACROSS; j++) {
      const at = (i * ACROSS + j) * 4;
      colors[at] = color.r + (white.r - color.r) * hot;
      colors[at + 1] = color.g + (white.g - color.g) * hot;
      colors[at + 2] = color.b + (white.b - color.b) * hot;
      colors[at + 3] = (j === 1 ? 1 : 0.25) * (1 - age) * strength;
    }
  }
}
