// Seeded random numbers in integer maths only, so that every JavaScript engine draws the same ones.
// The state lives in the world (world.ts) and travels with every keyframe.

/** A value together with the state that follows from drawing it. */
export interface Draw {
  readonly value: number;
  readonly state: number;
}

/**
 * Draws one number in [0, 1) from a 32-bit state.
 * mulberry32 by Tommy Ettinger (public domain): a Weyl sequence and an avalanche of two multiplications.
 */
export function draw(state: number): Draw {
  const next = (state + 0x6d2b79f5) >>> 0;
  let bits = next;
  bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return { value: ((bits ^ (bits >>> 14)) >>> 0) / 4294967296, state: next };
}

/** How many uniform numbers one nearly normal one is made of. */
const UNIFORMS = 12;

/** Draws one nearly normal number, mean 0 and deviation 1, from -6 to 6: the sum of twelve uniform ones (Irwin-Hall). */
export function drawNormal(state: number): Draw {
  let sum = -UNIFORMS / 2;
  let next = state;
  for (let i = 0; i < UNIFORMS; i++) {
    const drawn = draw(next);
    sum += drawn.value;
    next = drawn.state;
  }
  return { value: sum, state: next };
}
