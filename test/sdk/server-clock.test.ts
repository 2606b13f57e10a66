// Room time on this side of a line: how near it comes, that it never jumps or runs back, and that a sleep does not break it.

import assert from "node:assert/strict";
import { draw } from "../../pong/random.ts";
import { low16 } from "../../schema/timing.ts";
import { SYNC_SAMPLES, ServerClock } from "../../sdk/server-clock.ts";

const AHEAD_MS = 98_765.4;

/** A server that answers at once, over a connection with these delays. */
class Echo {
  readonly clock = new ServerClock();
  localMs = 5000;
  #random = 3;
  readonly #oneWayMs: number;
  readonly #jitterMs: number;
  aheadMs = AHEAD_MS;

  constructor(oneWayMs: number, jitterMs: number) {
    this.#oneWayMs = oneWayMs;
    this.#jitterMs = jitterMs;
  }

  #delay(): number {
    const drawn = draw(this.#random);
    this.#random = drawn.state;
    return this.#oneWayMs + this.#jitterMs * (drawn.value * 2 - 1);
  }

  roundTrip(): void {
    const up = this.clock.stamp(this.localMs);
    const serverMs = this.localMs + this.#delay() + this.aheadMs;
    this.localMs = serverMs - this.aheadMs + this.#delay();
    this.clock.hear({ sent: low16(serverMs), heard: up, held: 0 }, this.localMs);
  }

  get errorMs(): number {
    const off = this.clock.now(this.localMs) - (this.localMs + this.aheadMs);
    return off - Math.round(off / 65_536) * 65_536;
  }
}

describe("the server's clock", () => {
  it("is known within 2 ms on a line without jitter, from the first round trips", () => {
    const echo = new Echo(40, 0);
    for (let i = 0; i < SYNC_SAMPLES; i++) echo.roundTrip();
    assert.ok(echo.clock.isSynced);
    assert.ok(Math.abs(echo.errorMs) <= 2, `${echo.errorMs} ms`);
    assert.ok(Math.abs(echo.clock.roundTripMs - 80) <= 1);
  });

  it("comes within 5 ms on a line that jitters by 30 ms", () => {
    const echo = new Echo(125, 30);
    for (let i = 0; i < 100; i++) echo.roundTrip();
    assert.ok(Math.abs(echo.errorMs) <= 5, `${echo.errorMs} ms`);
  });

  it("never runs backwards and never faster than by 2 %", () => {
    const echo = new Echo(60, 30);
    for (let i = 0; i < SYNC_SAMPLES; i++) echo.roundTrip();
    let last = echo.clock.now(echo.localMs);
    let lastLocal = echo.localMs;
    for (let i = 0; i < 60; i++) {
      echo.roundTrip();
      for (; lastLocal < echo.localMs;) {
        lastLocal = Math.min(echo.localMs, lastLocal + 7);
        const now = echo.clock.now(lastLocal);
        assert.ok(now >= last, "ran backwards");
        assert.ok(now - last <= 7 * 1.021 + 1e-9, "jumped");
        last = now;
      }
    }
  });

  it("learns the whole time from a keyframe", () => {
    const echo = new Echo(10, 0);
    for (let i = 0; i < SYNC_SAMPLES; i++) echo.roundTrip();
    echo.clock.anchor(echo.localMs + AHEAD_MS, echo.localMs);
    assert.ok(Math.abs(echo.clock.now(echo.localMs) - echo.localMs - AHEAD_MS) <= 2);
  });

  it("starts anew after this machine has slept", () => {
    const echo = new Echo(20, 0);
    for (let i = 0; i < 20; i++) echo.roundTrip();
    echo.aheadMs += 20_000;
    for (let i = 0; i < 20; i++) echo.roundTrip();
    assert.ok(Math.abs(echo.errorMs) <= 2, `${echo.errorMs} ms`);
  });
});
