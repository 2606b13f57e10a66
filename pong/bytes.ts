// Numbers to bytes and back: varints for what is small, float64 for what must be exact. Used by keyframes, recordings and
// the match messages.

/** Bytes that don't say what they should: truncated, too long, out of range. */
export class BytesFault extends Error {}

export class ByteWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;

  constructor(capacity = 64) {
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  #room(count: number): number {
    const at = this.#length;
    if (at + count > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, at + count));
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
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
    this.#view.setUint16(at, value, true);
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
    this.#view.setFloat64(at, value, true);
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
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
    return this.#view.getUint16(this.#take(2), true);
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
    return this.#view.getFloat64(this.#take(8), true);
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
