// The match room's hot messages, as bytes: presses and heartbeats up; relayed presses, answers, corrections down
// (and keyframes: keyframe.ts). Colyseus puts two bytes in front of each (its own code and our type).
//
// Every message but the keyframe begins with its sender's time. Those that go down also say which of the client's messages they
// answer and how long ago that came: with when it arrives, four time stamps a round trip, as in NTP (RFC 5905, section 8), so no
// message exists only to keep the client's time. The server believes no client about the line: it measures that itself, by the
// WebSocket's own pings.

import { ByteReader, ByteWriter, BytesFault } from "../../pong/bytes.ts";
import { ALL_KEYS, type Keys } from "../../pong/keys.ts";
import type { Press } from "../../pong/timeline.ts";

/** The one byte message that clients send. */
export const UP = 1;
/** Those that the room sends. */
export const Down = { relay: 1, pong: 2, correction: 3, keyframe: 4 } as const;

/** From a client: a heartbeat, and a press when `tick` is not null. */
export interface UpMessage {
  /** Room time when this was sent, in ms, low 16 bits. A client that does not know it yet sends its own time. */
  sent: number;
  /** Whether `sent` is room time: false until the client knows it. */
  synced: boolean;
  /** Whether the sender wants a pong. */
  answer: boolean;
  /** How late this client draws the others at present, in quarter ticks, 0 to 255. */
  seenLate: number;
  /** The usual worst way down, as far as this client can tell, in ms: 0 to 510, by twos. */
  downMs: number;
  /** Which of the sender's own seats the keys are of: 0 unless they play several. */
  own: 0 | 1;
  keys: Keys;
  tick: number | null;
}

/** What every message from the server begins with, but the keyframe. */
export interface DownHead {
  /** Room time when this was sent, in ms, low 16 bits. */
  sent: number;
  /** `sent` of the last message heard from this client. */
  heard: number;
  /** How long before `sent` that was, in whole ms. */
  held: number;
  /** How many presses have been taken from this connection, modulo PRESSES_WRAP. */
  presses: number;
}

/** The hash (pong/hash.ts) of a world that nothing can change any more. */
export interface Checkpoint {
  tick: number;
  hash: number;
}

/** More presses than this are never on their way at once: a flood is sent away sooner. */
export const PRESSES_WRAP = 256;

const PRESS = 4;
const ANSWER = 8;
const SYNCED = 16;
const SECOND = 32;
const DOWN_STEP_MS = 2;
/** The longest `held` that is sent, also used while nothing has been heard yet. Two bytes as a varint. */
export const NOTHING_HEARD = 16_383;

export function encodeUp(message: UpMessage): Uint8Array<ArrayBuffer> {
  let flags = message.keys;
  if (message.tick !== null) flags |= PRESS;
  if (message.answer) flags |= ANSWER;
  if (message.synced) flags |= SYNCED;
  if (message.own === 1) flags |= SECOND;
  const down = Math.round(Math.max(0, message.downMs) / DOWN_STEP_MS);
  const out = new ByteWriter(16).byte(flags).uint16(message.sent);
  out.byte(Math.min(255, message.seenLate)).byte(Math.min(255, down));
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
  const sent = from.uint16();
  const seenLate = from.byte();
  const downMs = from.byte() * DOWN_STEP_MS;
  const tick = (flags & PRESS) === 0 ? null : from.varint();
  from.end();
  return {
    sent,
    seenLate,
    downMs,
    tick,
    own: (flags & SECOND) === 0 ? 0 : 1,
    keys: flags & ALL_KEYS,
    answer: (flags & ANSWER) !== 0,
    synced: (flags & SYNCED) !== 0,
  };
}

/** What any of them may end with. */
export interface Checked {
  checkpoint: Checkpoint | null;
}

export interface Pong extends DownHead, Checked {}

export function encodePong(head: DownHead, checkpoint: Checkpoint | null): Uint8Array<ArrayBuffer> {
  return writeCheckpoint(writeHead(new ByteWriter(20), head), checkpoint).finish();
}

/** @throws BytesFault as all below, when these are not the bytes of such a message */
export function decodePong(bytes: Uint8Array): Pong {
  const from = new ByteReader(bytes);
  return { ...readHead(from), checkpoint: readCheckpoint(from) };
}

/** Another player's press. */
export interface Relay extends DownHead, Checked {
  press: Press;
}

export function encodeRelay(head: DownHead, press: Press, checkpoint: Checkpoint | null): Uint8Array<ArrayBuffer> {
  const out = writeHead(new ByteWriter(24), head)
    .byte((press.seat << 2) | press.keys)
    .varint(press.tick);
  return writeCheckpoint(out, checkpoint).finish();
}

export function decodeRelay(bytes: Uint8Array): Relay {
  const from = new ByteReader(bytes);
  const head = readHead(from);
  const what = from.byte();
  const press = { seat: what >> 2, keys: what & ALL_KEYS, tick: from.varint() };
  return { ...head, press, checkpoint: readCheckpoint(from) };
}

/** The last of the presses that are counted in `presses` did not count as it was sent: at another tick (`to`), or not at all (null). */
export interface Correction extends DownHead {
  to: number | null;
}

export function encodeCorrection(head: DownHead, to: number | null): Uint8Array<ArrayBuffer> {
  return writeHead(new ByteWriter(16), head)
    .varint(to === null ? 0 : to + 1)
    .finish();
}

export function decodeCorrection(bytes: Uint8Array): Correction {
  const from = new ByteReader(bytes);
  const head = readHead(from);
  const to = from.varint();
  from.end();
  return { ...head, to: to === 0 ? null : to - 1 };
}

function writeHead(out: ByteWriter, { sent, heard, held, presses }: DownHead): ByteWriter {
  return out
    .uint16(sent)
    .uint16(heard)
    .varint(Math.min(NOTHING_HEARD, Math.max(0, Math.round(held))))
    .byte(presses % PRESSES_WRAP);
}

function readHead(from: ByteReader): DownHead {
  const head = { sent: from.uint16(), heard: from.uint16(), held: from.varint(), presses: from.byte() };
  if (head.held > NOTHING_HEARD) throw new BytesFault("held for longer than anybody says");
  return head;
}

function writeCheckpoint(out: ByteWriter, checkpoint: Checkpoint | null): ByteWriter {
  return checkpoint === null ? out : out.varint(checkpoint.tick).varint(checkpoint.hash);
}

function readCheckpoint(from: ByteReader): Checkpoint | null {
  if (from.left === 0) return null;
  const checkpoint = { tick: from.varint(), hash: from.varint() };
  from.end();
  return checkpoint;
}
