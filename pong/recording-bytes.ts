// A recording (recording.ts) as bytes and back: ticks as differences, everything else as small varints.

import { ByteReader, ByteWriter, BytesFault } from "./bytes.ts";
import { ALL_KEYS } from "./keys.ts";
import { type Pause, type RecordedPress, type Recording, RecordingFault, type SeenLate } from "./recording.ts";
import { areRules } from "./rules.ts";

/** Of this layout of bytes; the rules' version is a field of its own. */
const LAYOUT = 1;

/** More seats than this no court has: two bits of a press. */
const MAX_SEATS = 4;

/** Of anything listed: about half a day of frantic play. */
const MAX_ENTRIES = 1_000_000;

/** No match lasts longer, pauses included (19 hours): bytes that say so would take long to replay. */
const MAX_TICKS = 4_194_304;

export function encodeRecording(recording: Recording): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter(1024);
  out.byte(LAYOUT).varint(recording.version);
  out.byte(recording.courtId.length);
  for (let i = 0; i < recording.courtId.length; i++) out.byte(recording.courtId.charCodeAt(i));
  out.byte(recording.rules.pointsToWin).byte(recording.rules.twoClear ? 1 : 0);
  out.varint(recording.seed).varint(recording.endTick).varint(recording.hash);
  out.varint(recording.presses.length);
  let tick = 0;
  for (const press of recording.presses) {
    out.varint(((press.tick - tick) << 4) | (press.seat << 2) | press.keys).signed(press.lateMs);
    tick = press.tick;
  }
  out.varint(recording.pauses.length);
  tick = 0;
  for (const pause of recording.pauses) {
    out.varint(pause.at - tick).varint(pause.until - pause.at);
    tick = pause.until;
  }
  out.varint(recording.seenLate.length);
  tick = 0;
  for (const seen of recording.seenLate) {
    out.varint(((seen.tick - tick) << 2) | seen.seat).varint(seen.quarterTicks);
    tick = seen.tick;
  }
  return out.finish();
}

/** @throws RecordingFault when the bytes are no recording */
export function decodeRecording(bytes: Uint8Array): Recording {
  try {
    return read(new ByteReader(bytes));
  } catch (fault) {
    if (fault instanceof BytesFault)
      throw new RecordingFault("damaged", `not a recording: ${fault.message}`, { cause: fault });
    throw fault;
  }
}

function read(from: ByteReader): Recording {
  if (from.byte() !== LAYOUT) throw new BytesFault("unknown layout");
  const version = from.varint();
  let courtId = "";
  for (let length = from.byte(); length > 0; length--) courtId += String.fromCharCode(from.byte());
  const rules = { pointsToWin: from.byte(), twoClear: from.byte() === 1 };
  if (!areRules(rules)) throw new BytesFault("unknown rules");
  const seed = from.varint();
  const endTick = from.varint();
  if (endTick > MAX_TICKS) throw new BytesFault("the match lasts too long");
  const hash = from.varint();
  const presses = readPresses(from, endTick);
  const pauses = readPauses(from, endTick);
  const seenLate = readSeenLate(from);
  from.end();
  return { version, courtId, rules, seed, presses, pauses, seenLate, endTick, hash };
}

function readPresses(from: ByteReader, endTick: number): RecordedPress[] {
  let tick = 0;
  return readList(from, () => {
    const head = from.varint();
    tick += head >>> 4;
    if (tick > endTick) throw new BytesFault("a press after the end");
    return { tick, seat: (head >>> 2) & (MAX_SEATS - 1), keys: head & ALL_KEYS, lateMs: from.signed() };
  });
}

function readPauses(from: ByteReader, endTick: number): Pause[] {
  let tick = 0;
  return readList(from, () => {
    const at = tick + from.varint();
    tick = at + from.varint();
    if (tick > endTick) throw new BytesFault("a pause after the end");
    return { at, until: tick };
  });
}

function readSeenLate(from: ByteReader): SeenLate[] {
  let tick = 0;
  return readList(from, () => {
    const head = from.varint();
    tick += head >>> 2;
    return { tick, seat: head & (MAX_SEATS - 1), quarterTicks: from.varint() };
  });
}

function readList<T>(from: ByteReader, readOne: () => T): T[] {
  const length = from.varint();
  if (length > MAX_ENTRIES || length > from.left) throw new BytesFault("a list is longer than the bytes");
  return Array.from({ length }, readOne);
}
