// A browser plays the very same million ticks as Node, and the computer the very same matches, to the last bit.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { readGolden } from "../golden/million-ticks.ts";
import { type AiMatch, playLevels } from "../support/ai-play.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import type { Outcome } from "../support/random-play.ts";
import { openSourceServer } from "../support/source-server.ts";

describe("what is played in Chromium", () => {
  let browser: BorrowedBrowser | null = null;
  let sources: Awaited<ReturnType<typeof openSourceServer>>;
  let page: Page;

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    sources = await openSourceServer();
    page = await browser.newPage();
    await page.goto(sources.address);
  });

  after(async () => {
    sources?.close();
    await browser?.close();
  });

  it("comes out as the golden file says, a million ticks at random", async () => {
    const { seed, ticks, outcome } = await readGolden();
    const played = await page.evaluate(
      async ([module, from, count]) => {
        const { playAtRandom } = (await import(module)) as { playAtRandom: (seed: number, ticks: number) => Outcome };
        return playAtRandom(from, count);
      },
      [`${sources.address}/test/support/random-play.ts`, seed, ticks] as const,
    );
    assert.deepEqual(played, outcome);
  });

  it("comes out as in Node where the computer plays, press by press, at every level", async () => {
    const seed = 1972;
    const played = await page.evaluate(
      async ([module, from]) => {
        const { playLevels: play } = (await import(module)) as { playLevels: (seed: number) => AiMatch[] };
        return play(from);
      },
      [`${sources.address}/test/support/ai-play.ts`, seed] as const,
    );
    assert.deepEqual(played, playLevels(seed));
  });
});
