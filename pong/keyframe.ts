// A whole world as bytes: what a joining player gets, and what play resumes from after a pause. And the game it is of.

import { type ByteReader, type ByteWriter, BytesFault } from "./bytes.ts";
import type { Court } from "./court.ts";
import type { GameId } from "./games.ts";
import { ALL_KEYS } from "./keys.ts";
import { type Rules, areRules } from "./rules.ts";
import { type Ball, NOBODY, Phase, type World, createWorld } from "./world.ts";

export function writeGame(out: ByteWriter, { rulesVersion, courtId }: GameId, { pointsToWin, twoClear }: Rules): void {
  out.varint(rulesVersion).byte(courtId.length);
  for (let i = 0; i < courtId.length; i++) out.byte(courtId.charCodeAt(i));
  out.byte(pointsToWin).byte(twoClear ? 1 : 0);
}

/** What `writeGame` wrote, whether this code knows that game or not. @throws BytesFault */
export function readGame(from: ByteReader): GameId & { readonly rules: Rules } {
  const rulesVersion = from.varint();
  let courtId = "";
  for (let length = from.byte(); length > 0; length--) courtId += String.fromCharCode(from.byte());
  const rules = { pointsToWin: from.byte(), twoClear: from.byte() === 1 };
  if (!areRules(rules)) throw new BytesFault("unknown rules");
  return { rulesVersion, courtId, rules };
}

export function writeWorld(out: ByteWriter, world: World): void {
  out.varint(world.tick).byte(world.phase);
  // The first ball's rally comes before what is counted, as it did when there was one ball; those of others come with them.
  writeRally(out, world.balls[0]!);
  out.varint(world.serves).varint(world.random);
  for (const [index, ball] of world.balls.entries()) {
    if (index > 0) writeRally(out, ball);
    out.float64(ball.x).float64(ball.y).float64(ball.vx).float64(ball.vy);
  }
  for (const paddle of world.paddles) out.float64(paddle.y).byte(paddle.keys);
  for (const points of world.score) out.varint(points);
}

/** @throws BytesFault when the bytes are no world of this court */
export function readWorld(from: ByteReader, court: Court): World {
  const world = createWorld(court, 0);
  world.tick = from.varint();
  world.phase = from.byte() as Phase;
  readRally(from, world.balls[0]!);
  world.serves = from.varint();
  world.random = from.varint();
  for (const [index, ball] of world.balls.entries()) {
    if (index > 0) readRally(from, ball);
    ball.x = from.float64();
    ball.y = from.float64();
    ball.vx = from.float64();
    ball.vy = from.float64();
  }
  for (const paddle of world.paddles) {
    paddle.y = from.float64();
    paddle.keys = from.byte();
  }
  for (let seat = 0; seat < world.score.length; seat++) world.score[seat] = from.varint();
  if (!isSound(world, court)) throw new BytesFault("the keyframe is not a world of this court");
  return world;
}

function writeRally(out: ByteWriter, { rest, restLength, conceded, server, hits }: Ball): void {
  out.varint(rest).varint(restLength).signed(conceded).byte(server).varint(hits);
}

function readRally(from: ByteReader, ball: Ball): void {
  ball.rest = from.varint();
  ball.restLength = from.varint();
  ball.conceded = from.signed();
  ball.server = from.byte();
  ball.hits = from.varint();
}

function isSound(world: World, court: Court): boolean {
  const seats = court.rails.length;
  return (
    world.phase <= Phase.over &&
    world.balls.every(({ server, conceded }) => server < seats && conceded >= NOBODY && conceded < seats) &&
    world.balls.every((ball) => [ball.x, ball.y, ball.vx, ball.vy].every(Number.isFinite)) &&
    world.paddles.every((paddle) => Number.isFinite(paddle.y) && paddle.keys <= ALL_KEYS)
  );
}
