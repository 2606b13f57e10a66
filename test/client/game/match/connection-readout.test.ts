// What a page tells of its line: medians, stalls counted once each, reconnections but not the first connection.

import assert from "node:assert/strict";
import { ConnectionReadout, type ConnectionView } from "../../../../client/game/match/connection-readout.ts";

const NONE = { corrections: 0, divergences: 0 };
const look: ConnectionView = { roundTripMs: 40, otherLateMs: 50, silentMs: 0, playing: true, live: true };

describe("stats of a connection", () => {
  it("know nothing before anything was measured", () => {
    const figures = new ConnectionReadout();
    figures.add({ ...look, roundTripMs: 0, playing: false });
    const { roundTripMs, swingMs, otherLateMs } = figures.report(NONE);
    assert.deepEqual([roundTripMs, swingMs, otherLateMs], [null, null, null]);
  });

  it("are medians, and a swing that sees the worst few", () => {
    const figures = new ConnectionReadout();
    for (let at = 0; at < 100; at++) figures.add({ ...look, roundTripMs: at < 90 ? 40 : 100 });
    assert.equal(figures.report(NONE).roundTripMs, 40);
    assert.equal(figures.swingMs, 60);
    assert.equal(figures.report(NONE).otherLateMs, 50);
  });

  it("count each stall once, and only while playing", () => {
    const figures = new ConnectionReadout();
    for (const silentMs of [0, 250, 500, 750, 0, 400, 0]) figures.add({ ...look, silentMs });
    for (const silentMs of [400, 0]) figures.add({ ...look, silentMs, playing: false });
    assert.equal(figures.report(NONE).stalls, 2);
  });

  it("count reconnections, not the first connection", () => {
    const figures = new ConnectionReadout();
    for (const live of [false, true, true, false, true, false, true]) figures.add({ ...look, live });
    assert.equal(figures.report(NONE).reconnections, 2);
  });

  it("stay within what the server takes", () => {
    const figures = new ConnectionReadout();
    figures.add({ ...look, roundTripMs: 1e9 });
    assert.deepEqual(
      [figures.report(NONE).roundTripMs, figures.report({ ...NONE, corrections: 1e6 }).corrections],
      [60_000, 10_000],
    );
  });
});
