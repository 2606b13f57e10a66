// The table in a real browser, under the game's Content-Security-Policy: it draws, is quiet, and survives a lost graphics context.
// How fast it draws: scene-speed.test.ts. That nothing of it stays: scene-freed.test.ts.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { openChromium, WITHOUT_GRAPHICS } from "../../../support/chromium.ts";
import type { Color } from "./scene-harness/colors.ts";
import type { Harness } from "./scene-harness/page.ts";
import { FULL, ScenePage } from "./scene-harness/scene-page.ts";

type Colors = ReturnType<Harness["paddleColors"]>;

describe("scene in Chromium", () => {
  const scene = new ScenePage();
  let page: Page;

  before(async function () {
    if (!(await scene.open(await openChromium(WITHOUT_GRAPHICS)))) return this.skip();
    ({ page } = scene);
  });
  after(() => scene.close());
  afterEach(() => scene.assertQuiet());

  function assertAlike(before: Colors, after: Colors): void {
    assert.ok(Math.abs(after.near.blue - before.near.blue) < 30, JSON.stringify({ before, after }));
    assert.ok(Math.abs(after.sky.red - before.sky.red) < 12, JSON.stringify({ before, after }));
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
      scene.assertOnlyLosses();
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
    scene.assertOnlyLosses();
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
    scene.assertOnlyLosses();
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
});
