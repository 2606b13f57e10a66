// Two accounts in two windows: they become friends, see each other come, play and go, and one blocks the other.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertFitForAll, LAPTOP } from "../support/accessibility.ts";
import type { SeededAccount } from "../support/accounts.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import type { TestServer } from "../support/server.ts";
import { startServerOf } from "../support/server-of-accounts.ts";

describe("two friends", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let ada: SeededAccount;
  let bob: SeededAccount;

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    const { accounts, ...started } = await startServerOf("ada", "bob");
    ({ server } = started);
    [ada, bob] = accounts as [SeededAccount, SeededAccount];
  });
  after(async () => {
    await browser?.close();
    await server?.remove();
  });

  function openAs({ cookie }: SeededAccount, path: string): Promise<PlayerWindow> {
    return openWindow(browser!, `${server.url}${path}`, { size: LAPTOP, calm: true, cookie });
  }

  it("ask, accept, see each other come, play and go, and part", async () => {
    const adas = await openAs(ada, "/friends");
    const bobs = await openAs(bob, "/friends");
    await adas.page.getByText("Nobody here yet").waitFor();
    await assertFitForAll(adas.page);

    await ask(adas.page, "Bob");
    await adas.page.getByText("Request sent to bob.").waitFor();
    await bobs.page.getByRole("heading", { name: "Friend requests" }).waitFor();
    await bobs.page.locator(".top-account .badge").waitFor();
    await bobs.page.locator(".toasts").getByRole("link", { name: "ada would like to be your friend" }).waitFor();
    await assertFitForAll(bobs.page);
    await bobs.page.getByRole("button", { name: "Accept request: ada" }).click();
    await statusOf(bobs.page, "ada", "Online");
    await statusOf(adas.page, "bob", "Online");
    await assertFitForAll(adas.page);
    // What is opened is read; what was there before the page was opened is told by the bell alone.
    await adas.page.locator(".toasts").getByRole("link", { name: "bob is now your friend" }).click();
    await adas.page.getByRole("heading", { name: "bob" }).waitFor();
    await adas.page.goto(`${server.url}/notifications`);
    await adas.page.getByRole("link", { name: "bob is now your friend" }).waitFor();
    assert.equal(await adas.page.locator(".notification-new, .toast-notification").count(), 0);
    await adas.page.goto(`${server.url}/friends`);

    // On any page, and over its changes.
    await bobs.page.goto(`${server.url}/`);
    await bobs.page.getByRole("button", { name: "Practice" }).click();
    await bobs.page.getByRole("button", { name: "Dewdrop" }).click();
    await statusOf(adas.page, "bob", "In a match");
    await bobs.page.goto(`${server.url}/player/ada`);
    await statusOf(adas.page, "bob", "Online");
    await bobs.page.getByText("Online").waitFor();
    await assertFitForAll(bobs.page);
    assert.deepEqual(bobs.complaints, []);
    await bobs.close();
    await statusOf(adas.page, "bob", "Last seen");

    await blockAndBeRefused(adas);
    assert.deepEqual([...adas.complaints, ...serverComplaints(server)], []);
    await adas.close();
  });

  /** Ada blocks Bob, who sees her like somebody who lets nobody near, and is refused without a reason. */
  async function blockAndBeRefused({ page }: PlayerWindow): Promise<void> {
    await page.getByRole("link", { name: "bob" }).click();
    await page.getByRole("heading", { name: "bob" }).waitFor();
    await page.getByRole("button", { name: "Block", exact: true }).click();
    await assertFitForAll(page);
    await page.getByRole("dialog").getByRole("button", { name: "Block", exact: true }).click();
    await page.getByText("You've blocked bob.").waitFor();

    const bobs = await openAs(bob, "/player/ada");
    await bobs.page.getByRole("heading", { name: "ada" }).waitFor();
    assert.equal(await bobs.page.locator(".status-online, .status-playing").count(), 0);
    assert.equal(await bobs.page.getByRole("button", { name: "Invite to a match" }).count(), 0);
    await bobs.page.getByRole("button", { name: "Add friend" }).click();
    await bobs.page.getByRole("alert").filter({ hasText: /\S/u }).waitFor();
    assert.doesNotMatch(await bobs.page.locator("main").innerText(), /blocked/iu);
    await bobs.close();

    await page.goto(`${server.url}/friends`);
    await page.getByText("Blocked (1)").click();
    await assertFitForAll(page);
    await page.getByRole("button", { name: "Unblock: bob" }).click();
    await page.getByText("Blocked (1)").waitFor({ state: "detached" });
  }
});

async function ask(page: Page, login: string): Promise<void> {
  await page.getByLabel("Their login name").fill(login);
  await page.getByRole("button", { name: "Send request" }).click();
}

async function statusOf(page: Page, name: string, words: string): Promise<void> {
  await page.locator(".people-row", { hasText: name }).getByText(words).waitFor();
}
