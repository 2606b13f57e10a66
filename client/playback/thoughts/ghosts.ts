// Ghosts of the ball and the paddles, where the computer saw them: clear in the middle, bright at the rim.

import type { Sketch } from "./sketch.ts";
import type { Color3, StandardMaterial } from "../../game/scene/babylon.ts";
import type { Stage } from "../../game/scene/stage.ts";
import type { Kit } from "../../game/scene/open-table.ts";

const CLEAR = 0.24;
const RIM = 0.6;

export interface Ghosts {
  /** Null: none. */
  show(seen: Pick<Sketch, "ball" | "paddles"> | null): void;
  dispose(): void;
}

export function createGhosts(stage: Stage, kit: Kit): Ghosts {
  const { court, scene } = stage;
  const ball = kit.CreateSphere("ghost ball", { diameter: court.ballRadius * 2, segments: 20 }, scene);
  ball.material = createGhostly(stage, kit, kit.Color3.FromHexString(stage.theme.ball));
  ball.alphaIndex = kit.Layer.shell;
  const paddles = court.rails.map((rail) => {
    const material = createGhostly(stage, kit, kit.colorOf(stage, rail.seat));
    return kit.createCapsule(stage, { name: "ghost paddle", rail, share: 0.96, y: court.paddleRadius, material });
  });
  const meshes = [ball, ...paddles];
  for (const mesh of meshes) {
    mesh.isPickable = false;
    mesh.alwaysSelectAsActiveMesh = true;
  }
  return {
    show(seen): void {
      for (const mesh of meshes) mesh.setEnabled(seen !== null);
      if (seen === null) return;
      ball.position.set(seen.ball.x, court.ballRadius, seen.ball.y);
      for (const [seat, mesh] of paddles.entries()) mesh.position.z = seen.paddles[seat]!.y;
    },
    dispose(): void {
      for (const mesh of meshes) mesh.dispose(false, true);
    },
  };
}

function createGhostly(stage: Stage, kit: Kit, color: Color3): StandardMaterial {
  const material = kit.createLight(stage, "ghost", null, color);
  const rim = new kit.FresnelParameters();
  rim.leftColor = new kit.Color3(RIM, RIM, RIM);
  rim.rightColor = kit.Color3.Black();
  rim.power = 1.6;
  material.alpha = CLEAR;
  material.opacityFresnelParameters = rim;
  material.backFaceCulling = true;
  return material;
}
