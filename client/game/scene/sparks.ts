// Sparks: streaks of light that fly from a hit, a wall or a goal, fall and bounce on the glass.

import type { SimEvent } from "../../../pong/step.ts";
import { Color3, Mesh, type Vector3, VertexBuffer, VertexData } from "./babylon.ts";
import type { Frame, Part } from "./frame.ts";
import { createLight } from "./materials.ts";
import { createScatter } from "./paint.ts";
import { colorAt, colorOf, Layer, type Stage } from "./stage.ts";

const MOST = 220;
const GRAVITY = 11;
/** A streak is as long as its spark flies in this time. */
const STREAK_SECONDS = 0.06;
const WIDTH = 0.032;

interface Spark {
  x: number;
  y: number;
  z: number;
  vx: number;
  vy: number;
  vz: number;
  /** Seconds to live, and lived in all. */
  left: number;
  life: number;
  color: Color3;
}

/** Where sparks fly from: towards (towardsX, towardsZ), `wide` from 0 (a jet) to 1 (all round). */
interface Burst {
  readonly x: number;
  readonly z: number;
  readonly towardsX: number;
  readonly towardsZ: number;
  readonly wide: number;
  readonly speed: number;
  readonly count: number;
}

export function createSparks(stage: Stage): Part {
  const sparks: Spark[] = [];
  const positions = new Float32Array(MOST * 4 * 3);
  const colors = new Float32Array(MOST * 4 * 4);
  const mesh = createQuads(stage, positions, colors);
  const random = createScatter(3);
  const { sparks: share, sparkWeight } = stage.theme.effects;
  let next = 0;

  function burst(from: Burst, color: Color3): void {
    for (let i = 0; i < from.count * share; i++) {
      const turn = Math.atan2(from.towardsZ, from.towardsX) + (random() - 0.5) * 2 * Math.PI * from.wide;
      const speed = from.speed * (0.25 + random());
      const life = 0.25 + random() * 0.5;
      sparks[next++ % MOST] = {
        x: from.x,
        y: stage.court.ballRadius,
        z: from.z,
        vx: Math.cos(turn) * speed,
        vy: random() * speed * 0.55,
        vz: Math.sin(turn) * speed,
        left: life,
        life,
        color: random() < 0.35 ? WHITE : color,
      };
    }
  }

  return {
    react(moment: SimEvent): void {
      if (moment.kind === "hit") burst(fromHit(stage, moment), colorOf(stage, moment.seat));
      else if (moment.kind === "wall") burst(fromWall(stage, moment), colorAt(stage, moment.x));
      else if (moment.kind === "goal") burst(fromGoal(stage, moment), scorerColor(stage, moment.seat));
    },
    update({ passed }: Frame): void {
      let alive = 0;
      for (const spark of sparks) {
        if (spark.left <= 0) continue;
        fly(spark, passed, GRAVITY * sparkWeight);
        if (spark.left > 0) draw(spark, alive++, stage.viewDirection, positions, colors);
      }
      mesh.setEnabled(alive > 0);
      if (alive === 0) return;
      positions.fill(0, alive * 12);
      mesh.updateVerticesData(VertexBuffer.PositionKind, positions);
      mesh.updateVerticesData(VertexBuffer.ColorKind, colors);
    },
  };
}

const WHITE = Color3.White();

/** The colour of who made the point, when it was a goal against `seat`. */
export function scorerColor(stage: Stage, seat: number): Color3 {
  return Color3.FromHexString(seat === stage.seat ? stage.theme.other : stage.theme.own);
}

function fromHit(stage: Stage, moment: SimEvent): Burst {
  const rail = stage.court.rails[moment.seat];
  const share = moment.speed / stage.court.topSpeed;
  return {
    x: moment.x,
    z: moment.y,
    towardsX: rail?.facing ?? 1,
    towardsZ: 0,
    wide: 0.42,
    speed: 3 + 5 * share,
    count: Math.round(14 + 26 * share),
  };
}

function fromWall(stage: Stage, moment: SimEvent): Burst {
  const wall = stage.court.walls[moment.seat];
  const towardsZ = wall?.axis === "y" ? wall.inward : 0;
  const towardsX = wall?.axis === "x" ? wall.inward : 0;
  return { x: moment.x, z: moment.y, towardsX, towardsZ, wide: 0.4, speed: 3.4, count: 12 };
}

function fromGoal(stage: Stage, moment: SimEvent): Burst {
  const goal = stage.court.goals.find((one) => one.seat === moment.seat);
  return { x: moment.x, z: moment.y, towardsX: goal?.inward ?? 1, towardsZ: 0, wide: 0.5, speed: 9, count: 110 };
}

function fly(spark: Spark, passed: number, weight: number): void {
  spark.left -= passed;
  spark.vy -= weight * passed;
  spark.x += spark.vx * passed;
  spark.y += spark.vy * passed;
  spark.z += spark.vz * passed;
  if (spark.y < 0.04 && spark.vy < 0) {
    spark.y = 0.04;
    spark.vy *= -0.45;
    spark.vx *= 0.75;
    spark.vz *= 0.75;
  }
}

/** A quad from where the spark is back along its flight, turned to the eye. */
function draw(spark: Spark, slot: number, sight: Vector3, positions: Float32Array, colors: Float32Array): void {
  const dx = spark.vx * STREAK_SECONDS;
  const dy = spark.vy * STREAK_SECONDS;
  const dz = spark.vz * STREAK_SECONDS;
  // Across the flight and the line of sight.
  let sideX = dy * sight.z - dz * sight.y;
  let sideY = dz * sight.x - dx * sight.z;
  let sideZ = dx * sight.y - dy * sight.x;
  const length = Math.hypot(sideX, sideY, sideZ) || 1;
  const rest = spark.left / spark.life;
  const width = (WIDTH * (0.4 + 0.6 * rest)) / length;
  sideX *= width;
  sideY *= width;
  sideZ *= width;
  for (let corner = 0; corner < 4; corner++) {
    const side = corner === 0 || corner === 3 ? 1 : -1;
    const back = corner < 2 ? 0 : 1;
    const at = (slot * 4 + corner) * 3;
    positions[at] = spark.x - dx * back + sideX * side;
    positions[at + 1] = spark.y - dy * back + sideY * side;
    positions[at + 2] = spark.z - dz * back + sideZ * side;
    const tint = (slot * 4 + corner) * 4;
    colors[tint] = spark.color.r;
    colors[tint + 1] = spark.color.g;
    colors[tint + 2] = spark.color.b;
    colors[tint + 3] = back === 1 ? 0 : rest;
  }
}

function createQuads(stage: Stage, positions: Float32Array, colors: Float32Array): Mesh {
  const indices: number[] = [];
  for (let i = 0; i < MOST; i++) indices.push(i * 4, i * 4 + 1, i * 4 + 2, i * 4, i * 4 + 2, i * 4 + 3);
  const data = new VertexData();
  data.positions = positions;
  data.colors = colors;
  data.indices = indices;
  const mesh = new Mesh("sparks", stage.scene);
  data.applyToMesh(mesh, true);
  mesh.hasVertexAlpha = true;
  mesh.material = createLight(stage, "sparks", null, Color3.White());
  mesh.alphaIndex = Layer.sparks;
  mesh.alwaysSelectAsActiveMesh = true;
  mesh.setEnabled(false);
  return mesh;
}
