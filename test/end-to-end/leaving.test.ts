// Going away from a match: on purpose it asks first and forfeits; without a word the other one may claim the win.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { panel, untilPlaying, untilSeated } from "../support/match-page.ts";
import type { PlayerWindow } from "../support/player-window.ts";
import { seatPair } from "../support/seated-pair.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";

describe("leaving a match", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let one: PlayerWindow;
  let other: PlayerWindow;

  before(async function () {
    // In real time: at several times that, three serves are over before somebody has read a question, and who touches nothing loses.
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    server = await startServer({ env: { RECONNECT_SECONDS: "3" } });
    const { url } = server;
    [one, other] = await seatPair(browser, { name: "Ada", url }, { name: "Bob", url }, { points: 21 });
  });

  beforeEach(() => Promise.all([one, other].map(({ page }) => page.keyboard.press("ArrowLeft"))));

  afterEach(() => {
    assert.deepEqual([...one.complaints, ...other.complaints, ...serverComplaints(server)], []);
  });

  after(async () => {
    await browser?.close();
    await server?.remove();
  });

  it("for another site forfeits nothing, and Back comes back to it", async () => {
    await other.page.goto("about:blank");
    await panel(one.page, "Bob is reconnecting").waitFor();
    await other.page.goBack();
    await untilSeated(other.page, "Bob", "Ada");
    await untilPlaying(one.page);
  });

  it("by the button asks first, and forfeits", async () => {
    const leave = one.page.getByRole("link", { name: "Leave" });
    await leave.click();
    await answer(one.page, "Keep playing");
    await untilSeated(one.page, "Ada", "Bob");
    await leave.click();
    await answer(one.page, "Leave and forfeit");
    await hasForfeited();
  });

  it("by Back asks first, and forfeits", async () => {
    await comeBackAndPlayAgain(-1);
    const address = one.page.url();
    await step(one.page, -1);
    await answer(one.page, "Keep playing");
    assert.equal(one.page.url(), address);
    await step(one.page, -1);
    await answer(one.page, "Leave and forfeit");
    await hasForfeited();
  });

  it("by a killed window lets the other claim the win after the grace time", async () => {
    await comeBackAndPlayAgain(1);
    await one.close();
    await panel(other.page, "Ada is reconnecting").waitFor();
    await panel(other.page, "Ada didn't come back").waitFor();
    await other.page.getByRole("button", { name: "Claim the win" }).click();
    await panel(other.page, "You won").waitFor();
    await panel(other.page, "Ada didn't come back in time").waitFor();
    await other.page.getByText("Ada left the table").waitFor();
    assert.ok(await other.page.getByRole("button", { name: "Rematch" }).isDisabled());
  });

  async function hasForfeited(): Promise<void> {
    await one.page.getByRole("button", { name: "Play now" }).waitFor();
    assert.equal(new URL(one.page.url()).pathname, "/");
    await panel(other.page, "You won").waitFor();
    await panel(other.page, "Ada left the match").waitFor();
  }

  /** Whoever left finds the table by Back or Forward, and the result on it. */
  async function comeBackAndPlayAgain(steps: -1 | 1): Promise<void> {
    await step(one.page, steps);
    await panel(one.page, "Bob won").waitFor();
    for (const { page } of [one, other]) await page.getByRole("button", { name: "Rematch" }).click();
    await Promise.all([one, other].map(({ page }) => untilPlaying(page)));
  }
});

async function answer(page: Page, words: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Leave the match?" });
  await dialog.getByRole("button", { name: words }).click();
  await dialog.waitFor({ state: "detached" });
}

/** Back or Forward; Playwright's own wait for a page to load, and none does. */
function step(page: Page, steps: -1 | 1): Promise<void> {
  return page.evaluate((by) => history.go(by), steps);
}
