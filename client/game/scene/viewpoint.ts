// The camera: stands where camera.ts says, and is jolted a little by hits and goals.

import type { SimEvent } from "../../../pong/step.ts";
import { TargetCamera, Vector3 } from "./babylon.ts";
import { frameCourt } from "./camera.ts";
import { fade, type Frame, type Part } from "./frame.ts";
import type { Stage } from "./stage.ts";
import type { View } from "../../platform/settings.ts";

const SHAKE_SECONDS = 0.35;
/** How far a jolt moves the eye, in court units, at the highest speed. */
const HIT_SHAKE = 0.05;
const GOAL_SHAKE = 0.16;

export interface Viewpoint extends Part {
  /** Fits the table into the picture; call when its shape has changed. */
  fit(): void;
  /** Looks from there from now on. */
  setView(view: View): void;
}

export function createViewpoint(stage: Stage, firstView: View): Viewpoint {
  const { scene, court, seat } = stage;
  const camera = new TargetCamera("eye", Vector3.Zero(), scene);
  camera.minZ = 1;
  camera.maxZ = 400;
  const eye = Vector3.Zero();
  /** To the right in the picture. */
  const right = Vector3.Right();
  let view = firstView;
  let strength = 0;
  let since = -Infinity;
  const fit = (): void => {
    const shot = frameCourt(court, seat, scene.getEngine().getAspectRatio(camera), view);
    right.set(shot.ahead.z, 0, -shot.ahead.x);
    eye.set(shot.eye.x, shot.eye.y, shot.eye.z);
    camera.position.copyFrom(eye);
    const target = new Vector3(shot.target.x, shot.target.y, shot.target.z);
    camera.setTarget(target);
    target.subtractToRef(eye, stage.viewDirection).normalize();
    camera.fov = shot.fov;
  };
  fit();
  return {
    fit,
    setView(next: View): void {
      view = next;
      fit();
    },
    react(moment: SimEvent, { seconds }: Frame): void {
      if (moment.kind !== "hit" && moment.kind !== "goal") return;
      strength = moment.kind === "goal" ? GOAL_SHAKE : (HIT_SHAKE * moment.speed) / court.topSpeed;
      since = seconds;
    },
    update({ seconds }: Frame): void {
      const jolt = stage.isCalm ? 0 : stage.theme.effects.shake * strength * fade(seconds, since, SHAKE_SECONDS);
      right.scaleToRef(Math.sin(seconds * 53) * jolt, camera.position).addInPlace(eye);
      camera.position.y += Math.sin(seconds * 71) * jolt;
    },
  };
}
