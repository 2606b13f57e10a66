// What the page announces, and the ticks before a serve, as notes: plain data, sung by choir.ts.

import { type Note, note } from "./note.ts";

/** `matchPoint`: the next point may decide. `found`: there is an opponent now. `won`, `lost`: the match is over. */
export type Announcement = "matchPoint" | "found" | "won" | "lost";

/** One pitch (in Hz) after another, every `step` seconds, each a clear tone with a softer one an octave below. */
function tune(pitches: readonly number[], step: number, seconds: number, loud: number): Note[] {
  return pitches.flatMap((pitch, i) => [
    note({ wave: "triangle", from: pitch, after: i * step, attack: 0.008, seconds, loud, cut: 6000, wet: 0.35 }),
    note({ wave: "sine", from: pitch / 2, after: i * step, attack: 0.008, seconds, loud: loud * 0.5, wet: 0.25 }),
  ]);
}

/** Held tones at once, under a tune. */
function chord(pitches: readonly number[], after: number, seconds: number, loud: number, cut: number): Note[] {
  return pitches.map((pitch) =>
    note({ wave: "sawtooth", from: pitch, after, attack: 0.05, seconds, loud, cut, wet: 0.5 }),
  );
}

export const WON: readonly Note[] = [
  ...tune([523.25, 659.25, 783.99, 1046.5], 0.13, 0.5, 0.36),
  note({ wave: "sine", from: 220, to: 130.81, after: 0.39, seconds: 0.7, loud: 0.55, wet: 0.3 }),
  note({ wave: "noise", from: 2500, to: 5000, after: 0.39, attack: 0.02, seconds: 0.5, loud: 0.14, wet: 0.6 }),
  ...chord([261.63, 329.63, 392, 523.25], 0.39, 1.8, 0.15, 2600),
];

export const LOST: readonly Note[] = [
  ...tune([392, 349.23, 311.13, 261.63], 0.2, 0.55, 0.32),
  note({ wave: "sine", from: 174.61, to: 110, after: 0.6, seconds: 0.9, loud: 0.5, wet: 0.3 }),
  ...chord([130.81, 155.56, 196], 0.6, 1.8, 0.16, 900),
];

const MATCH_POINT: readonly Note[] = [
  note({ wave: "sawtooth", from: 164.81, to: 329.63, attack: 0.45, seconds: 0.7, loud: 0.36, cut: 1500, wet: 0.4 }),
  note({ wave: "triangle", from: 329.63, to: 659.25, attack: 0.45, seconds: 0.7, loud: 0.36, wet: 0.4 }),
  ...tune([659.25, 659.25], 0.14, 0.3, 0.36).map((sung) => ({ ...sung, after: sung.after + 0.6 })),
];

/** A doorbell, twice. */
const FOUND: readonly Note[] = [
  ...tune([783.99, 1046.5], 0.14, 0.5, 0.42),
  ...tune([783.99, 1046.5], 0.14, 0.6, 0.42).map((sung) => ({ ...sung, after: sung.after + 0.42 })),
];

export const ANNOUNCEMENTS: Readonly<Record<Announcement, readonly Note[]>> = {
  matchPoint: MATCH_POINT,
  found: FOUND,
  won: WON,
  lost: LOST,
};

/** One tick of 3, 2, 1. */
export const COUNT: readonly Note[] = [
  note({ wave: "sine", from: 440, seconds: 0.09, loud: 0.3, wet: 0.12 }),
  note({ wave: "triangle", from: 880, seconds: 0.05, loud: 0.12, wet: 0.12 }),
];

/**
 * Whether a second of the countdown begins between two frames, given the seconds until the serve in each.
 * A countdown that appears is counted from its three; the short rest after a goal has only its last tick.
 */
export function isCounted(before: number, now: number): boolean {
  if (now <= 0 || now > 3) return false;
  return before <= 0 ? now > 2.5 : Math.ceil(now) < Math.ceil(before);
}
