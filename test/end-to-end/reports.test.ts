// Something goes wrong in a player's page, and the operator sees it: over the real line, in real pages.

import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import { builtFrom } from "../../scripts/client-sources.ts";
import { assertFitForAll, LAPTOP } from "../support/accessibility.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { openWindow } from "../support/player-window.ts";
import { sampleError, sampleFigures } from "../support/sample-report.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { untilFound } from "../support/until.ts";
import { visit } from "../support/browser-like.ts";

const PASSWORD = "correct horse";
const PATIENCE_MS = 30_000;
const HOSTILE = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;

interface Seen {
  readonly build: string;
  readonly page: string;
  readonly message: string;
  readonly stack: string;
  readonly count: number;
}

describe("reports from pages", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let operator: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    server = await startServer({ env: { OPERATOR_PASSWORD: PASSWORD } });
    const httpCredentials = { username: "operator", password: PASSWORD };
    operator = await browser.newContext({ viewport: LAPTOP, httpCredentials });
    page = await operator.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
  });

  after(async () => {
    await browser?.close();
    await server?.remove();
  });

  async function seen(message: string): Promise<Seen> {
    const authorization = `Basic ${Buffer.from(`operator:${PASSWORD}`).toString("base64")}`;
    const ask = async () => {
      const { body } = await visit(server.url).get("/admin/reports.json", { authorization });
      return (body as { errors: Seen[] }).errors.find((error) => error.message.includes(message)) ?? null;
    };
    return untilFound(ask, PATIENCE_MS, `a report of ${message}`);
  }

  it("tell of what nobody caught, at the latest when the page goes away", async () => {
    const player = await openWindow(browser!, server.url);
    await player.page.getByLabel("Your name").waitFor();
    await player.page.evaluate(() => {
      void Promise.reject(new Error("nobody waits for this"));
      for (let times = 0; times < 3; times++)
        setTimeout(() => {
          throw new TypeError("thrown at /play/aBcDeFgHi");
        });
    });
    await player.page.waitForFunction(() => new Promise((resolve) => setTimeout(resolve, 0, true)));
    await player.page.goto("about:blank");
    const thrown = await seen("TypeError: thrown");
    assert.deepEqual(
      [thrown.page, thrown.message, thrown.count, thrown.build],
      ["home", "TypeError: thrown at /play/…", 3, builtFrom().slice(0, 12)],
    );
    assert.doesNotMatch(thrown.stack, /localhost|127\.0\.0\.1|aBcDeFgHi/u);
    await seen("nobody waits for this");
    assert.deepEqual((await player.context.cookies()).length, 0);
    await player.close();
  });

  it("tell of a bug that is shown in place of a page, a little later", async () => {
    const player = await openWindow(browser!, server.url);
    await player.context.route("**/api/matches/*", (route) => route.fulfill({ json: { status: "finished" } }));
    await player.page.goto(`${server.url}/match/3f2b8c1e-9d4a-4c6b-8e1f-0a1b2c3d4e5f`);
    await player.page.getByText("Something went wrong on our side").waitFor();
    const bug = await seen("TypeError: Cannot");
    assert.equal(bug.page, "record");
    assert.match(bug.stack, /assets\/[\w.…]+\.js:\d+:\d+/u);
    await player.close();
  });

  it("are told nothing about where the server is away, and the page is none the worse", async () => {
    const player = await openWindow(browser!, server.url);
    await player.context.route("**/api/reports", (route) => route.abort());
    const failed = player.page.waitForEvent("requestfailed", (request) => request.url().endsWith("/api/reports"));
    await player.page.evaluate(() => void Promise.reject(new Error("told to nobody")));
    await failed;
    await player.page.getByLabel("Your name").fill("Ada");
    assert.equal(
      player.complaints.filter((one) => one.startsWith("error: ")).length,
      1,
      "its own failure is not thrown",
    );
    await player.close();
  });

  it("are read by the operator, as text, at any size and by everybody", async () => {
    for (let n = 0; n < 3; n++) {
      const stack = `Error: ${HOSTILE}\n    at ${HOSTILE} (assets/main.js:1:2)\n${"x ".repeat(300)}`;
      const entries = [{ ...sampleError(HOSTILE, 40), stack }, sampleError("widewidewide".repeat(20)), sampleFigures()];
      const report = {
        build: "0000aaaa1111",
        entries: [...entries, { ...sampleFigures(), frameMs: 9 * n, stalls: n }],
      };
      assert.equal((await visit(server.url).post("/api/reports", report)).status, 204);
    }
    const current = { build: builtFrom().slice(0, 12), entries: [sampleError("of this build")] };
    assert.equal((await visit(server.url).post("/api/reports", current)).status, 204);
    await page.goto(`${server.url}/admin`);
    await assertFitForAll(page);
    await page.getByRole("link", { name: "Reports from browsers" }).click();
    await page.getByText("other build 0000aaaa1111").first().waitFor();
    await page.getByText("current build,").first().waitFor();
    await page.getByText("Round trip (median)").waitFor();
    for (const summary of await page.locator("summary").all()) await summary.click();
    assert.ok((await page.locator("pre").first().innerText()).includes("onerror"), "the stack is there, as text");
    assert.equal(await page.locator("main img, main script").count(), 0);
    assert.equal(await page.title(), "Reports from browsers");
    await assertFitForAll(page);
    await page.getByRole("link", { name: "last seen" }).click();
    await page.getByRole("link", { name: "30 days" }).click();
    assert.match(page.url(), /days=30&sort=seen/u);
    await page.goto(`${server.url}/admin/reports?days=evil&sort[]=x`);
    await page.getByText("Round trip (median)").waitFor();
    assert.deepEqual([...complaints, ...serverComplaints(server)], []);
  });
});
