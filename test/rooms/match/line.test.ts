// When a player's line counts as silent.

import assert from "node:assert/strict";
import { Line } from "../../../rooms/match/line.ts";
import { SILENCE_MS } from "../../../schema/timing.ts";

/** As often as the ticker looks. */
const LOOK_EVERY_MS = 66;

describe("a line", () => {
  /** Looks until then. @returns whether it is silent then */
  function silentAt(line: Line, fromMs: number, untilMs: number): boolean {
    for (let now = fromMs; now < untilMs; now += LOOK_EVERY_MS) line.look(now);
    line.look(untilMs);
    return line.isSilent(untilMs);
  }

  it("is silent when nothing came for long enough, and no sooner", () => {
    const line = new Line(0);
    assert.equal(silentAt(line, 0, SILENCE_MS), false);
    assert.equal(silentAt(line, SILENCE_MS, SILENCE_MS + 1), true);
  });

  it("is not silent because the server stood still", () => {
    const line = new Line(0);
    assert.equal(silentAt(line, 0, 1000), false);
    // Four seconds without a look: what was sent meanwhile has not been read yet.
    assert.equal(silentAt(line, 5000, 5000), false);
    assert.equal(silentAt(line, 5000, 5000 + SILENCE_MS - 1000), false);
    assert.equal(silentAt(line, 5000 + SILENCE_MS - 1000, 5000 + SILENCE_MS), true);
  });
});
