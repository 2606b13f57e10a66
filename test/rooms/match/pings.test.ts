// What the server knows of a line by its pings.

import assert from "node:assert/strict";
import { Pings } from "../../../rooms/match/pings.ts";

/** So many pings, each answered after `ms`; returns the time then. */
function play(pings: Pings, count: number, ms: number, fromMs = 0): number {
  let nowMs = fromMs;
  for (let sent = 0; sent < count; nowMs += 1000) {
    const id = pings.take(nowMs, null);
    sent++;
    pings.answer(id, nowMs + ms);
  }
  return nowMs;
}

describe("pings", () => {
  it("are due with all that is heard at first, then after two seconds without one", () => {
    const pings = new Pings();
    const taken: number[] = [];
    for (let nowMs = 0; nowMs < 5000; nowMs += 25) if (pings.isDue(nowMs)) taken.push(pings.take(nowMs, null));
    assert.equal(taken.length, 24 + 2);
    assert.equal(new Set(taken).size, taken.length);
  });

  describe("that go with picked presses", () => {
    let pings: Pings;
    let nowMs: number;
    beforeEach(() => {
      pings = new Pings();
      nowMs = 0;
    });

    function answer(roundTripMs: number, claimedMs: number | null, times: number): void {
      for (let at = 0; at < times; at++) pings.answer(pings.take((nowMs += 2000), claimedMs), nowMs + roundTripMs);
    }

    it("are compared with what was claimed at the same times, not with what is claimed since", () => {
      assert.equal(pings.mostDownMs, null);
      answer(40, 20, 30);
      const steady = pings.mostDownMs!;
      assert.ok(steady >= 20 && steady <= 25, `${steady} ms`);
      // A queue on the way up comes and goes; the others are not picked.
      answer(400, 380, 30);
      answer(40, 20, 30);
      answer(40, null, 30);
      assert.ok(pings.mostDownMs! >= 20);
    });

    it("leave nothing for the way down to who stamps a fifth of their presses back, or more", () => {
      for (const truly of [0, 1, 2, 3]) {
        for (let at = 0; at < 30; at++) {
          answer(40, 20, truly);
          answer(40, 120, 1);
        }
        assert.ok(pings.mostDownMs! <= -75, `${pings.mostDownMs} ms`);
      }
    });

    it("leave as much room as the line varies", () => {
      for (let at = 0; at < 12; at++) {
        answer(40, 20, 9);
        answer(140, 20, 1);
      }
      assert.ok(pings.mostDownMs! >= 120, "some ways down are that long");
    });
  });

  it("tell the usual round trip and the longest", () => {
    const pings = new Pings();
    const nowMs = play(pings, 40, 80);
    play(pings, 1, 300, nowMs);
    assert.equal(pings.usualMs, 80);
    assert.equal(pings.longestMs, 300);
  });

  it("count while they are not answered: a line may be stalled right now", () => {
    const pings = new Pings();
    const nowMs = play(pings, 30, 20);
    pings.take(nowMs, null);
    assert.equal(pings.waitingMs(nowMs + 150), 150);
    assert.equal(pings.longestMs, 20, "that is no measure of the line");
  });

  it("may be answered by the newest alone, and answers to none of them count for nothing", () => {
    const pings = new Pings();
    const [first, second] = [pings.take(0, null), pings.take(10, null)];
    pings.answer(second, 60);
    pings.answer(first, 500);
    pings.answer(77, 500);
    assert.equal(pings.count, 1);
    assert.deepEqual([pings.longestMs, pings.waitingMs(500)], [50, 0]);
  });

  it("leave out what the server itself stood still", () => {
    const pings = new Pings();
    const id = pings.take(0, null);
    pings.excuse(400);
    pings.answer(id, 430);
    assert.equal(pings.longestMs, 30);
  });
});
