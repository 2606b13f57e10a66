// What a sound's samples reveal without hearing it.

import type { Rendered } from "./sound-render.ts";

/** Samples a window of the spectrum; a power of two. */
const WINDOW = 2048;

export class Samples {
  readonly rate: number;
  readonly left: Float32Array;
  readonly right: Float32Array;

  constructor(rate: number, left: Float32Array, right: Float32Array) {
    this.rate = rate;
    this.left = left;
    this.right = right;
  }

  static of({ rate, left, right }: Pick<Rendered, "rate" | "left" | "right">): Samples {
    return new Samples(rate, floats(left), floats(right));
  }

  /** From second `from` to second `to`. */
  part(from: number, to: number): Samples {
    const cut = (ear: Float32Array) => ear.subarray(Math.round(from * this.rate), Math.round(to * this.rate));
    return new Samples(this.rate, cut(this.left), cut(this.right));
  }

  get peak(): number {
    return Math.max(peakOf(this.left), peakOf(this.right));
  }

  /** Root of the mean square, of both ears. */
  get loudness(): number {
    return Math.hypot(loudnessOf(this.left), loudnessOf(this.right)) / Math.SQRT2;
  }

  /** How much louder the right ear is: 1 when alike. */
  get lean(): number {
    return loudnessOf(this.right) / loudnessOf(this.left);
  }

  /** The mean frequency in Hz, weighed by its energy. */
  get brightness(): number {
    const mono = this.left.map((sample, i) => sample + this.right[i]!);
    let weighed = 0;
    let total = 0;
    for (let from = 0; from < mono.length; from += WINDOW / 2) {
      const window = mono.subarray(from, from + WINDOW);
      powersOf(window).forEach((power, k) => {
        weighed += power * ((k * this.rate) / WINDOW);
        total += power;
      });
    }
    return weighed / total;
  }

  /**
   * The sharpest corner as a share of the peak: the third difference, which hardly sees tones below a few kHz.
   * A sound that is cut off has about 1, a dull one that fades out less than 0.05.
   */
  get sharpest(): number {
    let sharpest = 0;
    for (const x of [this.left, this.right]) {
      for (let i = 3; i < x.length; i++) {
        sharpest = Math.max(sharpest, Math.abs(x[i]! - x[i - 3]! + 3 * (x[i - 2]! - x[i - 1]!)));
      }
    }
    return sharpest / this.peak;
  }
}

function floats(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
  return new Float32Array(bytes.buffer);
}

function peakOf(ear: Float32Array): number {
  return ear.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

function loudnessOf(ear: Float32Array): number {
  return Math.sqrt(ear.reduce((sum, sample) => sum + sample * sample, 0) / ear.length);
}

/** The power at each of the lower half of the frequencies, by a fast Fourier transform under a Hann window. */
export function powersOf(window: Float32Array, size = WINDOW): Float64Array {
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let mirrored = 0;
    for (let bit = 1, from = i; bit < size; bit *= 2, from >>= 1) mirrored = mirrored * 2 + (from & 1);
    re[mirrored] = (window[i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size));
  }
  for (let half = 1; half < size; half *= 2) {
    for (let k = 0; k < half; k++) {
      const cos = Math.cos((Math.PI * k) / half);
      const sin = -Math.sin((Math.PI * k) / half);
      for (let i = k; i < size; i += 2 * half) {
        const j = i + half;
        const r = re[j]! * cos - im[j]! * sin;
        const m = re[j]! * sin + im[j]! * cos;
        re[j] = re[i]! - r;
        im[j] = im[i]! - m;
        re[i]! += r;
        im[i]! += m;
      }
    }
  }
  return Float64Array.from({ length: size / 2 }, (_, k) => re[k]! ** 2 + im[k]! ** 2);
}
