// A goal: light floods the table from the goal line, in the colour of who scored, and a curtain rises over the line.

import type { SimEvent } from "../../../pong/step.ts";
import { Color3, CreateGround, CreatePlane, type DynamicTexture } from "./babylon.ts";
import { fade, type Frame, type Part } from "./frame.ts";
import { createLight } from "./materials.ts";
import { createPainting, withAlpha } from "./paint.ts";
import { scorerColor } from "./sparks.ts";
import { Layer, type Stage } from "./stage.ts";

const WAVE_SECONDS = 1.1;
const CURTAIN_SECONDS = 1.0;
/** The wave's picture is this much longer than the table. */
const SPAN = 1.5;

export function createGoalWave(stage: Stage): Part {
  const { court, scene } = stage;
  const shape = paintWave(stage);
  shape.uScale = 1 / SPAN;
  const waveLight = createLight(stage, "wave", shape, Color3.White());
  const wave = CreateGround("wave", { width: court.halfLength * 2, height: court.halfWidth * 2 }, scene);
  wave.position.y = 0.035;
  wave.material = waveLight;
  wave.alphaIndex = Layer.wave;
  const curtainLight = createLight(stage, "curtain", paintCurtain(stage), Color3.White());
  const curtain = CreatePlane("curtain", { width: court.halfWidth * 2, height: 3.6 }, scene);
  curtain.rotation.y = Math.PI / 2;
  curtain.material = curtainLight;
  curtain.alphaIndex = Layer.halo;

  const strength = stage.theme.effects.wave;
  let since = -Infinity;
  return {
    react(moment: SimEvent, { seconds }: Frame): void {
      const goal = moment.kind === "goal" ? court.goals.find((one) => one.seat === moment.seat) : undefined;
      if (!goal) return;
      since = seconds;
      // Painted running towards +x: turned round for the goal at the other end.
      wave.rotation.y = goal.inward > 0 ? 0 : Math.PI;
      curtain.position.set(goal.at - goal.inward * 0.26, 1.8, 0);
      const color = scorerColor(stage, moment.seat);
      waveLight.emissiveColor.copyFrom(color);
      curtainLight.emissiveColor.copyFrom(color);
    },
    update({ seconds }: Frame): void {
      const age = (seconds - since) / WAVE_SECONDS;
      const isRunning = age >= 0 && age < 1;
      wave.setEnabled(isRunning && !stage.isCalm);
      if (isRunning) {
        // The crest is at the right end of the picture: it is slid in from beyond the goal, and out beyond the other.
        const run = 1 - (1 - age) * (1 - age);
        shape.uOffset = 1 - run * (1 + 1 / SPAN);
        waveLight.alpha = 0.9 * strength * (1 - age * age);
      }
      const glow = fade(seconds, since, CURTAIN_SECONDS);
      curtain.setEnabled(glow > 0);
      curtainLight.alpha = strength * glow * (stage.isCalm ? 0.5 : 0.95);
      curtain.scaling.y = stage.isCalm ? 0.7 : 0.5 + 0.7 * (1 - glow);
      curtain.position.y = 1.8 * curtain.scaling.y;
    },
  };
}

/** A crest with a long tail behind it; nothing at either end, because the ends are repeated. */
function paintWave(stage: Stage): DynamicTexture {
  return createPainting(stage.scene, "wave", { width: 512, height: 4, hasAlpha: true, mipmaps: false }, (brush) => {
    const crest = brush.createLinearGradient(0, 0, 512, 0);
    crest.addColorStop(0, "#ffffff00");
    crest.addColorStop(0.02, "#ffffff00");
    crest.addColorStop(0.6, withAlpha("#ffffff", 0.1));
    crest.addColorStop(0.9, withAlpha("#ffffff", 0.34));
    crest.addColorStop(0.955, withAlpha("#ffffff", 0.9));
    crest.addColorStop(0.975, "#ffffff00");
    crest.addColorStop(1, "#ffffff00");
    brush.fillStyle = crest;
    brush.fillRect(0, 0, 512, 4);
  });
}

function paintCurtain(stage: Stage): DynamicTexture {
  return createPainting(stage.scene, "curtain", { width: 64, height: 128, hasAlpha: true, mipmaps: false }, (brush) => {
    const rise = brush.createLinearGradient(0, 128, 0, 0);
    rise.addColorStop(0, withAlpha("#ffffff", 0.95));
    rise.addColorStop(0.14, withAlpha("#ffffff", 0.6));
    rise.addColorStop(0.5, withAlpha("#ffffff", 0.22));
    rise.addColorStop(1, "#ffffff00");
    brush.fillStyle = rise;
    brush.fillRect(0, 0, 64, 128);
  });
}
