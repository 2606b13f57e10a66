// Where all sounds come together: the room, the volumes, and a limiter that keeps the sum below full scale.
// choir.ts and atmosphere.ts play into it.

import { makeRoom } from "./room.ts";

/** Each from 0 to 1, as a share of the amplitude. */
export interface Volumes {
  readonly master: number;
  /** Hits, goals, announcements. */
  readonly effects: number;
  /** What grows with a rally. */
  readonly atmosphere: number;
}

/** What each volume at 1 is worth; found by rendering every sound and comparing. */
const EFFECTS_GAIN = 0.42;
const ATMOSPHERE_GAIN = 0.22;
const ROOM_GAIN = 2;
/** A changed volume is two thirds there after so many seconds: quick, and without a click. */
const GLIDE_SECONDS = 0.03;
/** What is cut off faster than this clicks. */
export const CLOSE_SECONDS = 0.1;
/** Up to here the limiter's last stage changes nothing; beyond it bends, and never reaches BEND_FROM + BEND_WIDTH. */
const BEND_FROM = 0.75;
const BEND_WIDTH = 0.2;
/** The bending stage reads amplitudes up to this. */
const READ_UP_TO = 4;
const CURVE_POINTS = 4097;

export class Mixer {
  readonly context: BaseAudioContext;
  readonly effects: GainNode;
  readonly atmosphere: GainNode;
  /** What is sent here comes back as the room's echo, among the effects. */
  readonly room: ConvolverNode;
  readonly #master: GainNode;

  constructor(context: BaseAudioContext) {
    this.context = context;
    this.#master = openGain(context, 0);
    this.effects = openGain(context, 0);
    this.atmosphere = openGain(context, 0);
    this.room = makeRoom(context);
    const limiter = openLimiter(context, this.#master);
    this.effects.connect(limiter);
    this.atmosphere.connect(limiter);
    this.room.connect(openGain(context, ROOM_GAIN)).connect(this.effects);
    // Last, so that half the volume is half of what the limiter let through.
    this.#master.connect(context.destination);
  }

  /** Glides there. */
  set(volumes: Volumes): void {
    const { currentTime } = this.context;
    const glide = (gain: AudioParam, to: number): void => {
      gain.cancelScheduledValues(currentTime);
      gain.setTargetAtTime(to, currentTime, GLIDE_SECONDS);
    };
    glide(this.#master.gain, volumes.master);
    glide(this.effects.gain, volumes.effects * EFFECTS_GAIN);
    glide(this.atmosphere.gain, volumes.atmosphere * ATMOSPHERE_GAIN);
  }

  /** Fades out; silent after CLOSE_SECONDS. */
  close(): void {
    const { currentTime } = this.context;
    this.#master.gain.cancelScheduledValues(currentTime);
    this.#master.gain.setTargetAtTime(0, currentTime, CLOSE_SECONDS / 10);
  }
}

export function openGain(context: BaseAudioContext, value: number): GainNode {
  const node = context.createGain();
  node.gain.value = value;
  return node;
}

/** Turns loud passages down; what is too sudden for that is bent. Returns where to play into. */
function openLimiter(context: BaseAudioContext, output: AudioNode): AudioNode {
  const limiter = context.createDynamicsCompressor();
  limiter.threshold.value = -12;
  limiter.knee.value = 6;
  limiter.ratio.value = 16;
  limiter.attack.value = 0.001;
  limiter.release.value = 0.12;
  const bend = context.createWaveShaper();
  bend.curve = bendingCurve();
  limiter
    .connect(openGain(context, 1 / READ_UP_TO))
    .connect(bend)
    .connect(output);
  return limiter;
}

function bendingCurve(): Float32Array<ArrayBuffer> {
  const curve = new Float32Array(CURVE_POINTS);
  for (let i = 0; i < CURVE_POINTS; i++) {
    const amplitude = ((2 * i) / (CURVE_POINTS - 1) - 1) * READ_UP_TO;
    const over = Math.max(0, Math.abs(amplitude) - BEND_FROM);
    const bent = Math.min(Math.abs(amplitude), BEND_FROM) + BEND_WIDTH * Math.tanh(over / BEND_WIDTH);
    curve[i] = Math.sign(amplitude) * bent;
  }
  return curve;
}
