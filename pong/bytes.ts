// Numbers to bytes and back: varints for what is small, float64 for what must be exact. Used by keyframes, recordings and
// the match messages.

/** Bytes that don't say what they should: truncated, too long, out of range. */
export class BytesFault extends Error {}

/** For float64 alone. A view on the bytes themselves would make the engine keep them apart from all other objects, at a high cost. */
const float = new Float64Array(1);
const eight = new Uint8Array(float.buffer);
/** Wire and files are little-endian, the first byte the lowest. */
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function turnedRound(index: number): number {
  return isLittleEndian ? index : 7 - index;
}

export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacity = 64) {
    this.#bytes = new Uint8Array(capacity);
  }

  #room(count: number): number {
    const at = this.#length;
    if (at + count > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, at + count));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#length = at + count;
    return at;
  }

  /** 0 to 255. */
  byte(value: number): this {
    const at = this.#room(1);
    this.#bytes[at] = value;
    return this;
  }

  /** 0 to 65,535. */
  uint16(value: number): this {
    const at = this.#room(2);
    this.#bytes[at] = value;
    this.#bytes[at + 1] = value >> 8;
    return this;
  }

  /** Whole numbers from 0 to 2^32 - 1, seven bits a byte, low ones first. */
  varint(value: number): this {
    let rest = value >>> 0;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    return this.byte(rest);
  }

  /** Whole numbers from -2^31 to 2^31 - 1, the small ones short (zigzag). */
  signed(value: number): this {
    return this.varint((value << 1) ^ (value >> 31));
  }

  float64(value: number): this {
    const at = this.#room(8);
    float[0] = value;
    for (let i = 0; i < 8; i++) this.#bytes[at + i] = eight[turnedRound(i)]!;
    return this;
  }

  /** What has been written, as a copy of its own. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Every method throws BytesFault at the end of the bytes. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  #take(count: number): number {
    const at = this.#at;
    if (at + count > this.#bytes.length) throw new BytesFault("the bytes end too early");
    this.#at = at + count;
    return at;
  }

  byte(): number {
    return this.#bytes[this.#take(1)]!;
  }

  uint16(): number {
    const at = this.#take(2);
    return this.#bytes[at]! | (this.#bytes[at + 1]! << 8);
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) {
        if (shift === 28 && byte > 15) break;
        return value >>> 0;
      }
    }
    throw new BytesFault("a number is too long");
  }

  signed(): number {
    const value = this.varint();
    return (value >>> 1) ^ -(value & 1);
  }

  float64(): number {
    const at = this.#take(8);
    for (let i = 0; i < 8; i++) eight[turnedRound(i)] = this.#bytes[at + i]!;
    return float[0]!;
  }

  /** How many bytes are left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** @throws BytesFault when something is left over */
  end(): void {
    if (this.left > 0) throw new BytesFault("there are more bytes than expected");
  }
}
