// Draws on the table what the computer thought at its last look: what it saw, expects, considers and is up to. Comes only when
// somebody asks for it, and goes without a trace.

import type { Thought } from "../../../pong/ai/thought.ts";
import { sketchOf } from "./sketch.ts";
import type { VertexData } from "../../game/scene/babylon.ts";
import type { Frame, Part } from "../../game/scene/frame.ts";
import type { Stage } from "../../game/scene/stage.ts";
import { drawSketch } from "./draw-sketch.ts";
import { createGhosts } from "./ghosts.ts";
import { createLabels } from "./labels.ts";
import type { Strokes } from "./strokes.ts";
import type { Kit } from "../../game/scene/open-table.ts";

/** The current thoughts at a tick, with its fraction: one a seat at most. The same look gives the same object. */
export type ThoughtsAt = (tick: number) => readonly Thought[];

/** Shows one thought, or nothing. */
interface Drawing {
  show(thought: Thought | null): void;
  dispose(): void;
}

export function createThoughts(stage: Stage, kit: Kit, thoughtsAt: ThoughtsAt): Part {
  const drawings: Drawing[] = stage.court.rails.map(({ seat }) => createDrawing(stage, kit, seat));
  const shown: (Thought | null | undefined)[] = drawings.map(() => undefined);
  const sight = kit.Vector3.Zero();
  return {
    update({ renderState }: Frame): void {
      const thoughts = thoughtsAt(renderState.tick);
      const isTurned = !sight.equals(stage.viewDirection);
      sight.copyFrom(stage.viewDirection);
      for (const [seat, drawing] of drawings.entries()) {
        const thought = thoughts.find((one) => one.seat === seat) ?? null;
        if (thought === shown[seat] && !isTurned) continue;
        shown[seat] = thought;
        drawing.show(thought);
      }
    },
    close(): void {
      for (const drawing of drawings) drawing.dispose();
    },
  };
}

function createDrawing(stage: Stage, kit: Kit, seat: number): Drawing {
  const { Color3, Layer, Mesh } = kit;
  const material = kit.createLight(stage, "thoughts", null, Color3.White());
  const mesh = new Mesh("thoughts", stage.scene);
  mesh.material = material;
  mesh.hasVertexAlpha = true;
  mesh.alphaIndex = Layer.decal;
  mesh.alwaysSelectAsActiveMesh = true;
  mesh.isPickable = false;
  const ghosts = createGhosts(stage, kit);
  const labels = createLabels(stage, kit);
  const colors = { own: kit.colorOf(stage, seat), plain: Color3.FromHexString(stage.theme.ball) };
  return {
    show(thought): void {
      mesh.setEnabled(thought !== null);
      const sketch = thought === null ? null : sketchOf(thought, stage.court);
      ghosts.show(sketch);
      labels.show(sketch?.aims ?? []);
      if (sketch !== null) fill(new kit.VertexData(), drawSketch(sketch, stage.court, colors)).applyToMesh(mesh, true);
    },
    dispose(): void {
      mesh.dispose();
      material.dispose();
      ghosts.dispose();
      labels.dispose();
    },
  };
}

function fill(data: VertexData, { positions, colors, indices }: Strokes): VertexData {
  data.positions = positions;
  data.colors = colors;
  data.indices = indices;
  return data;
}
