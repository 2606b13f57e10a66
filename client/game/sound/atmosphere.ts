// The atmosphere of a long rally: a pad that opens up and a pulse that quickens. How much of it: tension.ts.
//
// It has to be fed every frame. Each time it also plans its own end, so that it ebbs away by itself when the frames
// stop, as they do in a hidden tab.

import type { Choir } from "./choir.ts";
import { type Mixer, openGain } from "./mixer.ts";
import { type Note, note } from "./note.ts";
import type { Tension } from "./tension.ts";

/** The pad's tones in Hz: an open fifth, beating slowly. */
const TONES = [110, 110.7, 164.8, 220.9, 329.6];
const PAD_GAIN = 0.15;
/** What the filter lets through at no tension and how much further it opens, in Hz and octaves. */
const CLOSED_HZ = 240;
const OPEN_OCTAVES = 3.1;
/** Seconds until it is two thirds there, on the way up and down. */
const RISE_SECONDS = 0.3;
const EBB_SECONDS = 0.18;
/** Without a frame for so long it ebbs away, and after so much longer it is inaudible and ends. */
const PATIENCE_SECONDS = 0.4;
const EBBED_SECONDS = 1.6;
/** Changes are made this often at most. */
const STEP_SECONDS = 0.045;

interface Pad {
  readonly tones: readonly OscillatorNode[];
  readonly filter: BiquadFilterNode;
  readonly level: GainNode;
}

export class Atmosphere {
  readonly #mixer: Mixer;
  readonly #choir: Choir;
  #pad: Pad | null = null;
  #changed = -Infinity;
  #nextPulse = 0;

  constructor(mixer: Mixer, choir: Choir) {
    this.#mixer = mixer;
    this.#choir = choir;
  }

  follow({ level, pulsesPerSecond }: Tension): void {
    const now = this.#mixer.context.currentTime;
    if (level > 0) this.#pulse(now, level, pulsesPerSecond);
    if (now - this.#changed < STEP_SECONDS) return;
    this.#changed = now;
    if (level > 0) {
      this.#pad ??= this.#openPad();
      lead(this.#pad, level, now);
    } else if (this.#pad !== null) {
      // Its end was planned when it was last fed; only that it falls from now on is new.
      glide(this.#pad.level.gain, 0, now, EBB_SECONDS);
      this.#pad = null;
    }
  }

  /** Ends at once, without a click. */
  hush(): void {
    const { currentTime } = this.#mixer.context;
    if (this.#pad === null) return;
    glide(this.#pad.level.gain, 0, currentTime, 0.006);
    for (const tone of this.#pad.tones) tone.stop(currentTime + 0.06);
    this.#pad = null;
  }

  #pulse(now: number, level: number, perSecond: number): void {
    if (now < this.#nextPulse) return;
    this.#nextPulse = now + 1 / perSecond;
    this.#choir.sing(pulse(level), this.#mixer.atmosphere);
  }

  #openPad(): Pad {
    const { context, atmosphere } = this.#mixer;
    const filter = context.createBiquadFilter();
    filter.frequency.value = CLOSED_HZ;
    const level = openGain(context, 0);
    filter.connect(level).connect(atmosphere);
    const tones = TONES.map((pitch) => {
      const tone = context.createOscillator();
      tone.type = "sawtooth";
      tone.frequency.value = pitch;
      tone.connect(filter);
      tone.start();
      return tone;
    });
    const pad = { tones, filter, level };
    tones[0]!.addEventListener("ended", () => {
      level.disconnect();
      if (this.#pad === pad) this.#pad = null;
    });
    return pad;
  }
}

function lead({ tones, filter, level }: Pad, tension: number, now: number): void {
  glide(level.gain, tension * PAD_GAIN, now, RISE_SECONDS);
  level.gain.setTargetAtTime(0, now + PATIENCE_SECONDS, EBB_SECONDS);
  glide(filter.frequency, CLOSED_HZ * 2 ** (OPEN_OCTAVES * tension), now, RISE_SECONDS);
  for (const tone of tones) tone.stop(now + PATIENCE_SECONDS + EBBED_SECONDS);
}

function glide(value: AudioParam, to: number, now: number, seconds: number): void {
  value.cancelScheduledValues(now);
  value.setTargetAtTime(to, now, seconds);
}

/** One heartbeat, with an overtone that phones can hear. */
export function pulse(level: number): readonly Note[] {
  return [
    note({ wave: "sine", from: 140, to: 80, attack: 0.012, seconds: 0.22, loud: 0.75 * level }),
    note({ wave: "triangle", from: 280, to: 165, attack: 0.012, seconds: 0.16, loud: 0.55 * level, cut: 1200 }),
  ];
}
