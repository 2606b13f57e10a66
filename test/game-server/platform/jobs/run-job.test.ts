// Waits grow, and end somewhere.

import assert from "node:assert/strict";
import { MAX_ATTEMPTS, waitAfterMs } from "../../../../game-server/platform/jobs/run-job.ts";

describe("the waits of failed jobs", () => {
  it("grow from ten seconds to an hour, and make six hours in all", () => {
    const waits = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, n) => waitAfterMs(n + 1));
    assert.deepEqual(waits.slice(0, 3), [10_000, 30_000, 90_000]);
    assert.deepEqual(
      waits,
      waits.toSorted((a, b) => a - b),
    );
    assert.equal(waits.at(-1), 3_600_000);
    const hours = waits.reduce((sum, ms) => sum + ms, 0) / 3_600_000;
    assert.ok(hours > 5 && hours < 7, `${hours} h`);
  });
});
