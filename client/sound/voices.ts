// What each moment of a match sounds like, as notes: plain data, played by open-sound.ts.

import type { Happening } from "../../pong/step.ts";

export interface Note {
  readonly wave: "sine" | "triangle" | "square" | "sawtooth";
  /** Hertz at its start and its end. */
  readonly from: number;
  readonly to: number;
  /** Seconds until it starts, and how long it lasts. */
  readonly after: number;
  readonly seconds: number;
  /** From 0 to 1. */
  readonly loud: number;
  /** From -1 (left) to 1 (right). */
  readonly pan: number;
}

/** Units a tick from which a hit sounds an octave higher than at a standstill. */
const OCTAVE_SPEED = 0.3;
/** Half the width of the widest court: a sound at a wall comes almost wholly from one side. */
const PAN_UNITS = 7.5;

/** The notes of one moment, as heard at `ownSeat`. */
export function voicesOf(moment: Happening, ownSeat: number): readonly Note[] {
  // To the right of seat 0 is the court's -y, of seat 1 its +y: client/scene/camera.ts.
  const right = (ownSeat === 0 ? -1 : 1) * moment.y;
  const pan = Math.min(0.85, Math.max(-0.85, right / PAN_UNITS));
  switch (moment.kind) {
    case "hit":
      return hit(moment, pan, moment.seat === ownSeat);
    case "wall":
      return [{ wave: "sine", from: 330, to: 260, after: 0, seconds: 0.09, loud: 0.35, pan }];
    case "serve":
      return [{ wave: "sine", from: 880, to: 1320, after: 0, seconds: 0.12, loud: 0.3, pan: 0 }];
    case "goal":
      return moment.seat === ownSeat ? LOST : WON;
    case "over":
      return moment.seat === ownSeat ? FANFARE : FAREWELL;
  }
}

/** Higher the faster; one's own hits are fuller than those from across the table. */
function hit(moment: Happening, pan: number, isOwn: boolean): Note[] {
  const pitch = 260 * 2 ** (moment.speed / OCTAVE_SPEED);
  const loud = isOwn ? 0.8 : 0.4;
  const knock: Note = { wave: "triangle", from: pitch, to: pitch * 0.72, after: 0, seconds: 0.13, loud, pan };
  const click: Note = {
    wave: "square",
    from: pitch * 3,
    to: pitch * 2,
    after: 0,
    seconds: 0.03,
    loud: loud * 0.12,
    pan,
  };
  return [knock, click];
}

function tune(wave: Note["wave"], loud: number, step: number, seconds: number, ...pitches: number[]): readonly Note[] {
  return pitches.map((pitch, i) => ({ wave, from: pitch, to: pitch, after: i * step, seconds, loud, pan: 0 }));
}

const WON = tune("triangle", 0.6, 0.08, 0.3, 523.25, 659.25, 783.99);
const LOST: readonly Note[] = [
  { wave: "triangle", from: 220, to: 98, after: 0, seconds: 0.5, loud: 0.7, pan: 0 },
  { wave: "sine", from: 110, to: 55, after: 0, seconds: 0.6, loud: 0.6, pan: 0 },
];
const FANFARE = tune("triangle", 0.55, 0.12, 0.55, 523.25, 659.25, 783.99, 1046.5);
const FAREWELL = tune("triangle", 0.45, 0.16, 0.5, 392, 329.63, 261.63);
