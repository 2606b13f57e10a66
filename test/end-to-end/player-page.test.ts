// Players' pages in Chromium: what they show to whom, that texts stay texts, and moderation there.

import assert from "node:assert/strict";
import { createMatches } from "../../db/repositories/matches.ts";
import { assertFitForAll, LAPTOP } from "../support/accessibility.ts";
import { SECRET, type SeededAccount, seedAccount } from "../support/accounts.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { newStorage, openStorage } from "../support/storage.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { sampleResult } from "../support/sample-match.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";

const ABOUT = `<img src=x onerror="document.title='broken into'"> I serve wide. {{name}}`;
const MATCHES = 23;

describe("players' pages", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let ada: SeededAccount;
  let bo: SeededAccount;
  let ann: SeededAccount;

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    const storage = await newStorage();
    const database = await openStorage(storage);
    ada = await seedAccount(database, "ada.l", { about: ABOUT, country: "FR" });
    bo = await seedAccount(database, "bob");
    ann = await seedAccount(database, "ann", { role: "admin" });
    await seedMatches(createMatches(database.orm));
    await database.close();
    server = await startServer({ storage, env: { SESSION_SECRET: SECRET } });
  });
  after(async () => {
    await browser?.close();
    await server?.remove();
  });

  async function seedMatches(matches: ReturnType<typeof createMatches>): Promise<void> {
    const lateness = { presses: 0, histogram: [] };
    for (let n = 0; n < MATCHES; n++) {
      const seats = [ada, bo].map(({ id, name }, seat) => {
        return { sitter: "person" as const, playerId: id, name, points: seat === n % 2 ? 11 : n % 9, lateness };
      });
      const finishedAt = new Date(Date.now() - n * 3_600_000);
      await matches.finish(sampleResult({ seats, winner: n % 2, finishedAt }));
    }
  }

  async function openAs(account: SeededAccount | null, path: string): Promise<PlayerWindow> {
    const opened = await openWindow(browser!, `${server.url}${path}`, {
      size: LAPTOP,
      calm: true,
      ...(account === null ? {} : { cookie: account.cookie }),
    });
    return opened;
  }

  async function closeUnharmed(opened: PlayerWindow, expected = /^$/u): Promise<void> {
    const complaints = opened.complaints.filter((one) => !expected.test(one));
    await opened.close();
    assert.deepEqual([...complaints, ...serverComplaints(server)], []);
  }

  it("show who somebody is, as text, and all their matches", async () => {
    const opened = await openAs(null, "/player/ADA.L");
    const { page } = opened;
    await page.getByRole("heading", { name: "ada.l" }).waitFor();
    assert.equal(new URL(page.url()).pathname, "/player/ada.l");
    await page.getByText(ABOUT).waitFor();
    await page.getByText("France").waitFor();
    await page.getByText("Offline").or(page.getByText("Last seen")).first().waitFor();
    assert.match(await page.title(), /^ada\.l \(ada\.l\)/u);
    await page.getByRole("button", { name: "Show more" }).waitFor();
    await assertFitForAll(page);
    assert.equal(await page.locator(".played-row").count(), 20);
    await page.getByRole("button", { name: "Show more" }).click();
    await page
      .locator(".played-row")
      .nth(MATCHES - 1)
      .waitFor();
    assert.equal(await page.getByRole("button", { name: "Show more" }).count(), 0);
    await page
      .getByRole("link", { name: /replay and analysis/u })
      .first()
      .click();
    await page.waitForURL(/\/match\//u);
    await page.goBack();
    await page.getByRole("link", { name: "bob" }).first().click();
    await page.getByRole("heading", { name: "bob" }).waitFor();
    // Of a match without a recording there are no facts.
    await closeUnharmed(opened, /404/u);
  });

  it("lead home where there is nobody", async () => {
    const opened = await openAs(null, "/player/who.else");
    await opened.page.getByRole("heading", { name: "No such player" }).waitFor();
    await assertFitForAll(opened.page);
    await closeUnharmed(opened, /404/u);
  });

  it("lead their own account to where it is changed", async () => {
    const opened = await openAs(ada, "/player/ada.l");
    await opened.page.getByRole("link", { name: "Edit profile" }).waitFor();
    assert.equal(await opened.page.getByRole("button", { name: "Block" }).count(), 0);
    await assertFitForAll(opened.page);
    await closeUnharmed(opened);
  });

  it("let an invitation begin", async () => {
    const opened = await openAs(bo, "/player/ada.l");
    await opened.page.getByRole("button", { name: "Invite to a match" }).click();
    await opened.page.getByLabel("Link to this table").waitFor();
    await closeUnharmed(opened);
  });

  it("let admins close an account, open it and give a role", async () => {
    const opened = await openAs(ann, "/player/bob");
    const { page } = opened;
    await page.getByLabel("Reason (they will see it)").fill("for the test");
    await page.getByLabel("Ban for").selectOption({ label: "1 day" });
    await assertFitForAll(page);
    await page.getByRole("button", { name: "Ban", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ban", exact: true }).click();
    await page.getByText("Banned until").waitFor();
    await assertFitForAll(page);
    await page.getByRole("button", { name: "Lift the ban" }).click();
    await page.getByLabel("Role").selectOption("moderator");
    await page.getByRole("button", { name: "Change role" }).click();
    await page.locator(".tag", { hasText: "Moderator" }).waitFor();
    await closeUnharmed(opened);
  });
});
