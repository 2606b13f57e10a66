// Cooldowns for declined and missed matches.

import assert from "node:assert/strict";
import { nextCooldown, secondsLeft } from "../../ranking/cooldowns.ts";

describe("a pause", () => {
  it("grows each time, and is forgotten hour by hour", () => {
    let record = nextCooldown(null, 0);
    const given = [secondsLeft(record, 0)];
    for (let more = 0; more < 4; more++) {
      record = nextCooldown(record, record.untilMs);
      given.push(secondsLeft(record, record.givenMs));
    }
    assert.deepEqual(given, [10, 60, 300, 900, 900]);
    assert.equal(secondsLeft(nextCooldown(record, record.givenMs + 5 * 3_600_000), record.givenMs + 5 * 3_600_000), 10);
    assert.equal(secondsLeft(record, record.untilMs), 0);
    assert.equal(secondsLeft(null, 5), 0);
  });
});
