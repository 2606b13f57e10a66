// Sings notes: each is a source, a filter, an envelope and a place, and is gone when it has ended.

import type { Mixer } from "./mixer.ts";
import { openGain } from "./mixer.ts";
import { EDGE_SECONDS, type Note } from "./note.ts";
import { makeNoise } from "./room.ts";

/** At most so many notes at once; the oldest makes room. */
const MOST_VOICES = 40;
/** An exponential fade can't reach 0. */
const SILENCE = 0.0001;
/** A note that has to go is two thirds gone after so many seconds. */
const YIELD_SECONDS = 0.006;
/** How narrow the band of a noise is. */
const NOISE_Q = 0.8;

interface Voice {
  /** When it begins. */
  readonly start: number;
  readonly source: OscillatorNode | AudioBufferSourceNode;
  readonly level: GainNode;
}

export class Choir {
  readonly #mixer: Mixer;
  readonly #noise: AudioBuffer;
  /** Oldest first. */
  readonly #voices = new Set<Voice>();

  constructor(mixer: Mixer) {
    this.#mixer = mixer;
    this.#noise = makeNoise(mixer.context);
  }

  /** Sings them from now on, into the effects unless told otherwise. */
  sing(notes: readonly Note[], bus: AudioNode = this.#mixer.effects): void {
    for (const note of notes) this.#add(note, bus);
  }

  /** Ends all that is sung, at once but without a click. */
  hush(): void {
    for (const voice of this.#voices) this.#dismiss(voice);
  }

  #add(note: Note, bus: AudioNode): void {
    const { context } = this.#mixer;
    const start = context.currentTime + note.after;
    const end = start + note.seconds;
    const { source, tone } = this.#source(note, start, end);
    const level = openGain(context, note.loud);
    const side = context.createStereoPanner();
    side.pan.value = note.pan;
    tone
      .connect(envelope(context, note, start))
      .connect(level)
      .connect(side)
      .connect(bus);
    if (note.wet > 0) side.connect(openGain(context, note.wet)).connect(this.#mixer.room);

    const [oldest] = this.#voices;
    if (oldest !== undefined && this.#voices.size >= MOST_VOICES) this.#dismiss(oldest);
    const voice = { start, source, level };
    this.#voices.add(voice);
    source.addEventListener("ended", () => {
      this.#voices.delete(voice);
      side.disconnect();
    });
    source.start(start);
    source.stop(end + EDGE_SECONDS);
  }

  /** The source, and the end of its filters. */
  #source(note: Note, start: number, end: number): { source: Voice["source"]; tone: AudioNode } {
    const { context } = this.#mixer;
    const filter = context.createBiquadFilter();
    if (note.wave === "noise") {
      const source = context.createBufferSource();
      source.buffer = this.#noise;
      filter.type = "bandpass";
      filter.Q.value = NOISE_Q;
      glide(filter.frequency, Math.min(note.from, note.cut), Math.min(note.to, note.cut), start, end);
      return { source, tone: source.connect(filter) };
    }
    const source = context.createOscillator();
    source.type = note.wave;
    glide(source.frequency, note.from, note.to, start, end);
    filter.frequency.value = note.cut;
    return { source, tone: source.connect(filter) };
  }

  #dismiss(voice: Voice): void {
    const { currentTime } = this.#mixer.context;
    this.#voices.delete(voice);
    // What has not begun can't click.
    if (voice.start >= currentTime) return voice.source.stop(currentTime);
    voice.level.gain.setTargetAtTime(0, currentTime, YIELD_SECONDS);
    voice.source.stop(currentTime + 10 * YIELD_SECONDS);
  }
}

function glide(pitch: AudioParam, from: number, to: number, start: number, end: number): void {
  pitch.setValueAtTime(from, start);
  pitch.exponentialRampToValueAtTime(to, end);
}

function envelope(context: BaseAudioContext, { attack, seconds }: Note, start: number): GainNode {
  const node = openGain(context, 0);
  node.gain.setValueAtTime(0, start);
  node.gain.linearRampToValueAtTime(1, start + attack);
  node.gain.exponentialRampToValueAtTime(SILENCE, start + seconds);
  return node;
}
