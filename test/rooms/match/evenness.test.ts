// Two players are shown each other equally late, whatever their lines do and whatever they say of them.

import assert from "node:assert/strict";
import fc from "fast-check";
import { HeldRelays } from "../../../rooms/match/held-relays.ts";
import { type LineFacts, evenOut, nextHeldMs } from "../../../rooms/match/evenness.ts";
import { MS_PER_TICK } from "../../../schema/timing.ts";

/** Measured to the ms, and what is spared beyond it. */
const NEARLY_MS = 3;

function honest(upMs: number, downMs: number): LineFacts {
  return { upMs, downMs };
}

/** How late each is shown the other, as they see it: from when they claim to act. */
function seenLate(lines: readonly [LineFacts, LineFacts]): readonly [number, number] {
  const goes = evenOut(lines);
  return [0, 1].map((at) => goes[at]!.lateMs + lines[at]!.downMs) as [number, number];
}

describe("two lines", () => {
  it("that are alike hold nothing back", () => {
    for (const { heldMs } of evenOut([honest(40, 40), honest(40, 40)])) assert.equal(heldMs, 0);
    for (const { heldMs } of evenOut([honest(20, 20), honest(125, 125)])) assert.equal(heldMs, 0);
  });

  it("of which one jitters on its way up are made even by holding back the other's presses", () => {
    const [toJittering, toClean] = evenOut([honest(160, 10), honest(10, 10)]);
    assert.deepEqual([toJittering.heldMs, toClean.heldMs], [160, 0]);
  });

  it("are even for both, on any honest lines", () => {
    const ms = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(ms, ms, ms, ms, (up, down, otherUp, otherDown) => {
        const [one, other] = seenLate([honest(up, down), honest(otherUp, otherDown)]);
        assert.ok(Math.abs(one - other) <= NEARLY_MS, `${one} and ${other} ms`);
      }),
    );
  });

  it("are even as seen from where a liar claims to be, and the other waits no longer than their round trip", () => {
    const ms = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(ms, ms, fc.integer({ min: 0, max: 100 }), (oneWay, otherWay, beyond) => {
        const roundTripMs = 2 * oneWay;
        // As late as the window allows, and said to be so in all that is sent.
        const liar = { upMs: roundTripMs, downMs: roundTripMs - (roundTripMs + beyond) };
        const lines = [liar, honest(otherWay, otherWay)] as const;
        const [one, other] = seenLate(lines);
        assert.ok(one >= other - NEARLY_MS, `the liar sees after ${one} ms, the other after ${other} ms`);
        assert.ok(other <= roundTripMs + otherWay + otherWay + NEARLY_MS);
      }),
    );
  });
});

describe("what is held back", () => {
  it("grows no faster than a picture can follow, and shrinks at once", () => {
    const letting = { lateMs: 160, heldMs: 160, upMs: 10 };
    let held = 0;
    for (let beats = 0; beats < 8; beats++) {
      const next = nextHeldMs(held, letting, 500);
      assert.ok(next - Math.max(held, 10) <= 20 + 1e-9);
      held = next;
    }
    assert.equal(held, 160);
    assert.equal(nextHeldMs(held, { ...letting, heldMs: 0 }, 500), 0);
  });

  it("goes in the order it came, when it is old enough", () => {
    const relays = new HeldRelays();
    const press = (tick: number) => ({ tick, seat: 0, keys: 1 });
    const [first, second, third] = [press(60), press(60), press(66)];
    assert.ok(relays.hold(first, 100, 1000));
    assert.ok(relays.hold(second, 0, 1010), "after one that waits, though it need not");
    assert.ok(relays.hold(third, 100, 1050));
    assert.equal(relays.dueMs, 60 * MS_PER_TICK + 100);
    assert.equal(relays.oldestTick, 60);
    assert.equal(relays.takeDue(1099), null);
    assert.deepEqual([relays.takeDue(1100), relays.takeDue(1100), relays.takeDue(1100)], [first, second, null]);
    assert.equal(relays.takeDue(1200), third);
    assert.equal(relays.dueMs, Infinity);
  });

  it("is nothing where nothing need wait, also of presses that come ahead of time", () => {
    const relays = new HeldRelays();
    assert.equal(relays.hold({ tick: 600, seat: 1, keys: 1 }, 0, 1000), false);
    assert.equal(relays.hold({ tick: 53, seat: 1, keys: 1 }, 100, 1000), false);
  });
});
