// The server is killed in mid-match and starts again on what it had: what both players are told, and what is still there.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { playToTheEnd } from "../support/key-playing.ts";
import { FAST } from "../support/pace.ts";
import { patience } from "../support/patience.ts";
import { panel, score, untilPlaying } from "../support/match-page.ts";
import { besidesTheLine, openWindow } from "../support/player-window.ts";
import { seatPair } from "../support/seated-pair.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { newStorage } from "../support/storage.ts";

const MATCH_MS = 150_000;
const SEEN_WITHIN_MS = 10_000;
/** How the new server answers who asks for a table of the old one. */
const NO_SUCH_ROOM = /\b522\b/u;

describe("a server that is killed", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;

  before(async function () {
    browser = await borrowChromium(FAST);
    if (browser === null) return this.skip();
    server = await startServer({ pace: FAST, storage: await newStorage("PGlite") });
  });

  after(async () => {
    await browser?.close();
    await server?.remove();
  });

  it("tells both players so, says after its restart that their match is lost, and keeps the finished one", async () => {
    const { url } = server;
    const windows = await seatPair(browser!, { name: "Ada", url }, { name: "Bob", url });
    const pages = windows.map(({ page }) => page) as [Page, Page];
    await playToTheEnd(...pages, MATCH_MS);
    const final = await score(pages[0]);
    await pages[0].locator(".result .facts").waitFor();
    const record = await pages[0].getByRole("link", { name: "Replay and analysis" }).getAttribute("href");
    for (const page of pages) await page.getByRole("button", { name: "Rematch" }).click();
    await Promise.all(pages.map(untilPlaying));

    await server.kill9();
    await Promise.all(pages.map((page) => panel(page, /Reconnecting/u).waitFor({ timeout: patience(SEEN_WITHIN_MS) })));

    const before = server;
    server = await startServer({ pace: FAST, storage: server.storage, env: { PORT: new URL(url).port } });
    for (const page of pages) await panel(page, "This match was interrupted").waitFor();
    for (const window of windows)
      assert.deepEqual(
        besidesTheLine(window).filter((one) => !NO_SUCH_ROOM.test(one)),
        [],
      );

    const reader = await openWindow(browser!, url + record!);
    await panel(reader.page, `${final[0] > final[1] ? "Ada" : "Bob"} won`).waitFor();
    const points = await reader.page.locator(".record-points").allTextContents();
    assert.deepEqual(new Set(points.map(Number)), new Set(final));
    assert.deepEqual(reader.complaints, []);
    assert.deepEqual(serverComplaints(before), []);
    assert.match(
      serverComplaints(server).join(),
      /^\S+ warn matches were cut off when a server went down interrupted=1$/u,
    );

    // They are still who they were, and can play again.
    await pages[0].getByRole("link", { name: "Play now" }).click();
    await pages[0].getByRole("button", { name: "Play now" }).waitFor();
    assert.equal(await pages[0].getByLabel("Your name").inputValue(), "Ada");
  });
});
