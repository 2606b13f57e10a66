// The match room's hot messages, as bytes: presses and heartbeats up; relayed presses, answers, corrections down
// (and keyframes: keyframe.ts). Colyseus puts two bytes in front of each (its own code and our type).
//
// Every message but the keyframe begins with the sender's time, the other end's time as last heard, and how long ago that
// was: four time stamps a round trip, as in NTP (RFC 5905, section 8), so no message exists only to keep time.

import { ByteReader, ByteWriter, BytesFault } from "../../pong/bytes.ts";
import { ALL_KEYS, type Keys } from "../../pong/keys.ts";
import type { Press } from "../../pong/timeline.ts";

/** The one byte message that clients send. */
export const UP = 1;
/** Those that the room sends. */
export const Down = { relay: 1, pong: 2, correction: 3, keyframe: 4 } as const;

export interface Times {
  /** The sender's room time when it sent this, in ms, low 16 bits. A client that does not know it yet sends its own time. */
  sent: number;
  /** `sent` of the last message heard from the other end. */
  heard: number;
  /** How long before `sent` that was, in whole ms. */
  held: number;
}

/** From a client: a heartbeat, and a press when `tick` is not null. */
export interface UpMessage extends Times {
  /** Whether `sent` is room time: false until the client knows it. */
  synced: boolean;
  /** Whether the sender wants a pong. */
  answer: boolean;
  /** How late this client draws the others at present, in quarter ticks, 0 to 255. */
  seenLate: number;
  /** Which of the sender's own seats the keys are of: 0 unless they play several. */
  own: 0 | 1;
  keys: Keys;
  tick: number | null;
}

const PRESS = 4;
const ANSWER = 8;
const SYNCED = 16;
const SECOND = 32;
/** The longest `held` that is sent, also used while nothing has been heard yet. Two bytes as a varint. */
export const NOTHING_HEARD = 16_383;

export function encodeUp(message: UpMessage): Uint8Array<ArrayBuffer> {
  let flags = message.keys;
  if (message.tick !== null) flags |= PRESS;
  if (message.answer) flags |= ANSWER;
  if (message.synced) flags |= SYNCED;
  if (message.own === 1) flags |= SECOND;
  const out = new ByteWriter(16).byte(flags);
  writeTimes(out, message).byte(Math.min(255, message.seenLate));
  if (message.tick !== null) out.varint(message.tick);
  return out.finish();
}

/** The message in these bytes, or null when none of our clients sends such bytes. */
export function readUp(bytes: Uint8Array): UpMessage | null {
  try {
    return decodeUp(bytes);
  } catch (fault) {
    if (fault instanceof BytesFault) return null;
    throw fault;
  }
}

/** @throws BytesFault when these are not the bytes of an UpMessage */
function decodeUp(bytes: Uint8Array): UpMessage {
  const from = new ByteReader(bytes);
  const flags = from.byte();
  if (flags > (SECOND | SYNCED | ANSWER | PRESS | ALL_KEYS)) throw new BytesFault("unknown flags");
  const times = readTimes(from);
  const seenLate = from.byte();
  const tick = (flags & PRESS) === 0 ? null : from.varint();
  from.end();
  return {
    ...times,
    seenLate,
    tick,
    own: (flags & SECOND) === 0 ? 0 : 1,
    keys: flags & ALL_KEYS,
    answer: (flags & ANSWER) !== 0,
    synced: (flags & SYNCED) !== 0,
  };
}

export function encodePong(times: Times): Uint8Array<ArrayBuffer> {
  return writeTimes(new ByteWriter(8), times).finish();
}

export function decodePong(bytes: Uint8Array): Times {
  const from = new ByteReader(bytes);
  const times = readTimes(from);
  from.end();
  return times;
}

/** Another player's press. */
export function encodeRelay(times: Times, press: Press): Uint8Array<ArrayBuffer> {
  return writeTimes(new ByteWriter(16), times)
    .byte((press.seat << 2) | press.keys)
    .varint(press.tick)
    .finish();
}

export interface Relay extends Times {
  press: Press;
}

export function decodeRelay(bytes: Uint8Array): Relay {
  const from = new ByteReader(bytes);
  const times = readTimes(from);
  const head = from.byte();
  const press = { seat: head >> 2, keys: head & ALL_KEYS, tick: from.varint() };
  from.end();
  return { ...times, press };
}

/** One's own press did not count as it was sent: at another tick (`to`), or not at all (`to` null). */
export interface Correction extends Times {
  press: Press;
  to: number | null;
}

export function encodeCorrection(times: Times, press: Press, to: number | null): Uint8Array<ArrayBuffer> {
  const out = writeTimes(new ByteWriter(20), times)
    .byte((press.seat << 2) | press.keys)
    .varint(press.tick);
  return out.varint(to === null ? 0 : to + 1).finish();
}

export function decodeCorrection(bytes: Uint8Array): Correction {
  const from = new ByteReader(bytes);
  const times = readTimes(from);
  const head = from.byte();
  const press = { seat: head >> 2, keys: head & ALL_KEYS, tick: from.varint() };
  const to = from.varint();
  from.end();
  return { ...times, press, to: to === 0 ? null : to - 1 };
}

function writeTimes(out: ByteWriter, times: Times): ByteWriter {
  const held = Math.min(NOTHING_HEARD, Math.max(0, Math.round(times.held)));
  return out.uint16(times.sent).uint16(times.heard).varint(held);
}

function readTimes(from: ByteReader): Times {
  const times = { sent: from.uint16(), heard: from.uint16(), held: from.varint() };
  if (times.held > NOTHING_HEARD) throw new BytesFault("held for longer than anybody says");
  return times;
}
