// A whole world as bytes: what a joining player gets, and what play resumes from after a pause. And the game it is of.

import { type ByteReader, type ByteWriter, BytesFault } from "./bytes.ts";
import type { Court } from "./court.ts";
import type { GameId } from "./games.ts";
import { ALL_KEYS } from "./keys.ts";
import { type Rules, areRules } from "./rules.ts";
import { Phase, type World, createWorld } from "./world.ts";

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
  out.varint(world.tick).byte(world.phase).varint(world.rest).varint(world.restLength);
  out.signed(world.conceded).byte(world.server).varint(world.hits).varint(world.serves).varint(world.random);
  for (const ball of world.balls) out.float64(ball.x).float64(ball.y).float64(ball.vx).float64(ball.vy);
  for (const paddle of world.paddles) out.float64(paddle.y).byte(paddle.keys);
  for (const points of world.score) out.varint(points);
}

/** @throws BytesFault when the bytes are no world of this court */
export function readWorld(from: ByteReader, court: Court): World {
  const world = createWorld(court, 0);
  world.tick = from.varint();
  world.phase = from.byte() as Phase;
  world.rest = from.varint();
  world.restLength = from.varint();
  world.conceded = from.signed();
  world.server = from.byte();
  world.hits = from.varint();
  world.serves = from.varint();
  world.random = from.varint();
  for (const ball of world.balls) {
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

function isSound(world: World, court: Court): boolean {
  const seats = court.rails.length;
  return (
    world.phase <= Phase.over &&
    world.server < seats &&
    world.conceded >= -1 &&
    world.conceded < seats &&
    world.balls.every((ball) => [ball.x, ball.y, ball.vx, ball.vy].every(Number.isFinite)) &&
    world.paddles.every((paddle) => Number.isFinite(paddle.y) && paddle.keys <= ALL_KEYS)
  );
}
