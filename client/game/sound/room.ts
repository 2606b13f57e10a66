// The room that sounds come back from: an impulse response made of fading noise, and the noise of hits.

import { draw } from "../../../pong/random.ts";

/** Until the room is 60 dB quieter. */
const FADE_SECONDS = 1;
/** The walls are this far away, in seconds of sound. */
const FIRST_ECHO_SECONDS = 0.012;
const NOISE_SECONDS = 1;
/** How much of its brightness the echo has lost at its end, from 0 to 1. */
const DULLING = 0.8;

/** White noise, the same in every session. */
export function makeNoise(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate * NOISE_SECONDS, context.sampleRate);
  fillWithNoise(buffer.getChannelData(0), 1);
  return buffer;
}

export function makeRoom(context: BaseAudioContext): ConvolverNode {
  const rate = context.sampleRate;
  const buffer = context.createBuffer(2, rate * FADE_SECONDS, rate);
  // Each ear hears other echoes; that is what makes a room wide.
  for (const ear of [0, 1]) shapeEcho(buffer.getChannelData(ear), rate, ear + 2);
  const room = context.createConvolver();
  room.buffer = buffer;
  return room;
}

function shapeEcho(samples: Float32Array, rate: number, seed: number): void {
  fillWithNoise(samples, seed);
  samples.fill(0, 0, Math.round(FIRST_ECHO_SECONDS * rate));
  let dulled = 0;
  for (let i = 0; i < samples.length; i++) {
    const age = i / samples.length;
    dulled += (samples[i]! - dulled) * (1 - DULLING * Math.sqrt(age));
    samples[i] = dulled * 10 ** (-3 * age);
  }
}

function fillWithNoise(samples: Float32Array, seed: number): void {
  let state = seed;
  for (let i = 0; i < samples.length; i++) {
    const drawn = draw(state);
    state = drawn.state;
    samples[i] = drawn.value * 2 - 1;
  }
}
