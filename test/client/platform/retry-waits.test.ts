// Tries again soon at first, then less and less often; after a while of peace, soon again.

import assert from "node:assert/strict";
import { clockText } from "../../../client/platform/i18n/formats.ts";
import { createRetryWaits } from "../../../client/platform/retry-waits.ts";

describe("waits between tries", () => {
  it("grow to half a minute", () => {
    const waits = createRetryWaits();
    const seconds = Array.from({ length: 8 }, (_, at) => waits.next(at * 1000));
    assert.deepEqual(seconds, [1, 2, 4, 8, 15, 30, 30, 30]);
  });

  it("begin anew after a minute without trouble", () => {
    const waits = createRetryWaits();
    for (let at = 0; at < 4; at++) waits.next(at);
    assert.equal(waits.next(10 * 60_000), 1);
  });
});

describe("clock text", () => {
  it("is minutes and seconds", () => {
    assert.deepEqual([0, 5.9, 65, 600, -1].map(clockText), ["0:00", "0:05", "1:05", "10:00", "0:00"]);
  });
});
