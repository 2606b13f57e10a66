// Tables that come and go in a real browser leave nothing behind, and one whose graphics are lost again and again gives up. Nothing
// of that is told by a picture, so nothing is drawn.

import assert from "node:assert/strict";
import type { CDPSession, Page } from "playwright-core";
import { borrowChromium } from "../../../support/chromium.ts";
import { FAST } from "../../../support/pace.ts";
import { FULL, ScenePage } from "./scene-harness/scene-page.ts";

const CYCLES = 20;
/** In all the cycles after the warming up; tables that stayed would be about 2 MB each. */
const GROWTH_BYTES = 1_000_000;
/** By now the caches are full, and no graphics context more may be open. */
const WARMED_UP = 8;

describe("what is left of the scene in Chromium", () => {
  const scene = new ScenePage();
  let page: Page;
  let cdp: CDPSession;

  before(async function () {
    if (!(await scene.open(await borrowChromium(FAST)))) return this.skip();
    ({ page } = scene);
    cdp = await page.context().newCDPSession(page);
  });
  after(() => scene.close());
  afterEach(() => scene.assertQuiet());

  /** What is really still reachable. */
  async function heap(): Promise<number> {
    for (let i = 0; i < 3; i++) await cdp.send("HeapProfiler.collectGarbage");
    return (await cdp.send("Runtime.getHeapUsage")).usedSize;
  }

  async function contexts(): Promise<number> {
    const { result } = await cdp.send("Runtime.evaluate", { expression: "WebGL2RenderingContext.prototype" });
    const { objects } = await cdp.send("Runtime.queryObjects", { prototypeObjectId: result.objectId ?? "" });
    const count = await cdp.send("Runtime.callFunctionOn", {
      objectId: objects.objectId ?? "",
      functionDeclaration: "function () { return this.length; }",
    });
    // The list itself would keep them.
    for (const { objectId } of [objects, result]) if (objectId) await cdp.send("Runtime.releaseObject", { objectId });
    return Number(count.result.value);
  }

  it("gives up when the graphics are lost again and again", async () => {
    const options = { seat: 0, seed: 2, tier: 7 };
    await page.evaluate((how) => window.harness.open(how), options);
    for (let i = 0; i < 3; i++) {
      await page.evaluate(() => window.harness.loseContext(false));
      assert.equal(await page.evaluate(() => window.harness.failure()), "");
    }
    await page.evaluate(() => window.harness.loseContext(false));
    assert.equal(await page.evaluate(() => window.harness.failure()), "NoGraphics");
    await page.evaluate(() => window.harness.close());
    scene.assertOnlyLosses();
  });

  it(`frees what it took: ${CYCLES} times opened and closed`, async () => {
    let cycles = 0;
    const cycle = async (): Promise<void> => {
      const theme = cycles++ % 2 === 0 ? "neon" : "classic";
      const options = { seat: 0, seed: 2, quality: FULL, theme } as const;
      await page.evaluate((opened) => window.harness.open(opened), options);
      await page.evaluate(() => window.harness.play(3));
      await page.evaluate(() => window.harness.close());
    };
    for (let i = 0; i < WARMED_UP; i++) await cycle();
    const open = await contexts();
    const first = await heap();
    for (let i = WARMED_UP; i < CYCLES; i++) await cycle();
    const growth = (await heap()) - first;
    console.log(`      the heap grew from ${first} by ${growth} bytes`);
    assert.ok(growth < GROWTH_BYTES, `grew by ${growth} bytes`);
    // The latest may not have been collected yet.
    assert.ok((await contexts()) <= open + 1, "graphics contexts are left open");
  });
});
