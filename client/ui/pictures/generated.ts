// The picture of a player who has none of their own, worked out of the id: a paddle, the ball and the way it came, in two hues.
// Pure, and the same everywhere and for ever; avatar.ts draws it.

import { draw } from "../../../pong/random.ts";

export interface GeneratedPicture {
  /** Of the paddle and of the ball's way, and of the far side; 0 to 359. */
  readonly ownHue: number;
  readonly otherHue: number;
  /** Quarter turns of the whole court, 0 to 3. */
  readonly turns: number;
  /** Middle of each paddle, across, on a court of 0 to 100 both ways: the own one is at the bottom, the other at the top. */
  readonly paddle: number;
  readonly otherPaddle: number;
  /** From the own paddle by way of the walls; the ball is where it ends. */
  readonly way: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far in the paddles stand, and the walls. */
export const OWN_LINE = 80;
export const OTHER_LINE = 18;
const LEFT_WALL = 20;
const RIGHT_WALL = 80;
/** The picture is cut round, so the paddles stay nearer to the middle than the walls are. */
const LEFTMOST_PADDLE = 33;
const RIGHTMOST_PADDLE = 67;
/** Of the own paddle and of the other, from its middle. */
export const HALF_PADDLE = 15;
export const HALF_OTHER_PADDLE = 10;
/** The ball at the end of its way: between these two heights. */
const HIGHEST_BALL = 32;
const LOWEST_BALL = 52;
/** Across per upwards: from nearly straight to two walls on the way. */
const LEAST_SLOPE = 0.35;
const MOST_SLOPE = 2.4;
const HUES = 36;
/** Degrees between the two hues: far enough to be two. */
const LEAST_APART = 60;
const MOST_APART = 180;

/** @param id of the player; any text */
export function generatePicture(id: string): GeneratedPicture {
  const next = numbersFrom(id);
  const between = (least: number, most: number) => least + (most - least) * next();
  const ownHue = Math.floor(next() * HUES) * (360 / HUES);
  const apart = Math.round(between(LEAST_APART, MOST_APART) / 10) * 10;
  const otherHue = (ownHue + (next() < 0.5 ? apart : 360 - apart)) % 360;
  const turns = Math.floor(next() * 4);
  const paddle = tenth(between(LEFTMOST_PADDLE, RIGHTMOST_PADDLE));
  const otherPaddle = tenth(between(LEFTMOST_PADDLE, RIGHTMOST_PADDLE));
  const slope = between(LEAST_SLOPE, MOST_SLOPE) * (next() < 0.5 ? -1 : 1);
  const way = bounce({ x: paddle, y: OWN_LINE }, slope, between(HIGHEST_BALL, LOWEST_BALL));
  return { ownHue, otherHue, turns, paddle, otherPaddle, way };
}

/** The way from a point upwards to a height, back from each wall that it meets. */
function bounce(from: Point, slope: number, height: number): Point[] {
  const way = [from];
  let { x, y } = from;
  let across = slope;
  for (;;) {
    const wall = across > 0 ? RIGHT_WALL : LEFT_WALL;
    const rise = (wall - x) / across;
    if (rise >= y - height) break;
    x = wall;
    y -= rise;
    across = -across;
    way.push({ x, y: tenth(y) });
  }
  way.push({ x: tenth(x + across * (y - height)), y: tenth(height) });
  return way;
}

/** Numbers in [0, 1) that follow from the text: its hash (FNV-1a, 32 bits), and from there as pong/random.ts draws. */
function numbersFrom(text: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193) >>> 0;
  return () => {
    const drawn = draw(state);
    state = drawn.state;
    return drawn.value;
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
