// What is packed comes out again, whatever it is, and costs little where it repeats.

import assert from "node:assert/strict";
import fc from "fast-check";
import { BytesFault } from "../../pong/bytes.ts";
import { Habit, Packer, Unpacker } from "../../pong/packed.ts";

function pack(numbers: readonly number[]): Uint8Array {
  const out = new Packer();
  const habit = new Habit();
  for (const number of numbers) out.number(number, habit);
  return out.finish();
}

describe("packed numbers", () => {
  const numbers = fc.array(fc.oneof(fc.nat({ max: 0xffffffff }), fc.nat({ max: 5 }), fc.constant(0xffffffff)));

  it("come out as they went in, and then the bytes are at their end", () => {
    fc.assert(
      fc.property(numbers, (all) => {
        const bytes = pack(all);
        const from = new Unpacker(bytes);
        const habit = new Habit();
        assert.deepEqual(
          all.map(() => from.number(habit)),
          all,
        );
        from.end();
      }),
    );
  });

  it("come out with their signs", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (all) => {
        const out = new Packer();
        const habit = new Habit();
        for (const number of all) out.signed(number, habit);
        const from = new Unpacker(out.finish());
        const known = new Habit();
        assert.deepEqual(
          all.map(() => from.signed(known)),
          all,
        );
      }),
    );
  });

  it("carry through a long row of full bytes", () => {
    for (let seed = 0; seed < 40; seed++) {
      const all = Array.from({ length: 400 }, (_, at) => (at % 7 === seed % 7 ? 0xffffffff - seed : 0x80000000 + at));
      const from = new Unpacker(pack(all));
      const habit = new Habit();
      for (const number of all) assert.equal(from.number(habit), number);
    }
  });

  it("cost next to nothing where they repeat", () => {
    assert.ok(pack(Array.from({ length: 4000 }, () => 6)).length < 200);
  });

  it("are refused when they are cut short", () => {
    const bytes = pack([1, 2, 3000, 4]);
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => {
        const from = new Unpacker(bytes.subarray(0, length));
        const habit = new Habit();
        for (let i = 0; i < 4; i++) from.number(habit);
      }, BytesFault);
    }
  });
});
