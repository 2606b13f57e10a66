// What counts as the usual worst delay of a line, and what as a stall.

import assert from "node:assert/strict";
import fc from "fast-check";
import { Delays } from "../../schema/delays.ts";
import { low16, unwrap16 } from "../../schema/timing.ts";

function delaysOf(values: readonly number[]): Delays {
  const delays = new Delays();
  for (const [at, value] of values.entries()) delays.add(value, at * 100);
  return delays;
}

describe("the delays of a line", () => {
  it("are nothing before the first", () => {
    const delays = new Delays();
    assert.deepEqual([delays.count, delays.worst(), delays.quantile(0.95)], [0, 0, 0]);
  });

  it("have the largest of a jittering line as their worst", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 100, max: 139, noNaN: true }), { minLength: 1, maxLength: 128 }),
        (values) => {
          assert.equal(delaysOf(values).worst(), Math.max(...values));
        },
      ),
    );
  });

  it("leave a few stalls out", () => {
    const values = Array.from({ length: 100 }, (_, at) => (at % 40 === 39 ? 300 : 100 + (at % 7)));
    assert.equal(delaysOf(values).worst(), 106);
  });

  it("follow a line that has become slower for good", () => {
    const values = [...Array.from({ length: 60 }, () => 50), ...Array.from({ length: 20 }, () => 250)];
    assert.equal(delaysOf(values).worst(), 250);
  });

  it("forget what is long ago", () => {
    const values = [...Array.from({ length: 128 }, () => 250), ...Array.from({ length: 128 }, () => 50)];
    assert.equal(delaysOf(values).worst(), 50);
  });

  it("count a stall once, however much waited behind it", () => {
    const delays = delaysOf(Array.from({ length: 50 }, () => 80));
    for (let behind = 0; behind < 10; behind++) delays.add(300 - behind * 20, 9000 + behind * 0.01);
    assert.equal(delays.worst(), 80);
  });

  it("keep the latest 128 in order, whatever comes", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 40 }), { minLength: 1, maxLength: 400 }), (values) => {
        const delays = delaysOf(values);
        const latest = values.slice(-128).toSorted((a, b) => a - b);
        const shares = latest.map((_, at) => (at + 1) / latest.length);
        assert.deepEqual(
          shares.map((share) => delays.quantile(share)),
          shares.map((share) => latest[Math.ceil(share * latest.length) - 1]),
        );
      }),
    );
  });

  it("give the value that a share of them does not pass", () => {
    assert.equal(delaysOf([4, 1, 3, 2, 5]).quantile(0.6), 3);
    assert.equal(delaysOf([4, 1, 3, 2, 5]).quantile(1), 5);
  });
});

describe("sixteen bits of a time", () => {
  it("give the time back within half a minute", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: -32_000, max: 32_000 }), (ms, off) => {
        assert.equal(unwrap16(low16(ms), ms + off), ms);
      }),
    );
  });

  it("of a time before the beginning are in range, too", () => assert.equal(low16(-1), 65_535));
});
