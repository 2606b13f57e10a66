// The ring around the ball that is served next: it closes as the time to the serve runs out.

import { Color3, Mesh, VertexBuffer, VertexData } from "./babylon.ts";
import type { Frame, Part } from "./frame.ts";
import { createLight } from "./materials.ts";
import { Layer, type Stage } from "./stage.ts";

const SEGMENTS = 72;
const RADIUS = 1.25;
/** Inner fade, core, core, outer fade: a soft line without a texture. */
const PROFILE = [
  [-0.16, 0],
  [-0.035, 1],
  [0.035, 1],
  [0.16, 0],
] as const;
/** Alpha of the part that is still open. */
const OPEN = 0.13;

export function createCountdown(stage: Stage): Part {
  const colors = new Float32Array((SEGMENTS + 1) * PROFILE.length * 4);
  const mesh = createRing(stage, colors);
  const from = Color3.FromHexString(stage.theme.effects.countdown);
  const to = Color3.FromHexString(stage.theme.ball);
  // How long the whole wait is isn't known: the longest seen since it began.
  let whole = 0;
  return {
    update({ renderState }: Frame): void {
      const ball = renderState.balls[renderState.serving];
      const isWaiting = ball !== undefined && renderState.servesIn > 0;
      mesh.setEnabled(isWaiting);
      if (!isWaiting) {
        whole = 0;
        return;
      }
      whole = Math.max(whole, renderState.servesIn);
      const closed = 1 - renderState.servesIn / whole;
      const beat = stage.isCalm ? 0 : renderState.servesIn % 1;
      mesh.position.set(ball.x, 0.045, ball.y);
      const size = 1 + 0.1 * beat * beat * beat;
      mesh.scaling.set(size, 1, size);
      mesh.rotation.y = Math.atan2(stage.viewDirection.x, stage.viewDirection.z);
      paint(colors, closed, from, to);
      mesh.updateVerticesData(VertexBuffer.ColorKind, colors);
    },
  };
}

function paint(colors: Float32Array, closed: number, from: Color3, to: Color3): void {
  for (let i = 0; i <= SEGMENTS; i++) {
    const isClosed = i / SEGMENTS <= closed;
    const tint = isClosed ? to : from;
    for (let j = 0; j < PROFILE.length; j++) {
      const at = (i * PROFILE.length + j) * 4;
      colors[at] = tint.r;
      colors[at + 1] = tint.g;
      colors[at + 2] = tint.b;
      colors[at + 3] = PROFILE[j]![1] * (isClosed ? 1 : OPEN);
    }
  }
}

/** Begins at +z and closes clockwise from above; it is turned so that its beginning is the far side. */
function createRing(stage: Stage, colors: Float32Array): Mesh {
  const positions: number[] = [];
  const indices: number[] = [];
  const across = PROFILE.length;
  for (let i = 0; i <= SEGMENTS; i++) {
    const turn = (i / SEGMENTS) * Math.PI * 2;
    for (const [offset] of PROFILE) {
      const radius = RADIUS + offset;
      positions.push(Math.sin(turn) * radius, 0, Math.cos(turn) * radius);
    }
    if (i === SEGMENTS) continue;
    for (let j = 0; j < across - 1; j++) {
      const a = i * across + j;
      indices.push(a, a + 1, a + across, a + 1, a + across + 1, a + across);
    }
  }
  const data = new VertexData();
  data.positions = positions;
  data.colors = colors;
  data.indices = indices;
  const mesh = new Mesh("countdown", stage.scene);
  data.applyToMesh(mesh, true);
  mesh.hasVertexAlpha = true;
  mesh.material = createLight(stage, "countdown", null, Color3.White());
  mesh.alphaIndex = Layer.trail;
  mesh.alwaysSelectAsActiveMesh = true;
  mesh.setEnabled(false);
  return mesh;
}
