// What each moment of a match sounds like, as notes: plain data, sung by choir.ts.
// What the page announces is in announcements.ts.

import type { SimEvent } from "../../../pong/step.ts";
import { LOST, WON } from "./announcements.ts";
import { type Listener, type SoundPosition, placeOf } from "./listener.ts";
import { type Note, later, note } from "./note.ts";

/** Units a tick from which a hit sounds an octave higher than at a standstill. */
const OCTAVE_SPEED = 0.3;
/** Seconds after the last goal until the end of the match is sung, so that both are heard. */
const END_AFTER_GOAL = 0.55;

/** The notes of one moment, as heard by `listener`. */
export function voicesOf(moment: SimEvent, listener: Listener): readonly Note[] {
  const own = listener.kind === "behind" && moment.seat === listener.seat;
  const place = placeOf(listener, moment);
  switch (moment.kind) {
    case "hit":
      return hit(moment, place);
    case "wall":
      return wall(moment, place);
    case "serve":
      return SERVE;
    case "goal":
      return own ? goalAgainst(place) : goalFor(place);
    case "over":
      return later(own || listener.kind === "side" ? WON : LOST, END_AFTER_GOAL);
  }
}

/** What distance does to a note: quieter, duller, more of the room. */
function away({ pan, distance }: SoundPosition): { gain: number; cut: number; wet: number; pan: number } {
  return { gain: 1 - 0.58 * distance, cut: 11_000 * 0.08 ** distance, wet: 0.06 + 0.5 * distance, pan };
}

/** A number from 0 to 1 that differs from moment to moment, but is the same whenever this one is played. */
function grain(moment: SimEvent, salt: number): number {
  const mixed = Math.sin(moment.at * 12.9898 + moment.y * 78.233 + salt * 37.719) * 43_758.5453;
  return mixed - Math.floor(mixed);
}

/** Higher the faster, and never twice the same: a knock, its thump and the snap of the surface. */
function hit(moment: SimEvent, place: SoundPosition): Note[] {
  const { gain, ...heard } = away(place);
  const pitch = 255 * 2 ** (moment.speed / OCTAVE_SPEED) * (0.97 + 0.06 * grain(moment, 1));
  const colour = grain(moment, 2);
  const snap = 2100 + 1400 * colour;
  return [
    note({ ...heard, wave: "triangle", from: pitch, to: pitch * 0.7, seconds: 0.15, loud: 0.7 * gain }),
    note({ ...heard, wave: "sine", from: 210 + 30 * colour, to: 95, seconds: 0.11, loud: 0.55 * gain }),
    note({ ...heard, wave: "noise", from: snap, to: snap * 0.6, seconds: 0.045, loud: (0.75 + 0.2 * colour) * gain }),
  ];
}

function wall(moment: SimEvent, place: SoundPosition): Note[] {
  const { gain, ...heard } = away(place);
  const pitch = 340 * (0.95 + 0.1 * grain(moment, 3));
  return [
    note({ ...heard, wave: "sine", from: pitch, to: pitch * 0.78, seconds: 0.09, loud: 0.34 * gain }),
    note({ ...heard, wave: "noise", from: 1300, to: 800, seconds: 0.03, loud: 0.25 * gain }),
  ];
}

/** The answer to the ticks of the countdown, an octave above them. */
const SERVE: readonly Note[] = [
  note({ wave: "sine", from: 880, to: 1320, seconds: 0.16, loud: 0.3, wet: 0.2 }),
  note({ wave: "triangle", from: 440, to: 660, seconds: 0.14, loud: 0.2, wet: 0.2 }),
];

/** A blow at the goal, then a bright chord that climbs. */
function goalFor({ pan }: SoundPosition): Note[] {
  const chord = [392, 523.25, 659.25, 783.99].flatMap((pitch, i) => [
    note({ wave: "triangle", from: pitch, after: 0.05 + i * 0.055, seconds: 0.9, loud: 0.32, wet: 0.4 }),
    note({ wave: "sawtooth", from: pitch, after: 0.05 + i * 0.055, seconds: 0.4, loud: 0.1, cut: 2400, wet: 0.4 }),
  ]);
  return [...blow(pan, 0.75), ...chord];
}

/** The same blow, duller, and a third that sinks. */
function goalAgainst({ pan }: SoundPosition): Note[] {
  const sinking = [233.08, 196, 155.56].map((pitch, i) =>
    note({
      wave: "triangle",
      from: pitch,
      to: pitch * 0.94,
      after: i * 0.13,
      seconds: 0.55,
      loud: 0.5,
      cut: 1500,
      wet: 0.4,
    }),
  );
  const low = note({ wave: "sawtooth", from: 116, to: 77, after: 0.02, seconds: 0.8, loud: 0.2, cut: 700, wet: 0.3 });
  return [...blow(pan, 0.7).map((sung) => ({ ...sung, cut: 1400 })), ...sinking, low];
}

/** A low end that phones can also hear: it starts well above 100 Hz and has overtones. */
function blow(pan: number, loud: number): Note[] {
  return [
    note({ wave: "sine", from: 230, to: 70, seconds: 0.45, loud, pan: pan * 0.5, wet: 0.3 }),
    note({ wave: "triangle", from: 300, to: 110, seconds: 0.22, loud: loud * 0.5, pan: pan * 0.5, wet: 0.3 }),
    note({ wave: "noise", from: 700, to: 200, seconds: 0.35, loud: loud * 0.6, pan: pan * 0.5, wet: 0.5 }),
  ];
}
