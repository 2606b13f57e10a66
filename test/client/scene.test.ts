// The table in a real browser, under the game's Content-Security-Policy: it draws, is quiet, survives a lost graphics
// context, keeps up on a machine without graphics hardware, and closing it frees everything.

import assert from "node:assert/strict";
import type { Browser, CDPSession, Page } from "playwright-core";
import { openChromium } from "../support/chromium.ts";
import type { Color } from "./scene-harness/colors.ts";
import type { Harness } from "./scene-harness/page.ts";
import { type ServedHarness, serveHarness } from "./scene-harness/serve-harness.ts";

const FULL = {
  hardwareScale: 1,
  msaa: true,
  glow: true,
  glowRatio: 0.25,
  shadows: true,
  shadowSize: 256,
  reflections: true,
  sharpTextures: true,
};
const SETTLING_SECONDS = 8;
const STEADY_SECONDS = 8;
const STEADY_TRIES = 4;
const CYCLES = 20;
/** In all the cycles after the warming up; tables that stayed would be about 2 MB each. */
const GROWTH_BYTES = 1_000_000;
/** By now the caches are full, and no graphics context more may be open. */
const WARMED_UP = 8;

type Colors = ReturnType<Harness["paddleColors"]>;

describe("scene in Chromium", function () {
  this.timeout(240_000);
  let browser: Browser | null = null;
  let harness: ServedHarness | null = null;
  let page: Page;
  let cdp: CDPSession;
  const loud: string[] = [];

  before(async function () {
    browser = await openChromium();
    if (!browser) return this.skip();
    harness = await serveHarness();
    page = await browser.newPage({ viewport: { width: 256, height: 144 } });
    page.on("console", (message) => {
      if (["warning", "error", "assert"].includes(message.type())) loud.push(message.text());
    });
    page.on("pageerror", (error) => loud.push(error.message));
    page.on("requestfailed", (request) => loud.push(`failed: ${request.url()}`));
    await page.goto(harness.address);
    cdp = await page.context().newCDPSession(page);
  });

  after(async () => {
    await browser?.close();
    await harness?.close();
  });

  afterEach(() => assert.deepEqual(loud.splice(0), []));

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

  function assertAlike(before: Colors, after: Colors): void {
    assert.ok(Math.abs(after.near.blue - before.near.blue) < 30, JSON.stringify({ before, after }));
    assert.ok(Math.abs(after.sky.red - before.sky.red) < 12, JSON.stringify({ before, after }));
  }

  /** Babylon and Chromium report a loss, which was made on purpose; nobody else may say anything. */
  function assertOnlyLosses(): void {
    const rest = loud.splice(0).filter((text) => !/WebGL context|CONTEXT_LOST_WEBGL/.test(text));
    assert.deepEqual(rest, []);
  }

  it("draws a rally from each seat, own colour near and the other far", async () => {
    for (const seat of [0, 1]) {
      await page.evaluate((options) => window.harness.open(options), { seat, seed: 2, quality: FULL });
      const colors = await page.evaluate(() => window.harness.paddleColors());
      assert.ok(colors.near.blue > colors.near.red + 60, `near: ${JSON.stringify(colors.near)}`);
      assert.ok(colors.far.red > colors.far.green + 60, `far: ${JSON.stringify(colors.far)}`);
      await page.evaluate(() => window.harness.close());
    }
  });

  it("draws the classic table with the lighter paddle near", async () => {
    for (const seat of [0, 1]) {
      const options = { seat, seed: 2, quality: FULL, theme: "classic" } as const;
      await page.evaluate((opened) => window.harness.open(opened), options);
      const { near, far } = await page.evaluate(() => window.harness.paddleColors());
      await page.evaluate(() => window.harness.close());
      assert.ok(near.green > far.green + 60, JSON.stringify({ near, far }));
      assert.ok(far.red > far.green + 40, `far: ${JSON.stringify(far)}`);
    }
  });

  it("looks from the side with its own colour at the left, and changes the view while it is open", async () => {
    for (const seat of [0, 1]) {
      await page.evaluate((options) => window.harness.open(options), {
        seat,
        seed: 2,
        quality: FULL,
        view: "side" as const,
      });
      const { left, right } = await page.evaluate(() => window.harness.paddleColors());
      assert.ok(left.blue > left.red + 60, `left: ${JSON.stringify(left)}`);
      assert.ok(right.red > right.green + 60, `right: ${JSON.stringify(right)}`);
      await page.evaluate(() => window.harness.setView("behind"));
      const { near, far } = await page.evaluate(() => window.harness.paddleColors());
      assert.ok(near.blue > near.red + 60, `near: ${JSON.stringify(near)}`);
      assert.ok(far.red > far.green + 60, `far: ${JSON.stringify(far)}`);
      await page.evaluate(() => window.harness.close());
    }
  });

  it("draws through hits, walls, a goal and a rest", async () => {
    for (const [theme, reducedMotion] of [
      ["neon", false],
      ["neon", true],
      ["classic", false],
      ["classic", true],
    ] as const) {
      await page.evaluate((options) => window.harness.open(options), {
        seat: 0,
        seed: 2,
        quality: FULL,
        reducedMotion,
        theme,
      });
      await page.evaluate(() => {
        window.harness.playUntil("hit", 4, 2);
        window.harness.letMiss(0);
        window.harness.playUntil("goal", 30);
      });
      await page.evaluate(() => window.harness.close());
    }
  });

  it("shows what the computer thinks, after a lost graphics context too, and nothing of it stays", async () => {
    for (const theme of ["neon", "classic"] as const) {
      const options = { seat: 0, seed: 2, quality: FULL, view: "side", theme } as const;
      await page.evaluate((opened) => window.harness.open(opened), options);
      const plain = await page.evaluate(() => {
        window.harness.playUntil("hit", 4, 2);
        return window.harness.think(false);
      });
      const before = await page.evaluate(() => window.harness.paddleColors());
      const shown = await page.evaluate(() => window.harness.think(true));
      assert.ok(shown.meshes > plain.meshes, JSON.stringify({ plain, shown }));
      assert.notDeepEqual(await page.evaluate(() => window.harness.paddleColors()), before);
      await page.evaluate(() => window.harness.loseContext(true));
      assertOnlyLosses();
      assert.deepEqual(await page.evaluate(() => window.harness.think(true)), shown);
      assert.deepEqual(await page.evaluate(() => window.harness.think(false)), plain);
      await page.evaluate(() => window.harness.close());
    }
  });

  it("comes back after a lost graphics context", async () => {
    await page.evaluate((options) => window.harness.open(options), { seat: 0, seed: 2, quality: FULL });
    const before = await page.evaluate(() => window.harness.paddleColors());
    await page.evaluate(() => window.harness.loseContext(true));
    const after = await page.evaluate(() => window.harness.paddleColors());
    await page.evaluate(() => window.harness.close());
    assertAlike(before, after);
    assertOnlyLosses();
  });

  it("opens itself anew when a lost graphics context stays away, and is steered as before", async () => {
    await page.evaluate((options) => window.harness.open(options), { seat: 0, seed: 2, quality: FULL });
    const before = await page.evaluate(() => window.harness.paddleColors());
    await page.evaluate(() => window.harness.loseContext(false));
    const after = await page.evaluate(() => window.harness.paddleColors());
    assert.equal(await page.locator("canvas").count(), 1);
    assertAlike(before, after);

    const keys: number[] = [];
    for (const x of [128, 250, 6]) {
      await page.mouse.move(x, 100);
      keys.push(await page.evaluate(() => window.harness.keys()));
    }
    await page.evaluate(() => window.harness.close());
    assert.equal(new Set(keys.slice(1)).size, 2, `held ${keys.join(", ")}`);
    assertOnlyLosses();
  });

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
    assertOnlyLosses();
  });

  it("steps through all tiers while open, and back to the same picture", async () => {
    await page.evaluate((options) => window.harness.open(options), { seat: 0, seed: 2, tier: 0 });
    const before = await page.evaluate(() => window.harness.paddleColors());
    const seen: { color: Color; width: number }[] = [];
    for (const tier of [1, 2, 3, 4, 5, 6, 7, 3, 0]) {
      await page.evaluate((to) => window.harness.setTier(to), tier);
      const { near: color } = await page.evaluate(() => window.harness.paddleColors());
      seen.push({ color, width: await page.evaluate(() => window.harness.width()) });
    }
    const after = await page.evaluate(() => window.harness.paddleColors());
    await page.evaluate(() => window.harness.close());
    assert.ok(Math.abs(after.near.blue - before.near.blue) < 8, JSON.stringify({ before, after }));
    assert.ok(Math.abs(after.sky.red - before.sky.red) < 4, JSON.stringify({ before, after }));
    for (const { color } of seen) assert.ok(color.blue > color.red + 60, JSON.stringify(seen));
    assert.deepEqual(
      seen.map(({ width }) => width),
      [182, 182, 182, 182, 170, 128, 85, 182, 256],
    );
    // All that differs between these two is the halo.
    assert.notDeepEqual(seen[0]?.color, seen[1]?.color);
  });

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
      for (let i = 0; i < STEADY_TRIES && slowest < 25; i++) {
        const run = await page.evaluate((seconds) => window.harness.run(seconds), STEADY_SECONDS);
        tiers = [...new Set(run.figures.map(({ tier }) => tier))];
        slowest = Math.min(...run.frames.slice(0, STEADY_SECONDS));
        console.log(`      ${run.frames.join(" ")} frames a second, at tier ${tiers.join(", ")}`);
      }
      await page.evaluate(() => window.harness.close());
      await page.setViewportSize({ width: 256, height: 144 });
      assert.ok(tiers.length <= 2, `tiers ${tiers.join(", ")}`);
      assert.ok(slowest >= 25, `${slowest} frames in the slowest second`);
    });
  }

  it(`frees what it took: ${CYCLES} times opened and closed`, async function () {
    this.timeout(480_000);
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
