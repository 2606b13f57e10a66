// When a player's connection counts as silent.

import assert from "node:assert/strict";
import { ConnectionStats } from "../../../rooms/match/connection-stats.ts";
import { MS_PER_TICK, SILENCE_MS, low16 } from "../../../schema/timing.ts";

describe("a line", () => {
  it("is not taken for a late one by what is stamped, also where no ping is answered", () => {
    const line = new ConnectionStats(0);
    for (let nowMs = 0; nowMs < 60_000; nowMs += 500) {
      if (line.pings.isDue(nowMs)) line.pings.send(nowMs, nowMs);
      const sent = low16(nowMs - 450);
      line.hear({ sent, synced: true, answer: false, seenLate: 0, downMs: 0, own: 0, keys: 0, tick: null }, nowMs, 0);
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

  describe("whose page says how long its way down is", () => {
    const SAID_MS = 510;
    let line: ConnectionStats;
    let nowMs: number;
    let keys: number;
    beforeEach(() => {
      line = new ConnectionStats(0);
      nowMs = 60_000;
      keys = 0;
      for (let id = 0; id < 40; id++) {
        line.pings.send(id, nowMs);
        line.pings.answer(id, nowMs + 40);
        nowMs += 50;
      }
    });

    /** A press that comes now, made so long ago by its stamps. */
    function press(sentAgoMs: number, tickAgoMs: number, changes = true): void {
      nowMs += 100;
      if (changes) keys = 1 - keys;
      const tick = Math.round((nowMs - tickAgoMs) / MS_PER_TICK);
      const stamps = { sent: low16(nowMs - sentAgoMs), tick };
      line.hear({ ...stamps, synced: true, answer: false, seenLate: 0, downMs: SAID_MS, own: 0, keys }, nowMs, 0);
    }

    it("is believed what the round trips leave beside the lateness of its presses", () => {
      for (let at = 0; at < 40; at++) press(20, 20);
      const { upMs, downMs } = line.facts;
      assert.equal(upMs, 20);
      assert.ok(downMs >= 20 && downMs <= 40, `${downMs} ms`);
    });

    it("is believed less by as much as it stamps presses back, one in ten at least", () => {
      for (const truly of [0, 1, 4, 9]) {
        for (let at = 0; at < 40; at++) {
          for (let again = 0; again < truly; again++) press(20, 20);
          press(20, 120);
        }
        assert.ok(line.facts.downMs <= -60, `${line.facts.downMs} ms with ${truly} true ones between`);
      }
    });

    it("gains nothing by presses of the future, or such as change nothing", () => {
      for (let at = 0; at < 60; at++) {
        press(20, 120);
        press(-20_000, -16_000, false);
      }
      assert.ok(line.facts.downMs <= -60, `${line.facts.downMs} ms`);
      for (let at = 0; at < 60; at++) press(-20_000, -16_000);
      assert.ok(line.facts.downMs <= 50, `${line.facts.downMs} ms`);
    });
  });
});
