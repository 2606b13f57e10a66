// What the server knows of a line by its pings.

import assert from "node:assert/strict";
import { Pings } from "../../../rooms/match/pings.ts";

/** So many pings, each answered after `ms`; returns the time then. */
function play(pings: Pings, count: number, ms: number, fromMs = 0): number {
  let nowMs = fromMs;
  for (let id = 0; id < count; id++, nowMs += 1000) {
    pings.send(id, nowMs);
    pings.answer(id, nowMs + ms);
  }
  return nowMs;
}

describe("pings", () => {
  it("are due with all that is heard at first, then after two seconds without one", () => {
    const pings = new Pings();
    const sent: number[] = [];
    for (let nowMs = 0; nowMs < 5000; nowMs += 25) {
      if (!pings.isDue(nowMs)) continue;
      pings.send(nowMs, nowMs);
      pings.answer(nowMs, nowMs + 10);
      sent.push(nowMs);
    }
    assert.equal(sent.length, 24 + 2);
  });

  it("tell the usual round trip and the longest", () => {
    const pings = new Pings();
    const nowMs = play(pings, 40, 80);
    play(pings, 1, 300, nowMs);
    assert.equal(pings.usualMs, 80);
    assert.equal(pings.mostlyMs, 80);
    assert.equal(pings.longestMs, 300);
  });

  it("count while they are not answered: a line may be stalled right now", () => {
    const pings = new Pings();
    const nowMs = play(pings, 30, 20);
    pings.send(99, nowMs);
    assert.equal(pings.waitingMs(nowMs + 150), 150);
    assert.equal(pings.longestMs, 20, "that is no measure of the line");
  });

  it("say nothing of the line when nobody answers them at all", () => {
    const pings = new Pings();
    let nowMs = play(pings, 30, 20);
    for (let id = 100; id < 105; id++) pings.send(id, (nowMs += 1000));
    assert.equal(pings.waitingMs(nowMs + 500), 0);
    pings.answer(104, nowMs + 510);
    pings.send(105, (nowMs += 1000));
    assert.equal(pings.waitingMs(nowMs + 150), 150, "heard again");
  });

  it("may be answered by the newest alone, and answers to none of them count for nothing", () => {
    const pings = new Pings();
    pings.send(7, 0);
    pings.send(3, 10);
    pings.answer(3, 60);
    pings.answer(7, 500);
    pings.answer(77, 500);
    assert.equal(pings.count, 1);
    assert.deepEqual([pings.longestMs, pings.waitingMs(500)], [50, 0]);
  });

  it("leave out what the server itself stood still", () => {
    const pings = new Pings();
    pings.send(1, 0);
    pings.excuse(400);
    pings.answer(1, 430);
    assert.equal(pings.longestMs, 30);
  });
});
