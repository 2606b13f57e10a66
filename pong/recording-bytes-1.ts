// The lists of a recording as layout 1 had them, each entry a few varints. Nothing writes them any more.

import { type ByteReader, BytesFault } from "./bytes.ts";
import { ALL_KEYS } from "./keys.ts";
import type { Pause, RecordedPress, Recording, SeenLate } from "./recording.ts";

/** Two bits of a press. */
const MAX_SEATS = 4;
const MAX_ENTRIES = 1_000_000;

/** @throws BytesFault when the bytes are no lists of layout 1 */
export function readLists1(from: ByteReader, endTick: number): Pick<Recording, "presses" | "pauses" | "seenLate"> {
  const presses = readPresses(from, endTick);
  const pauses = readPauses(from, endTick);
  const seenLate = readSeenLate(from);
  from.end();
  return { presses, pauses, seenLate };
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
