// A rally that gets faster with each hit, as cues for sound-render.ts.

import { CLASSIC } from "../../pong/court.ts";
import type { Cue } from "./sound-render.ts";

/** Court units from paddle to paddle. */
const CROSSING = 17.5;

/** A rally of so many hits, none of which sounds: only its tension is heard. Returns also when each hit was. */
export function rallyOf(hits: number): { cues: Cue[]; hitAt: number[] } {
  let speed = CLASSIC.serveSpeed;
  let at = 0;
  const cues: Cue[] = [{ at, see: "serve", speed }];
  const hitAt = [0];
  for (let hit = 1; hit <= hits; hit++) {
    at += CROSSING / speed / 60;
    speed += CLASSIC.speedPerHit;
    cues.push({ at, see: "hit", speed });
    hitAt.push(at);
  }
  return { cues, hitAt };
}
