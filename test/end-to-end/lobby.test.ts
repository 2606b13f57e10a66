// Two accounts in two windows: one challenges the other from their page, the other offers other rules, and both sit at one table;
// another tab of one of them stays where it is.

import assert from "node:assert/strict";
import { assertFitForAll, LAPTOP } from "../support/accessibility.ts";
import type { SeededAccount } from "../support/accounts.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import type { TestServer } from "../support/server.ts";
import { startServerOf } from "../support/server-of-accounts.ts";

const SMALL = { width: 480, height: 270 };

describe("two in the lobby", () => {
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

  it("challenge, decline, offer other rules, accept, and sit at one table", async () => {
    const bobs = await openAs(bob, "/friends");
    await bobs.page.getByRole("heading", { name: "Friends" }).waitFor();
    const adas = await openAs(ada, "/player/bob");
    await adas.page.getByRole("link", { name: "Challenge" }).click();
    const dialog = adas.page.getByRole("dialog");
    await dialog.getByRole("heading", { name: "Challenge bob" }).waitFor();
    await assertFitForAll(adas.page);
    await dialog.getByLabel("Custom rules").check({ force: true });
    await dialog.getByRole("button", { name: "Send challenge" }).click();
    await adas.page.locator(".challenge").getByText("You challenged bob").waitFor();

    // Told wherever they are, and led to it.
    await bobs.page.getByRole("link", { name: "Notifications, 1 unread" }).waitFor();
    await bobs.page.getByRole("link", { name: "ada challenges you to a match" }).click();
    await bobs.page.locator(".challenge").getByText("ada challenges you").waitFor();
    await assertFitForAll(bobs.page);
    await bobs.page.getByRole("button", { name: "Decline ada's challenge" }).click();
    await adas.page.locator(".challenge").getByText("bob declined.").waitFor();
    await adas.page.getByRole("status").getByText("bob declined.").waitFor();

    await adas.page.getByLabel("Search by name").fill("bo");
    await adas.page.getByRole("button", { name: "Challenge bob" }).click();
    await adas.page.getByRole("button", { name: "Send challenge" }).click();
    await adas.page.locator(".challenge:focus").getByText("You challenged bob").waitFor();
    await bobs.page.getByRole("button", { name: "Suggest other rules to ada" }).click();
    await bobs.page.getByRole("dialog").waitFor();
    await adas.page.getByRole("button", { name: "Withdraw your challenge to bob" }).click();
    await adas.page.getByRole("heading", { name: "Lobby" }).and(adas.page.locator(":focus")).waitFor();
    await bobs.page.getByRole("dialog").waitFor({ state: "detached" });
    await bobs.page.locator(".challenge:focus").getByText("ada withdrew the challenge.").waitFor();

    const other = await adas.openTab("/lobby");
    await other.page.getByRole("button", { name: "Challenge bob" }).waitFor();
    await adas.page.getByRole("button", { name: "Challenge bob" }).click();
    await adas.page.getByRole("button", { name: "Send challenge" }).click();
    await bobs.page.getByRole("button", { name: "Suggest other rules to ada" }).click();
    await bobs.page.getByLabel("Quick").check({ force: true });
    await bobs.page.getByLabel("Ranked").check();
    await bobs.page.getByRole("button", { name: "Suggest these rules" }).click();
    const offer = adas.page.locator(".challenge-mine");
    await offer.getByText("bob suggests other rules").waitFor();
    await offer.getByText("Quick, first to 5").waitFor();
    await offer.getByText("Ranked").waitFor();
    // A table that is drawn small is drawn soon.
    for (const { page } of [adas, bobs]) await page.setViewportSize(SMALL);
    await offer.getByRole("button", { name: "Accept bob's challenge" }).click();
    await Promise.all([adas, bobs].map(({ page }) => page.waitForURL(/\/play\//u)));
    assert.equal(adas.page.url(), bobs.page.url());
    const back = other.page.getByRole("link", { name: "Go to your match" });
    assert.equal(new URL((await back.getAttribute("href"))!, server.url).href, adas.page.url());
    await assertFitForAll(other.page);
    await adas.page.getByRole("heading", { name: "ada against bob" }).waitFor({ state: "attached" });

    assert.deepEqual([...adas.complaints, ...other.complaints, ...bobs.complaints, ...serverComplaints(server)], []);
    await adas.close();
    await bobs.close();
  });
});
