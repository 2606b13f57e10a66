// What the server knows of a line by its pings.

import assert from "node:assert/strict";
import { Pings } from "../../../rooms/match/pings.ts";

/** So many pings, each answered after `ms`; returns the time then. */
function play(pings: Pings, count: number, ms: number, fromMs = 0): number {
  let nowMs = fromMs;
  for (let sent = 0; sent < count; nowMs += 1000) {
    const id = pings.take(nowMs, null, true)!;
    sent++;
    pings.answer(id, nowMs + ms);
  }
  return nowMs;
}

describe("pings", () => {
  it("come with all that is heard at first, then with what is picked, or after a second and a half without one", () => {
    const pings = new Pings();
    const taken = Array.from({ length: 200 }, (_, at) => pings.take(at * 25, null, false)).filter((id) => id !== null);
    assert.equal(taken.length, 24 + 2);
    assert.equal(new Set(taken).size, taken.length);
    assert.notEqual(pings.take(5000, null, true), null);
    assert.equal(pings.take(5000, null, false), null);
  });

  it("are compared with what was claimed at the same times, not with what is claimed since", () => {
    const pings = new Pings();
    let nowMs = 0;
    assert.equal(pings.downMs, null);
    const answer = (roundTripMs: number, claimedMs: number | null): void => {
      pings.answer(pings.take((nowMs += 1000), claimedMs, true)!, nowMs + roundTripMs);
    };
    // A queue on the way up comes and goes.
    for (let at = 0; at < 30; at++) answer(400, 380);
    for (let at = 0; at < 30; at++) answer(40, 20);
    assert.equal(pings.downMs, 20);
    for (let at = 0; at < 30; at++) answer(40, null);
    assert.equal(pings.downMs, 20);
    // Stamped 100 ms back.
    for (let at = 0; at < 128; at++) answer(40, 120);
    assert.equal(pings.downMs, -80);
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
    assert.notEqual(pings.take(nowMs, null, true), null);
    assert.equal(pings.waitingMs(nowMs + 150), 150);
    assert.equal(pings.longestMs, 20, "that is no measure of the line");
  });

  it("may be answered by the newest alone, and answers to none of them count for nothing", () => {
    const pings = new Pings();
    const [first, second] = [pings.take(0, null, true), pings.take(10, null, true)];
    pings.answer(second!, 60);
    pings.answer(first!, 500);
    pings.answer(77, 500);
    assert.equal(pings.count, 1);
    assert.deepEqual([pings.longestMs, pings.waitingMs(500)], [50, 0]);
  });

  it("leave out what the server itself stood still", () => {
    const pings = new Pings();
    const id = pings.take(0, null, true)!;
    pings.excuse(400);
    pings.answer(id, 430);
    assert.equal(pings.longestMs, 30);
  });
});
