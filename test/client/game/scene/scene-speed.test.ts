// The table keeps up on a machine without graphics hardware, once it has found out how finely it can draw.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { openChromium } from "../../../support/chromium.ts";
import { SLOWNESS } from "../../../support/patience.ts";
import { ScenePage } from "./scene-harness/scene-page.ts";

const SETTLING_SECONDS = 8;
const STEADY_SECONDS = 5;
const STEADY_TRIES = 4;
/**
 * In a second, on a machine that is as quick as usual. Drawing takes all cores that there are, and so suffers most from who
 * shares them.
 */
const FEWEST_FRAMES = 25 / SLOWNESS ** 2;

describe("the speed of the scene in Chromium", () => {
  const scene = new ScenePage();
  let page: Page;

  before(async function () {
    if (!(await scene.open(await openChromium()))) return this.skip();
    ({ page } = scene);
  });
  after(() => scene.close());
  afterEach(() => scene.assertQuiet());

  const looks = [
    { theme: "neon", view: "behind" },
    { theme: "classic", view: "side" },
  ] as const;
  for (const look of looks) {
    const title = `${look.theme} from ${look.view}`;
    it(`keeps up without graphics hardware: 25 frames in every second once it has settled, ${title}`, async () => {
      await page.setViewportSize({ width: 640, height: 360 });
      await page.evaluate(() => localStorage.clear());
      await page.evaluate((options) => window.harness.open(options), { seat: 0, seed: 2, ...look });
      await page.evaluate((seconds) => window.harness.run(seconds), SETTLING_SECONDS);
      // Other programs may take the processor away for a while.
      let slowest = 0;
      let tiers: number[] = [];
      for (let i = 0; i < STEADY_TRIES && slowest < FEWEST_FRAMES; i++) {
        const run = await page.evaluate((seconds) => window.harness.run(seconds), STEADY_SECONDS);
        tiers = [...new Set(run.figures.map(({ tier }) => tier))];
        slowest = Math.min(...run.frames.slice(0, STEADY_SECONDS));
        console.log(`      ${run.frames.join(" ")} frames a second, at tier ${tiers.join(", ")}`);
      }
      await page.evaluate(() => window.harness.close());
      await page.setViewportSize({ width: 256, height: 144 });
      assert.ok(tiers.length <= 2, `tiers ${tiers.join(", ")}`);
      assert.ok(slowest >= FEWEST_FRAMES, `${slowest} frames in the slowest second`);
    });
  }
});
