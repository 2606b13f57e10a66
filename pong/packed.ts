// Numbers packed to nearly their entropy: a range coder whose probabilities adapt to what has been before (as in LZMA). What is
// usual costs less than a bit, so a recording needs no other compression. Writer and reader go the same way step by step.

import { BytesFault } from "./bytes.ts";

const CHANCE_BITS = 11;
const EVEN = 1 << (CHANCE_BITS - 1);
/** The lower, the faster chances follow. */
const LEARNING = 4;
const TOP = 0x1000000;
/** Numbers have up to 32 bits; their length comes first, in six. */
const LENGTH_BITS = 6;
/** The highest bits of a number after its first are learnt too; those below are as good as chance. */
const LEARNT_BITS = 7;

/** What is known of one kind of number so far: one for each kind, in the same order on both sides. */
export class Habit {
  readonly lengths = new Uint16Array(1 << LENGTH_BITS).fill(EVEN);
  /** By length, each a tree. */
  readonly bits: Uint16Array[] = [];

  bitsOf(length: number): Uint16Array {
    return (this.bits[length] ??= new Uint16Array(1 << LEARNT_BITS).fill(EVEN));
  }
}

/** How many binary digits a number has; 0 of 0. */
function lengthOf(value: number): number {
  let length = 0;
  for (let rest = value; rest > 0; rest >>>= 1) length++;
  return length;
}

export class Packer {
  readonly #out: number[] = [];
  /** Up to 33 bits: a carry sits on top. */
  #low = 0;
  #range = 0xffffffff;
  #cache = 0;
  #waiting = 1;

  /** Whole numbers from 0 to 2^32 - 1. */
  number(value: number, habit: Habit): void {
    const length = lengthOf(value);
    this.#tree(length, LENGTH_BITS, habit.lengths);
    if (length < 2) return;
    const below = length - 1;
    const learnt = Math.min(below, LEARNT_BITS);
    const rest = below - learnt;
    this.#tree((value >>> rest) & ((1 << learnt) - 1), learnt, habit.bitsOf(length));
    for (let at = rest - 1; at >= 0; at--) this.#evenBit((value >>> at) & 1);
  }

  /** Whole numbers from -2^31 to 2^31 - 1. */
  signed(value: number, habit: Habit): void {
    this.number(((value << 1) ^ (value >> 31)) >>> 0, habit);
  }

  finish(): Uint8Array<ArrayBuffer> {
    for (let i = 0; i < 5; i++) this.#shift();
    // The first byte is always 0.
    return new Uint8Array(this.#out.slice(1));
  }

  #tree(value: number, bits: number, chances: Uint16Array): void {
    let node = 1;
    for (let at = bits - 1; at >= 0; at--) {
      const bit = (value >>> at) & 1;
      this.#bit(bit, chances, node);
      node = (node << 1) | bit;
    }
  }

  #bit(bit: number, chances: Uint16Array, at: number): void {
    const chance = chances[at]!;
    const bound = (this.#range >>> CHANCE_BITS) * chance;
    if (bit === 0) {
      this.#range = bound;
      chances[at] = chance + (((1 << CHANCE_BITS) - chance) >> LEARNING);
    } else {
      this.#low += bound;
      this.#range -= bound;
      chances[at] = chance - (chance >> LEARNING);
    }
    this.#level();
  }

  #evenBit(bit: number): void {
    this.#range >>>= 1;
    if (bit === 1) this.#low += this.#range;
    this.#level();
  }

  #level(): void {
    while (this.#range < TOP) {
      this.#range = (this.#range << 8) >>> 0;
      this.#shift();
    }
  }

  /** Puts out the highest byte of `low`, once it is certain that no carry comes into it any more. */
  #shift(): void {
    const hasCarry = this.#low > 0xffffffff;
    const low = this.#low >>> 0;
    if (low < 0xff000000 || hasCarry) {
      for (let byte = this.#cache; this.#waiting > 0; this.#waiting--, byte = 0xff) {
        this.#out.push((byte + (hasCarry ? 1 : 0)) & 0xff);
      }
      this.#cache = low >>> 24;
    }
    this.#waiting++;
    this.#low = (low & 0xffffff) * 256;
  }
}

/** Throws BytesFault at the end of the bytes. */
export class Unpacker {
  readonly #bytes: Uint8Array;
  #at = 0;
  #range = 0xffffffff;
  #code = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let i = 0; i < 4; i++) this.#next();
  }

  number(habit: Habit): number {
    const length = this.#tree(LENGTH_BITS, habit.lengths);
    if (length > 32) throw new BytesFault("a number is too long");
    if (length < 2) return length;
    const below = length - 1;
    const learnt = Math.min(below, LEARNT_BITS);
    let value = (1 << learnt) | this.#tree(learnt, habit.bitsOf(length));
    for (let at = below - learnt; at > 0; at--) value = (value << 1) | this.#evenBit();
    return value >>> 0;
  }

  signed(habit: Habit): number {
    const value = this.number(habit);
    return (value >>> 1) ^ -(value & 1);
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** @throws BytesFault when something is left over */
  end(): void {
    if (this.left > 0) throw new BytesFault("there are more bytes than expected");
  }

  #tree(bits: number, chances: Uint16Array): number {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | this.#bit(chances, node);
    return node - (1 << bits);
  }

  #bit(chances: Uint16Array, at: number): number {
    const chance = chances[at]!;
    const bound = (this.#range >>> CHANCE_BITS) * chance;
    const bit = this.#code < bound ? 0 : 1;
    if (bit === 0) {
      this.#range = bound;
      chances[at] = chance + (((1 << CHANCE_BITS) - chance) >> LEARNING);
    } else {
      this.#code -= bound;
      this.#range -= bound;
      chances[at] = chance - (chance >> LEARNING);
    }
    this.#level();
    return bit;
  }

  #evenBit(): number {
    this.#range >>>= 1;
    const bit = this.#code >= this.#range ? 1 : 0;
    if (bit === 1) this.#code -= this.#range;
    this.#level();
    return bit;
  }

  #level(): void {
    while (this.#range < TOP) {
      this.#range = (this.#range << 8) >>> 0;
      this.#next();
    }
  }

  #next(): void {
    if (this.#at >= this.#bytes.length) throw new BytesFault("the bytes end too early");
    this.#code = ((this.#code << 8) | this.#bytes[this.#at++]!) >>> 0;
  }
}
