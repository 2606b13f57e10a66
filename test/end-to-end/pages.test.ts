// Every page but the match: what it says, that everybody can use it at any size, and Back, Forward and reload on it.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { REPORTS_KEPT_DAYS, SESSION_DAYS } from "../../schema/retention.ts";
import { assertFitForAll, LAPTOP } from "../support/accessibility.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { type CuttingProxy, openCuttingProxy } from "../support/cutting-proxy.ts";
import { pressPlayNow } from "../support/guest-visit.ts";
import { besidesTheLine, openWindow, type PlayerWindow } from "../support/player-window.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";

describe("the pages", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let line: CuttingProxy;
  let visitor: PlayerWindow;
  let page: Page;
  let count = 0;
  /** Complaints that the test at hand brings about on purpose. */
  let expected = /^$/u;

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    server = await startServer();
    line = await openCuttingProxy(server.url);
  });

  beforeEach(async () => {
    count++;
    expected = /^$/u;
    visitor = await openWindow(browser!, line.url, { size: LAPTOP, calm: true });
    page = visitor.page;
  });

  afterEach(async () => {
    line.mend();
    const complaints = visitor.complaints.filter((one) => !expected.test(one));
    await visitor.close();
    assert.deepEqual([...complaints, ...serverComplaints(server)], []);
  });

  after(async () => {
    await browser?.close();
    await line?.close();
    await server?.remove();
  });

  it("home: objects to a bad name beside the field, and opens the choices for a friend", async () => {
    await isHome();
    await assertFitForAll(page);
    await pressPlayNow(page, "");
    await page.getByText("Enter a name to play.").waitFor();
    await pressPlayNow(page, "x");
    await page.getByText("A name needs at least 2 letters or digits.").waitFor();
    assert.ok(await page.getByLabel("Your name").evaluate((field) => field === document.activeElement));
    await page.getByRole("button", { name: "Play with a friend" }).click();
    await page.getByLabel("Points to win").waitFor();
    await assertFitForAll(page);
    await page.reload();
    await isHome();
  });

  it("home: says when somebody who plays has that name, and keeps one's own over a reload", async () => {
    expected = /409/u;
    const name = `Ada ${count}`;
    const first = await openWindow(browser!, server.url);
    await pressPlayNow(first.page, name);
    await isWaiting(first.page);
    await pressPlayNow(page, name);
    await page.getByText("Someone who is playing right now has this name.").waitFor();
    await first.page.goBack();
    await isHome(first.page);
    await first.page.reload();
    assert.equal(await valueOnce(first.page), name);
    await first.close();
  });

  it("waiting: can be cancelled, left by Back, come back to by Forward, and reloaded", async () => {
    await pressPlayNow(page, `Ada ${count}`);
    await isWaiting();
    await page.getByText("You'll play the next person who joins.").waitFor();
    await assertFitForAll(page);
    await page.reload();
    await isWaiting();
    await page.getByText("You'll play the next person who joins.").waitFor();
    await page.getByRole("link", { name: "Cancel" }).click();
    await isHome();
    await page.goBack();
    await isWaiting();
    await page.goBack();
    await isHome();
    await page.goForward();
    await isWaiting();
  });

  it("waiting: leads home whoever has no name", async () => {
    await page.goto(`${line.url}/waiting`);
    await isHome();
    assert.equal(new URL(page.url()).pathname, "/");
  });

  it("not found: says so and leads home; Back, Forward and reload work", async () => {
    await page.goto(`${line.url}/no/such/page`);
    await isLost();
    await assertFitForAll(page);
    await page.reload();
    await isLost();
    await page.getByRole("link", { name: "Back to home", exact: true }).click();
    await isHome();
    await page.goBack();
    await isLost();
    await page.goForward();
    await isHome();
  });

  it("privacy and terms: are linked from the foot of every page and can be read by everybody", async () => {
    await isHome();
    const foot = page.getByRole("contentinfo");
    await foot.getByRole("link", { name: "Privacy" }).click();
    await page.getByRole("heading", { name: "Privacy", level: 1 }).waitFor();
    // What the server goes by, not a copy of it.
    await page.getByText(`It ends ${SESSION_DAYS} days after your last visit`).waitFor();
    await page.getByText(`That is kept for ${REPORTS_KEPT_DAYS} days.`).waitFor();
    await page.getByText("They haven't said how to reach them.").waitFor();
    assert.equal(await page.getByText("{{").count(), 0);
    await assertFitForAll(page);
    await foot.getByRole("link", { name: "Terms" }).click();
    await page.getByRole("heading", { name: "Terms", level: 1 }).waitFor();
    assert.ok(await page.getByRole("heading", { level: 1 }).evaluate((heading) => heading === document.activeElement));
    await assertFitForAll(page);
    await foot.getByRole("link", { name: "HTTP API" }).click();
    await page.getByRole("heading", { name: "Rally's HTTP API", level: 1 }).waitFor();
    await assertFitForAll(page);
    await page.goBack();
    await page.getByRole("heading", { name: "Terms", level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Privacy", level: 1 }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Privacy", level: 1 }).waitFor();
  });

  it("a match nobody knows: says so", async () => {
    await page.goto(`${line.url}/match/nonsense`);
    await page.getByRole("heading", { name: "No such match" }).waitFor();
    await assertFitForAll(page);
  });

  it("a table nobody knows: says so, once the visitor has a name", async () => {
    expected = /522/u;
    await page.goto(`${line.url}/play/nonsense`);
    await page.getByRole("heading", { name: "You're invited to a match" }).waitFor();
    await assertFitForAll(page);
    await page.getByLabel("Your name").fill(`Ada ${count}`);
    await page.getByRole("button", { name: "Take your seat" }).click();
    await page.getByRole("heading", { name: "This table is gone" }).waitFor();
    await assertFitForAll(page);
    await page.reload();
    await page.getByRole("heading", { name: "This table is gone" }).waitFor();
    await page.getByRole("link", { name: "Play now" }).click();
    await isHome();
  });

  it("server unreachable: says so, tries again by itself and goes on where it was", async () => {
    expected = /failed: |net::ERR_|WebSocket connection/u;
    await pressPlayNow(page, `Ada ${count}`);
    await isWaiting();
    line.cut();
    await page.getByRole("heading", { name: "We can't reach the server" }).waitFor();
    await assertFitForAll(page);
    await page.goBack();
    await isHome();
    await page.goForward();
    await page.getByRole("heading", { name: "We can't reach the server" }).waitFor();
    line.mend();
    await isWaiting();
    await page.getByText("You'll play the next person who joins.").waitFor();
    assert.deepEqual(besidesTheLine(visitor), []);
  });

  it("a page older than the server: is told to reload, and then plays on", async () => {
    expected = /426/u;
    await page.route("**/matchmake/**", (route) => {
      const body = { ...(route.request().postDataJSON() as object), protocol: 0 };
      return route.continue({ postData: JSON.stringify(body) });
    });
    await pressPlayNow(page, `Ada ${count}`);
    await isStale();
    await assertFitForAll(page);
    await page.goBack();
    await isHome();
    await page.goForward();
    await isStale();
    await page.unroute("**/matchmake/**");
    await page.getByRole("button", { name: "Reload the page" }).click();
    await isWaiting();
  });

  it("a page whose parts are no longer there: is told to reload", async () => {
    expected = /404|MIME|ChunkLoadError/u;
    await page.route("**/assets/**", (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "" }));
    await pressPlayNow(page, `Ada ${count}`);
    await isStale();
  });

  async function isHome(where = page): Promise<void> {
    await where.getByRole("button", { name: "Play now" }).waitFor();
  }

  async function isWaiting(where = page): Promise<void> {
    await where.getByRole("heading", { name: "Looking for an opponent" }).waitFor();
  }

  async function isLost(): Promise<void> {
    await page.getByRole("heading", { name: "Out of bounds" }).waitFor();
  }

  async function isStale(): Promise<void> {
    await page.getByRole("heading", { name: "A new version is out" }).waitFor();
  }
});

/** The name in the field, once there is one. */
async function valueOnce(page: Page): Promise<string> {
  const field = page.getByLabel("Your name");
  await page.waitForFunction((name) => (name as HTMLInputElement).value !== "", await field.elementHandle());
  return field.inputValue();
}
