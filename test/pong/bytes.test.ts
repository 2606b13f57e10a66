// Numbers come back from their bytes exactly, and bytes that don't hold what they should are refused.

import assert from "node:assert/strict";
import fc from "fast-check";
import { ByteReader, ByteWriter, BytesFault } from "../../pong/bytes.ts";
import { CLASSIC } from "../../pong/court.ts";
import { readWorld, writeWorld } from "../../pong/keyframe.ts";
import { type Ball, cloneWorld } from "../../pong/world.ts";
import { playTestMatch } from "../support/recordings.ts";

const byte = fc.integer({ min: 0, max: 255 });
const uint16 = fc.integer({ min: 0, max: 0xffff });
const varint = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 127, 128, 16_383, 16_384, 0x80000000),
);
const signed = fc.oneof(fc.integer(), fc.constantFrom(-64, 63, 64, -0x80000000, 0x7fffffff));

describe("bytes", () => {
  it("give back every number that was written, in order, and then end", () => {
    const numbers = fc.array(fc.tuple(byte, uint16, varint, signed, fc.double()), { maxLength: 30 });
    fc.assert(
      fc.property(numbers, (rows) => {
        const out = new ByteWriter(1);
        for (const [a, b, c, d, e] of rows) out.byte(a).uint16(b).varint(c).signed(d).float64(e);
        const from = new ByteReader(out.finish());
        const back = rows.map(() => [from.byte(), from.uint16(), from.varint(), from.signed(), from.float64()]);
        assert.deepEqual(back, rows);
        assert.equal(from.left, 0);
        from.end();
      }),
    );
  });

  it("read from the middle of a larger buffer", () => {
    const large = new Uint8Array([9, 9, (300 & 127) | 128, 300 >>> 7, 9]);
    const from = new ByteReader(large.subarray(2, 4));
    assert.equal(from.varint(), 300);
    from.end();
  });

  it("take one byte for small numbers of either sign", () => {
    assert.equal(new ByteWriter().varint(127).finish().length, 1);
    assert.equal(new ByteWriter().signed(-64).finish().length, 1);
    assert.equal(new ByteWriter().varint(0xffffffff).finish().length, 5);
  });

  it("are refused when they end early, go on too long, or hold a number beyond 32 bits", () => {
    const reads: ((from: ByteReader) => unknown)[] = [
      (from) => from.byte(),
      (from) => from.uint16(),
      (from) => from.varint(),
      (from) => from.signed(),
      (from) => from.float64(),
    ];
    for (const read of reads) assert.throws(() => read(new ByteReader(new Uint8Array())), BytesFault);
    assert.throws(() => new ByteReader(new Uint8Array([1])).end(), BytesFault);
    assert.throws(() => new ByteReader(new Uint8Array([255, 255, 255, 255, 16])).varint(), BytesFault);
    assert.throws(() => new ByteReader(new Uint8Array([128, 128, 128, 128, 128, 0])).varint(), BytesFault);
  });

  it("are not changed by what is written after they were finished", () => {
    const out = new ByteWriter();
    const first = out.byte(1).finish();
    out.byte(2);
    assert.deepEqual([...first], [1]);
  });
});

describe("a keyframe", () => {
  const { worlds } = playTestMatch({ seed: 8 });

  it("gives back any world of a match to the bit", () => {
    for (const world of worlds.filter((_, i) => i % 37 === 0)) {
      const out = new ByteWriter();
      writeWorld(out, world);
      const from = new ByteReader(out.finish());
      assert.deepEqual(readWorld(from, CLASSIC), world);
      from.end();
    }
  });

  it("is refused when it is cut short, or is not a world of the court", () => {
    const world = worlds[500]!;
    const out = new ByteWriter();
    writeWorld(out, world);
    const whole = out.finish();
    for (let length = 0; length < whole.length; length++) {
      assert.throws(() => readWorld(new ByteReader(whole.subarray(0, length)), CLASSIC), BytesFault);
    }
    const bent = (change: Partial<Ball>) => ({ balls: [{ ...world.balls[0]!, ...change }] });
    const unsound = [
      { phase: 3 as never },
      bent({ server: 2 }),
      bent({ conceded: 2 }),
      bent({ conceded: -2 }),
      bent({ x: NaN }),
      bent({ vx: Infinity }),
      {
        paddles: [
          { y: 0, keys: 4 },
          { y: 0, keys: 0 },
        ],
      },
      {
        paddles: [
          { y: NaN, keys: 0 },
          { y: 0, keys: 0 },
        ],
      },
    ];
    for (const change of unsound) {
      const written = new ByteWriter();
      writeWorld(written, { ...cloneWorld(world), ...change });
      assert.throws(() => readWorld(new ByteReader(written.finish()), CLASSIC), /not a world of this court/);
    }
  });

  it("is refused with a BytesFault and nothing else, or sound, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 60, maxLength: 120 }), (bytes) => {
        try {
          const world = readWorld(new ByteReader(bytes), CLASSIC);
          return world.balls.every((ball) => Number.isFinite(ball.x + ball.y + ball.vx + ball.vy));
        } catch (fault) {
          return fault instanceof BytesFault;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
