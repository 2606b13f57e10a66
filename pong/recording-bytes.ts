// A recording (recording.ts) as bytes and back: a few plain numbers, then everything listed, packed (packed.ts). Layout 3 is
// layout 2 and what is kept of the computer's looks.

import { ByteReader, ByteWriter, BytesFault } from "./bytes.ts";
import { readGame, writeGame } from "./keyframe.ts";
import { ALL_KEYS } from "./keys.ts";
import { Habit, Packer, Unpacker } from "./packed.ts";
import {
  type Pause,
  type RecordedComputer,
  type RecordedPress,
  type Recording,
  RecordingFault,
  type SeenLate,
} from "./recording.ts";

/** Of this layout of bytes; the rules' version is a field of its own. */
const LAYOUT = 2;
const LAYOUT_WITH_COMPUTERS = 3;

/** More seats than this no court has. */
const MAX_SEATS = 4;

/** Of anything listed: about half a day of frantic play. */
const MAX_ENTRIES = 1_000_000;
/** However well it is packed, no byte holds more entries. */
const MAX_PER_BYTE = 64;

/** No match lasts longer, pauses included (19 hours): bytes that say so would take long to replay. */
const MAX_TICKS = 4_194_304;

type Lists = Pick<Recording, "presses" | "pauses" | "seenLate" | "computers">;

export function encodeRecording(recording: Recording): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter(1024);
  out.byte((recording.computers ?? []).length > 0 ? LAYOUT_WITH_COMPUTERS : LAYOUT);
  writeGame(out, recording, recording.rules);
  out.varint(recording.seed).varint(recording.endTick).varint(recording.hash);
  for (const byte of packLists(recording)) out.byte(byte);
  return out.finish();
}

/** @throws RecordingFault when the bytes are no recording */
export function decodeRecording(bytes: Uint8Array): Recording {
  try {
    return read(bytes);
  } catch (fault) {
    if (fault instanceof BytesFault)
      throw new RecordingFault("damaged", `not a recording: ${fault.message}`, { cause: fault });
    throw fault;
  }
}

function read(bytes: Uint8Array): Recording {
  const from = new ByteReader(bytes);
  const layout = from.byte();
  if (layout !== LAYOUT && layout !== LAYOUT_WITH_COMPUTERS) throw new BytesFault("unknown layout");
  const game = readGame(from);
  const seed = from.varint();
  const endTick = from.varint();
  if (endTick > MAX_TICKS) throw new BytesFault("the match lasts too long");
  const hash = from.varint();
  const lists = unpackLists(bytes.subarray(bytes.length - from.left), endTick, layout === LAYOUT_WITH_COMPUTERS);
  return { ...game, seed, endTick, hash, ...lists };
}

/** What tends to be like what: the next press to how long they usually take, a key to the one before, lateness to the seat's. */
class Habits {
  readonly count = new Habit();
  readonly ticks = new Habit();
  /** By the seat before. */
  readonly seat = habits(MAX_SEATS);
  /** By what the seat held before. */
  readonly keys = habits(ALL_KEYS + 1);
  /** By seat. */
  readonly late = habits(MAX_SEATS);
  readonly pauses = new Habit();
  readonly seenTicks = new Habit();
  readonly seen = new Habit();
  readonly looks = new Habit();
  readonly behind = new Habit();
  readonly level = new Habit();
}

function habits(count: number): readonly Habit[] {
  return Array.from({ length: count }, () => new Habit());
}

function packLists({ presses, pauses, seenLate, computers = [] }: Lists): Uint8Array {
  const out = new Packer();
  const known = new Habits();
  const held = Array.from({ length: MAX_SEATS }, () => 0);
  let tick = 0;
  let before = 0;
  out.number(presses.length, known.count);
  for (const { tick: at, seat, keys, lateMs } of presses) {
    out.number(at - tick, known.ticks);
    out.number(seat, known.seat[before]!);
    out.number(keys, known.keys[held[seat]!]!);
    out.signed(lateMs, known.late[seat]!);
    tick = at;
    before = seat;
    held[seat] = keys;
  }
  out.number(pauses.length, known.count);
  tick = 0;
  for (const { at, until } of pauses) {
    out.number(at - tick, known.pauses);
    out.number(until - at, known.pauses);
    tick = until;
  }
  out.number(seenLate.length, known.count);
  tick = 0;
  for (const { tick: at, seat, quarterTicks } of seenLate) {
    out.number(at - tick, known.seenTicks);
    out.number(seat, known.seat[0]!);
    out.number(quarterTicks, known.seen);
    tick = at;
  }
  if (computers.length > 0) packComputers(out, known, computers);
  return out.finish();
}

function packComputers(out: Packer, known: Habits, computers: readonly RecordedComputer[]): void {
  out.number(computers.length, known.count);
  for (const { seat, version, seed, looks } of computers) {
    out.number(seat, known.seat[0]!);
    out.number(version, known.count);
    out.number(seed, known.count);
    out.number(looks.length, known.count);
    let tick = 0;
    for (const look of looks) {
      out.number(look.tick - tick, known.looks);
      out.number(look.tick - look.seenTick, known.behind);
      out.number(look.level, known.level);
      tick = look.tick;
    }
  }
}

/** @throws BytesFault */
function unpackLists(bytes: Uint8Array, endTick: number, hasComputers: boolean): Lists {
  const from = new Unpacker(bytes);
  const known = new Habits();
  const most = Math.min(MAX_ENTRIES, bytes.length * MAX_PER_BYTE);
  const count = (): number => {
    const length = from.number(known.count);
    if (length > most) throw new BytesFault("a list is longer than the bytes");
    return length;
  };
  const presses = unpackPresses(from, known, count(), endTick);
  let tick = 0;
  const pauses: Pause[] = Array.from({ length: count() }, () => {
    const at = tick + from.number(known.pauses);
    tick = at + from.number(known.pauses);
    if (tick > endTick) throw new BytesFault("a pause after the end");
    return { at, until: tick };
  });
  tick = 0;
  const seenLate: SeenLate[] = Array.from({ length: count() }, () => {
    tick += from.number(known.seenTicks);
    return { tick, seat: unpackSeat(from, known.seat[0]!), quarterTicks: from.number(known.seen) };
  });
  const computers = hasComputers ? { computers: unpackComputers(from, known, count) } : {};
  from.end();
  return { presses, pauses, seenLate, ...computers };
}

function unpackComputers(from: Unpacker, known: Habits, count: () => number): RecordedComputer[] {
  const length = count();
  if (length > MAX_SEATS) throw new BytesFault("more computers than seats");
  return Array.from({ length }, () => {
    const seat = unpackSeat(from, known.seat[0]!);
    const version = from.number(known.count);
    const seed = from.number(known.count);
    let tick = 0;
    const looks = Array.from({ length: count() }, () => {
      tick += from.number(known.looks);
      const seenTick = tick - from.number(known.behind);
      if (seenTick < 0) throw new BytesFault("a look before the start");
      return { tick, seenTick, level: from.number(known.level) };
    });
    return { seat, version, seed, looks };
  });
}

function unpackPresses(from: Unpacker, known: Habits, length: number, endTick: number): RecordedPress[] {
  const held = Array.from({ length: MAX_SEATS }, () => 0);
  let tick = 0;
  let before = 0;
  return Array.from({ length }, () => {
    tick += from.number(known.ticks);
    if (tick > endTick) throw new BytesFault("a press after the end");
    const seat = unpackSeat(from, known.seat[before]!);
    const keys = from.number(known.keys[held[seat]!]!);
    if (keys > ALL_KEYS) throw new BytesFault("a press of unknown keys");
    before = seat;
    held[seat] = keys;
    return { tick, seat, keys, lateMs: from.signed(known.late[seat]!) };
  });
}

function unpackSeat(from: Unpacker, habit: Habit): number {
  const seat = from.number(habit);
  if (seat >= MAX_SEATS) throw new BytesFault("a press of an unknown seat");
  return seat;
}
