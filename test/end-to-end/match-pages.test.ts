// The pages of a match, from the invitation to the result, as everybody must be able to use them; a third person at a full
// table; and, meanwhile, somebody whose opponent says yes and does not come.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { openQueue } from "../../sdk/open-queue.ts";
import { assertFitForAll } from "../support/accessibility.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { createGuest } from "../support/guest.ts";
import { acceptOpponent, pressPlayNow, setUpTable, takeSeat } from "../support/guest-visit.ts";
import { pressKeys } from "../support/key-playing.ts";
import { panel, untilPlaying, untilSeated } from "../support/match-page.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";

/** In real time: one match lasts for all the pages that are judged meanwhile, and at a faster pace it may be played to its end. */
const PACE = 1;

describe("the pages of a match", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let host: PlayerWindow;
  let guest: PlayerWindow;
  let stranger: PlayerWindow;
  let forsaken: PlayerWindow;
  let link = "";
  /** Both press keys meanwhile, so that nobody loses by idleness. */
  const left = new AbortController();
  let playing: Promise<unknown> = Promise.resolve();

  before(async function () {
    browser = await borrowChromium(PACE);
    if (browser === null) return this.skip();
    server = await startServer({ pace: PACE });
    host = await openWindow(browser, server.url);
    link = await setUpTable(host.page, "Ada", 21);
    guest = await openWindow(browser, link);
    stranger = await openWindow(browser, link);
    forsaken = await openWindow(browser, server.url);
  });

  afterEach(() => {
    const complaints = [host, guest, stranger, forsaken].flatMap((window) => window.complaints.splice(0));
    assert.deepEqual([...complaints, ...serverComplaints(server)], []);
  });

  after(async () => {
    left.abort();
    await playing;
    await browser?.close();
    await server?.remove();
  });

  it("wait for an opponent who has said yes", async () => {
    const { page } = forsaken;
    await pressPlayNow(page, "Flo");
    const { headers } = await createGuest(server.url, "Gil");
    // Says yes at once, and never comes to the table.
    const paired = new Promise((resolve) => {
      openQueue({ url: server.url, headers, onPaired: resolve, onClosed: resolve });
    });
    await acceptOpponent(page);
    await paired;
    await page.locator(".overlay-small", { hasText: "Waiting for your opponent" }).waitFor();
    await assertFitForAll(page);
  });

  it("invite a friend", async () => {
    await panel(host.page, "Send this link to your friend").waitFor();
    await assertFitForAll(host.page);
    await host.page.reload();
    assert.equal(await host.page.getByLabel("Link to this table").inputValue(), link);
  });

  it("ask a friend for a name, then seat them", async () => {
    await guest.page.getByRole("heading", { name: "You're invited to a match" }).waitFor();
    await assertFitForAll(guest.page);
    await takeSeat(guest.page, "Bob");
    await Promise.all([untilSeated(host.page, "Ada", "Bob"), untilSeated(guest.page, "Bob", "Ada")]);
    playing = Promise.all([host, guest].map(({ page }) => pressKeys(page, ["KeyA", "KeyD"], left.signal)));
  });

  it("show the match", async () => {
    await untilPlaying(host.page);
    await assertFitForAll(host.page);
  });

  it("tell a third person that the table is full", async () => {
    await takeSeat(stranger.page, "Eve");
    await isFull(stranger.page);
    await assertFitForAll(stranger.page);
    await stranger.page.reload();
    await isFull(stranger.page);
    await stranger.page.getByRole("link", { name: "Play now" }).click();
    await stranger.page.getByRole("button", { name: "Play now" }).waitFor();
    await stranger.page.goBack();
    await isFull(stranger.page);
    await stranger.page.goForward();
    await stranger.page.getByRole("button", { name: "Play now" }).waitFor();
    // They are refused before a place is kept for them: the browser notes that by itself.
    const refusals = stranger.complaints.splice(0);
    assert.ok(refusals.length > 0 && refusals.every((line) => line.includes("409")), refusals.join("\n"));
  });

  it("say in the first tab that the match goes on in another", async () => {
    const tab = await guest.openTab(guest.page.url());
    await panel(guest.page, "Your match is open in another tab").waitFor();
    // From here on the other tab plays; whoever touches nothing meanwhile loses, and the look at the page takes a while.
    const over = new AbortController();
    const pressing = pressKeys(tab.page, ["KeyA", "KeyD"], over.signal);
    await assertFitForAll(guest.page);
    over.abort();
    await pressing;
    await tab.page.close();
    await guest.page.getByRole("button", { name: "Play here instead" }).click();
    await untilSeated(guest.page, "Bob", "Ada");
  });

  it("ask before a match is left, and show how it ended", async () => {
    await guest.page.locator(".countdown").waitFor();
    left.abort();
    await playing;
    await guest.page.getByRole("link", { name: "Leave" }).click();
    const dialog = guest.page.getByRole("dialog", { name: "Leave the match?" });
    await dialog.waitFor();
    await assertFitForAll(guest.page);
    await dialog.getByRole("button", { name: "Leave and forfeit" }).click();
    await panel(host.page, "Bob left the match").waitFor();
    await host.page.locator(".result .facts dd").first().waitFor();
    await assertFitForAll(host.page);
  });

  it("keep the result over Back, Forward and reload", async () => {
    const { page } = host;
    await page.getByRole("link", { name: "Replay and analysis" }).click();
    await isRecord(page);
    await assertFitForAll(page);
    await page.reload();
    await isRecord(page);
    await page.goBack();
    await panel(page, "Bob left the match").waitFor();
    await page.goForward();
    await isRecord(page);
  });

  it("say that the opponent did not come, and lead back to the queue", async () => {
    const { page } = forsaken;
    await panel(page, "Your opponent didn't show up").waitFor();
    await assertFitForAll(page);
    await page.getByRole("link", { name: "Find another opponent" }).click();
    await page.getByRole("heading", { name: "Looking for an opponent" }).waitFor();
    await page.getByRole("link", { name: "Cancel" }).click();
  });
});

async function isFull(page: Page): Promise<void> {
  await panel(page, "Both seats are taken").waitFor();
}

async function isRecord(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Ada won" }).waitFor();
}
