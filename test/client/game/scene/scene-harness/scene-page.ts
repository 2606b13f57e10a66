// A page of a test with nothing but a table that does as it is told, and what it complains of.

import assert from "node:assert/strict";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type BorrowedBrowser, COPIED } from "../../../../support/chromium.ts";
import { type ServedHarness, serveHarness } from "./serve-harness.ts";

/** Everything that there is. */
export const FULL = {
  hardwareScale: 1,
  msaa: true,
  glow: true,
  glowRatio: 0.25,
  shadows: true,
  shadowSize: 256,
  reflections: true,
  sharpTextures: true,
};

const SIZE: BrowserContextOptions = { viewport: { width: 256, height: 144 } };

export class ScenePage {
  page!: Page;
  #browser: Browser | BorrowedBrowser | null = null;
  #harness: ServedHarness | null = null;
  readonly #loud: string[] = [];

  /** @returns false when there is no browser */
  async open(browser: Browser | BorrowedBrowser | null): Promise<boolean> {
    if (browser === null) return false;
    this.#browser = browser;
    this.#harness = await serveHarness();
    this.page = await browser.newPage(SIZE);
    this.page.on("console", (message) => {
      if (message.text().includes(COPIED)) return;
      if (["warning", "error", "assert"].includes(message.type())) this.#loud.push(message.text());
    });
    this.page.on("pageerror", (error) => this.#loud.push(error.message));
    this.page.on("requestfailed", (request) => this.#loud.push(`failed: ${request.url()}`));
    await this.page.goto(this.#harness.address);
    return true;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.#harness?.close();
  }

  assertQuiet(): void {
    assert.deepEqual(this.#loud.splice(0), []);
  }

  /** Babylon and Chromium report a loss, which was made on purpose; nobody else may say anything. */
  assertOnlyLosses(): void {
    const rest = this.#loud.splice(0).filter((text) => !/WebGL context|CONTEXT_LOST_WEBGL/.test(text));
    assert.deepEqual(rest, []);
  }
}
