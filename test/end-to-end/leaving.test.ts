// Going away from a match: on purpose it asks first and forfeits; without a word the other one may claim the win.

import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../support/chromium.ts";
import { panel } from "../support/match-page.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { seatPair } from "../support/seated-pair.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";

describe("leaving a match", function () {
  this.timeout(180_000);
  let browser: Browser | null = null;
  let server: TestServer;
  let one: PlayerWindow;
  let other: PlayerWindow;
  let count = 0;
  let ada = "";

  before(async function () {
    browser = await openChromium();
    if (browser === null) return this.skip();
    server = await startServer({ env: { RECONNECT_SECONDS: "3" } });
  });

  beforeEach(async () => {
    count++;
    ada = `Ada ${count}`;
    const seats = [ada, `Bob ${count}`].map((name) => ({ name, url: server.url }));
    [one, other] = await seatPair(browser!, seats[0]!, seats[1]!, { points: 21 });
  });

  afterEach(async () => {
    const complaints = [...one.complaints, ...other.complaints, ...serverComplaints(server)];
    await Promise.all([one.close(), other.close()]);
    assert.deepEqual(complaints, []);
  });

  after(async () => {
    await browser?.close();
    await server?.remove();
  });

  it("by a killed window lets the other claim the win after the grace time", async () => {
    const address = one.page.url();
    await one.close();
    await panel(other.page, `${ada} is reconnecting`).waitFor();
    await panel(other.page, `${ada} did not come back`).waitFor();
    await other.page.getByRole("button", { name: "Claim the win" }).click();
    await panel(other.page, "You won").waitFor();
    await panel(other.page, `${ada} did not come back in time`).waitFor();
    await other.page.getByText(`${ada} has left the table`).waitFor();
    assert.ok(await other.page.getByRole("button", { name: "Rematch" }).isDisabled());
    // A stranger who finds the link later.
    const stranger = await openWindow(browser!, address);
    await stranger.page.getByRole("heading", { name: "You are invited to a match" }).waitFor();
    await stranger.close();
  });

  it("by the button asks first, and forfeits", async () => {
    const leave = one.page.getByRole("link", { name: "Leave" });
    await leave.click();
    await answer(one.page, "Keep playing");
    await one.page.getByRole("heading", { name: `${ada} against Bob ${count}` }).waitFor({ state: "attached" });
    await leave.click();
    await answer(one.page, "Leave and forfeit");
    await one.page.getByRole("button", { name: "Play now" }).waitFor();
    await assertForfeited();
  });

  it("by Back asks first, and forfeits", async () => {
    const address = one.page.url();
    await goBack(one.page);
    await answer(one.page, "Keep playing");
    assert.equal(one.page.url(), address);
    await goBack(one.page);
    await answer(one.page, "Leave and forfeit");
    await one.page.getByRole("button", { name: "Play now" }).waitFor();
    assert.equal(new URL(one.page.url()).pathname, "/");
    await assertForfeited();
  });

  it("by Back to another site forfeits nothing by itself, and Forward comes back to the match", async () => {
    await other.page.goto("about:blank");
    await panel(one.page, `Bob ${count} is reconnecting`).waitFor();
    await other.page.goBack();
    await other.page.getByRole("heading", { name: `Bob ${count} against ${ada}` }).waitFor({ state: "attached" });
    await other.page.locator(".countdown").waitFor();
  });

  async function assertForfeited(): Promise<void> {
    await panel(other.page, "You won").waitFor();
    await panel(other.page, `${ada} left the match`).waitFor();
  }
});

async function answer(page: Page, words: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Leave the match?" });
  await dialog.getByRole("button", { name: words }).click();
  await dialog.waitFor({ state: "detached" });
}

/** Playwright's own waits for a page to load, and none does. */
function goBack(page: Page): Promise<void> {
  return page.evaluate(() => history.back());
}
