// Judges a page as it stands: axe-core finds nothing wrong with it, and it needs no scrolling sideways.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1280, height: 720 };

/** At both sizes, once it is drawn: the page that has just been opened is still empty. Leaves the window at the size it had. */
export async function assertFitForAll(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor({ state: "attached" });
  const size = page.viewportSize()!;
  for (const tried of [PHONE, LAPTOP]) {
    await page.setViewportSize(tried);
    const where = `${page.url()} at ${tried.width}x${tried.height}`;
    assert.deepEqual(await violations(page), [], where);
    const [needed, given] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
    assert.ok(needed <= given, `${where} scrolls sideways: ${needed} > ${given}`);
  }
  await page.setViewportSize(size);
}

async function violations(page: Page): Promise<string[]> {
  // Half a megabyte, once for each page that is loaded.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    // Passed rules are not listed in detail, which takes most of the time.
    return (await axe.run({ resultTypes: ["violations"] })).violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map((node) => node.html),
    }));
  });
  return found.map(({ id, where }) => `${id}: ${where.join(" ")}`);
}
