// When a player's connection counts as silent.

import assert from "node:assert/strict";
import { ConnectionStats } from "../../../rooms/match/connection-stats.ts";
import { SILENCE_MS, low16 } from "../../../schema/timing.ts";

describe("a line", () => {
  it("is not taken for a late one by what is stamped, also where no ping is answered", () => {
    const line = new ConnectionStats(0);
    for (let nowMs = 0; nowMs < 60_000; nowMs += 500) {
      line.takePing(nowMs);
      const sent = low16(nowMs - 450);
      line.hear({ sent, synced: true, answer: false, seenLate: 0, downMs: 0, own: 0, keys: 0, tick: null }, nowMs);
    }
    assert.equal(line.uplinkDelayMs, 0);
  });

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
