// A browser plays the very same million ticks as Node, to the last bit.

import assert from "node:assert/strict";
import { readGolden } from "../golden/million-ticks.ts";
import { openChromium } from "../support/chromium.ts";
import type { Outcome } from "../support/random-play.ts";
import { openSourceServer } from "../support/source-server.ts";

describe("a million ticks of random play in Chromium", () => {
  it("come out as the golden file says", async function () {
    this.timeout(90_000);
    const browser = await openChromium();
    if (browser === null) return this.skip();
    const sources = await openSourceServer();
    try {
      const page = await browser.newPage();
      await page.goto(sources.address);
      const { seed, ticks, outcome } = await readGolden();
      const played = await page.evaluate(
        async ([module, from, count]) => {
          const { playAtRandom } = (await import(module)) as { playAtRandom: (seed: number, ticks: number) => Outcome };
          return playAtRandom(from, count);
        },
        [`${sources.address}/test/support/random-play.ts`, seed, ticks] as const,
      );
      assert.deepEqual(played, outcome);
    } finally {
      sources.close();
      await browser.close();
    }
  });
});
