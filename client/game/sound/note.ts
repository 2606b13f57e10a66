// One layer of a sound, as plain data: voices.ts and announcements.ts write them, choir.ts sings them.

export interface Note {
  /** Noise is heard through a band around its pitch. */
  readonly wave: "sine" | "triangle" | "square" | "sawtooth" | "noise";
  /** Hertz at its start and its end. */
  readonly from: number;
  readonly to: number;
  /** Seconds until it starts, how long it takes to be at its loudest, and how long it lasts in all. */
  readonly after: number;
  readonly attack: number;
  readonly seconds: number;
  /** From 0 to 1. */
  readonly loud: number;
  /** From -1 (left) to 1 (right). */
  readonly pan: number;
  /** Hertz above which it is dulled. */
  readonly cut: number;
  /** How much of it the room gives back, from 0 to 1. */
  readonly wet: number;
}

/** Nothing starts faster than this many seconds: it would click. */
export const EDGE_SECONDS = 0.004;

/** A note in the middle, dry and bright, unless said otherwise. */
export function note(sung: Pick<Note, "wave" | "from" | "seconds" | "loud"> & Partial<Note>): Note {
  return { to: sung.from, after: 0, attack: EDGE_SECONDS, pan: 0, cut: 12_000, wet: 0, ...sung };
}

/** The same notes, this many seconds later. */
export function later(notes: readonly Note[], seconds: number): readonly Note[] {
  return notes.map((sung) => ({ ...sung, after: sung.after + seconds }));
}
