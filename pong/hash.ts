// A world as one number: two worlds that differ in a single bit differ in it, on every machine.
// Recordings check themselves with it, and a match can be compared tick by tick by handing in the number before.

import type { Ball, World } from "./world.ts";

const float = new Float64Array(1);
const halves = new Uint32Array(float.buffer);

/**
 * The hash of a world, from 0 to 2^32 - 1. MurmurHash3 (Austin Appleby, public domain) over the float64 bits of every field.
 * @param previous the hash of what came before, to hash a whole sequence of worlds
 */
export function hashWorld(world: World, previous = 0): number {
  let hash = previous;
  hash = mix(hash, world.tick);
  hash = mix(hash, world.phase);
  // The first ball's rally comes before what is counted, as it did when there was one ball; those of others come with them.
  hash = mixRally(hash, world.balls[0]!);
  hash = mix(hash, world.serves);
  hash = mix(hash, world.random);
  for (const [index, ball] of world.balls.entries()) {
    if (index > 0) hash = mixRally(hash, ball);
    hash = mix(hash, ball.x);
    hash = mix(hash, ball.y);
    hash = mix(hash, ball.vx);
    hash = mix(hash, ball.vy);
  }
  for (const paddle of world.paddles) {
    hash = mix(hash, paddle.y);
    hash = mix(hash, paddle.keys);
  }
  for (const points of world.score) hash = mix(hash, points);
  return avalanche(hash);
}

function mixRally(before: number, { rest, restLength, conceded, server, hits }: Ball): number {
  let hash = mix(before, rest);
  hash = mix(hash, restLength);
  hash = mix(hash, conceded);
  hash = mix(hash, server);
  return mix(hash, hits);
}

/** Adds one number. -0 counts as 0: nothing in the game can tell them apart. */
function mix(hash: number, value: number): number {
  float[0] = value + 0;
  return mixWord(mixWord(hash, halves[0]!), halves[1]!);
}

function mixWord(hash: number, word: number): number {
  const scrambled = Math.imul(word, 0xcc9e2d51);
  const mixed = hash ^ Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function avalanche(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
