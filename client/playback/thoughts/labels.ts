// The numbers of the aims, beside their points on the table, facing whoever looks and equally large from near and from far.

import type { AimSketch } from "./sketch.ts";
import type { Color3, DynamicTexture, Vector3, VertexData } from "../../game/scene/babylon.ts";
import type { Stage } from "../../game/scene/stage.ts";
import type { Kit } from "../../game/scene/open-table.ts";

/** As many as there can be aims (pong/ai/aims.ts), and a power of two. */
const DIGITS = 8;
const PIXELS = 128;
/** Of the picture's height. */
const SIZE = 0.052;
const CHOSEN_SIZE = 0.066;
/** From a point to its number, and from row to row, in sizes. */
const AHEAD = 1.1;
const ROW = 0.9;
/** Numbers nearer to each other than this, in sizes, stand in rows. */
const NEAR = 0.75;
/** WebGL's number for: whatever is in front of it. */
const ALWAYS = 519;

export interface Labels {
  /** Those of these aims. */
  show(aims: readonly AimSketch[]): void;
  dispose(): void;
}

export function createLabels(stage: Stage, kit: Kit): Labels {
  const { Color3, Layer, Mesh } = kit;
  const texture = paintDigits(stage, kit);
  const material = kit.createLight(stage, "aim numbers", texture, Color3.White());
  material.depthFunction = ALWAYS;
  const mesh = new Mesh("aim numbers", stage.scene);
  mesh.material = material;
  mesh.hasVertexAlpha = true;
  mesh.alphaIndex = Layer.sparks;
  mesh.alwaysSelectAsActiveMesh = true;
  mesh.isPickable = false;
  const plain = Color3.FromHexString(stage.theme.ball);
  return {
    show(aims): void {
      mesh.setEnabled(aims.length > 0);
      if (aims.length > 0) boards(stage, kit, aims, plain).applyToMesh(mesh, true);
    },
    dispose(): void {
      mesh.dispose();
      material.dispose();
      texture.dispose();
    },
  };
}

function boards(stage: Stage, { Vector3, VertexData }: Kit, aims: readonly AimSketch[], color: Color3): VertexData {
  const { viewDirection } = stage;
  const right = Vector3.Cross(Vector3.Up(), viewDirection).normalize();
  const up = Vector3.Cross(viewDirection, right).normalize();
  const units = unitsPerPicture(stage, new Vector3(aims[0]!.end.x, 0, 0));
  // Where the line of the points runs up the picture, they stand at its inner side, otherwise above it.
  const isAbove = Math.abs(right.x) < Math.SQRT1_2;
  const ahead = isAbove ? up : right.scale(-Math.sign(aims[0]!.end.x * right.x));
  const rows = rowsOf(
    aims.map(({ end }) => end.y),
    NEAR * SIZE * units,
  );
  const [positions, uvs, colors, indices]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const [at, { end, number, isChosen, strength }] of aims.entries()) {
    const half = ((isChosen ? CHOSEN_SIZE : SIZE) * units) / 2;
    const middle = new Vector3(end.x, 0, end.y).addInPlace(ahead.scale((AHEAD + ROW * rows[at]!) * SIZE * units));
    for (const [x, y] of CORNERS) {
      const { x: cornerX, y: cornerY, z: cornerZ } = middle.add(right.scale(x * half)).addInPlace(up.scale(y * half));
      positions.push(cornerX, cornerY, cornerZ);
      uvs.push((number - (x < 0 ? 1 : 0)) / DIGITS, y < 0 ? 0 : 1);
      colors.push(color.r, color.g, color.b, isChosen ? 1 : 0.7 + 0.3 * strength);
    }
    indices.push(at * 4, at * 4 + 1, at * 4 + 2, at * 4, at * 4 + 2, at * 4 + 3);
  }
  return Object.assign(new VertexData(), { positions, uvs, colors, indices });
}

const CORNERS = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const;

/** How much of the court, at that distance from the eye, fills the picture from its bottom to its top. */
function unitsPerPicture({ scene, viewDirection: sight }: Stage, place: Vector3): number {
  const { position, fov } = scene.activeCamera!;
  const distance = place.subtractInPlace(position);
  return 2 * Math.tan(fov / 2) * (distance.x * sight.x + distance.y * sight.y + distance.z * sight.z);
}

function paintDigits({ scene }: Stage, { createPainting }: Kit): DynamicTexture {
  const options = { width: PIXELS * DIGITS, height: PIXELS, hasAlpha: true };
  return createPainting(scene, "aim numbers", options, (brush) => {
    brush.font = `700 ${PIXELS * 0.82}px "Avenir Next", "Segoe UI", Roboto, "Noto Sans", sans-serif`;
    brush.textAlign = "center";
    brush.textBaseline = "middle";
    brush.fillStyle = "#ffffff";
    for (let digit = 1; digit <= DIGITS; digit++) brush.fillText(String(digit), (digit - 0.5) * PIXELS, PIXELS * 0.54);
  });
}

/**
 * Which numbers have to stand in another row, because they would lie on each other: in which row each stands, from 0 on: the
 * first one in which it is farther than `near` from all before it.
 */
export function rowsOf(places: readonly number[], near: number): readonly number[] {
  const rows: number[] = [];
  for (const place of places) {
    const taken = new Set(rows.filter((_, at) => Math.abs(places[at]! - place) < near));
    let row = 0;
    while (taken.has(row)) row++;
    rows.push(row);
  }
  return rows;
}
