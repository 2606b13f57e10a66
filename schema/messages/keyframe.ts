// The keyframe message of a match room: a whole world and the presses after it.

import { ByteReader, ByteWriter, BytesFault } from "../../pong/bytes.ts";
import { findGame, idOf } from "../../pong/games.ts";
import { ALL_KEYS } from "../../pong/keys.ts";
import { readGame, readWorld, writeGame, writeWorld } from "../../pong/keyframe.ts";
import type { Game } from "../../pong/step.ts";
import type { Press } from "../../pong/timeline.ts";
import type { World } from "../../pong/world.ts";
import { PRESSES_WRAP } from "./match.ts";

/** Everything needed to play on from here: what a joining player gets, and both after a pause and at a rematch. */
export interface Keyframe {
  /** The room time when it was sent, in whole ms. */
  sentMs: number;
  /** The seats of whoever gets it. */
  seats: readonly number[];
  /** MatchStatus.epoch that begins with it or goes on with it. */
  epoch: number;
  /** How many presses have been taken from this connection, modulo PRESSES_WRAP: later ones are not in it. */
  received: number;
  /** What it is a world of. */
  game: Game;
  world: World;
  presses: Press[];
}

export function encodeKeyframe(keyframe: Keyframe): Uint8Array<ArrayBuffer> {
  let mask = 0;
  for (const seat of keyframe.seats) mask |= 1 << seat;
  const out = new ByteWriter(192).varint(Math.round(keyframe.sentMs)).byte(mask).varint(keyframe.epoch);
  out.byte(keyframe.received % PRESSES_WRAP);
  writeGame(out, idOf(keyframe.game), keyframe.game.rules);
  writeWorld(out, keyframe.world);
  out.varint(keyframe.presses.length);
  let tick = keyframe.world.tick;
  for (const press of keyframe.presses) {
    out.varint(press.tick - tick).byte((press.seat << 2) | press.keys);
    tick = press.tick;
  }
  return out.finish();
}

/** @throws BytesFault when these are no bytes of a keyframe, or of a game that this code does not know */
export function decodeKeyframe(bytes: Uint8Array): Keyframe {
  const from = new ByteReader(bytes);
  const sentMs = from.varint();
  const mask = from.byte();
  const epoch = from.varint();
  const received = from.byte();
  const { rules, ...id } = readGame(from);
  const game = findGame(id, rules);
  if (game === null) throw new BytesFault("a keyframe of an unknown game");
  const { court } = game;
  const world = readWorld(from, court);
  const presses: Press[] = [];
  let tick = world.tick;
  for (let left = from.varint(); left > 0; left--) {
    tick += from.varint();
    const head = from.byte();
    presses.push({ tick, seat: head >> 2, keys: head & ALL_KEYS });
  }
  from.end();
  const seats = court.rails.map((rail) => rail.seat).filter((seat) => (mask & (1 << seat)) !== 0);
  return { sentMs, seats, epoch, received, game, world, presses };
}
