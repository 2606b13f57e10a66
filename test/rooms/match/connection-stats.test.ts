// When a player's connection counts as silent.

import assert from "node:assert/strict";
import { ConnectionStats } from "../../../rooms/match/connection-stats.ts";
import { SILENCE_MS } from "../../../schema/timing.ts";

describe("a line", () => {
  it("is silent when nothing came for long enough, and no sooner", () => {
    const line = new ConnectionStats(0);
    assert.equal(line.silentAfterMs, SILENCE_MS);
    assert.equal(line.isSilent(SILENCE_MS), false);
    assert.equal(line.isSilent(SILENCE_MS + 1), true);
  });

  it("is not silent because the server stood still", () => {
    const line = new ConnectionStats(0);
    // What was sent in those four seconds has not been read yet.
    line.excuse(4000);
    assert.equal(line.isSilent(5000), false);
    assert.equal(line.isSilent(4000 + SILENCE_MS), false);
    assert.equal(line.isSilent(4001 + SILENCE_MS), true);
  });
});
