// The sounds of a match: hits, walls, goals, serves. Made of oscillators, so there is no file to load.
// What each moment sounds like is in voices.ts.

import type { Happening } from "../../pong/step.ts";
import { type Note, voicesOf } from "./voices.ts";

export interface Sound {
  /** Plays what one moment sounds like to who sits at `ownSeat`; nothing before the first `resume`, nothing while muted. */
  play(moment: Happening, ownSeat: number): void;
  /** Call on a user's gesture: browsers allow no sound before one. */
  resume(): void;
  muted: boolean;
  /** Frees the device. A closed sound stays silent. */
  close(): void;
}

const VOLUME = 0.32;
/** A note starts and ends over this long at least, so that nothing clicks. */
const EDGE_SECONDS = 0.004;
/** An exponential fade can't reach 0. */
const SILENCE = 0.0001;

interface Output {
  readonly context: AudioContext;
  readonly master: GainNode;
}

/** Opens silently: the device is asked for at the first `resume`. */
export function openSound(): Sound {
  let output: Output | null = null;
  let isClosed = false;
  return {
    muted: false,
    play(moment: Happening, ownSeat: number): void {
      if (this.muted || output?.context.state !== "running") return;
      for (const note of voicesOf(moment, ownSeat)) sing(output, note);
    },
    resume(): void {
      if (isClosed || typeof AudioContext === "undefined") return;
      output ??= openOutput();
      // A refusal means that this was no gesture; the next one tries again.
      if (output.context.state === "suspended") output.context.resume().catch(() => {});
    },
    close(): void {
      isClosed = true;
      output?.context.close().catch(() => {});
      output = null;
    },
  };
}

function openOutput(): Output {
  const context = new AudioContext({ latencyHint: "interactive" });
  // Several sounds at once must not clip.
  const limiter = context.createDynamicsCompressor();
  const master = context.createGain();
  master.gain.value = VOLUME;
  master.connect(limiter).connect(context.destination);
  return { context, master };
}

function sing({ context, master }: Output, note: Note): void {
  const start = context.currentTime + note.after;
  const end = start + note.seconds;
  const tone = context.createOscillator();
  tone.type = note.wave;
  tone.frequency.setValueAtTime(note.from, start);
  tone.frequency.exponentialRampToValueAtTime(note.to, end);
  const envelope = context.createGain();
  envelope.gain.setValueAtTime(SILENCE, start);
  envelope.gain.exponentialRampToValueAtTime(note.loud, start + EDGE_SECONDS);
  envelope.gain.exponentialRampToValueAtTime(SILENCE, end);
  const side = context.createStereoPanner();
  side.pan.value = note.pan;
  tone.connect(envelope).connect(side).connect(master);
  tone.addEventListener("ended", () => side.disconnect());
  tone.start(start);
  tone.stop(end + EDGE_SECONDS);
}
