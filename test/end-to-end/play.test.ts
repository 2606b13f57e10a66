// The main job of the product, as people do it: two windows, two names, a match by key presses, its result, a rematch.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { acceptOpponent, pressPlayNow, setUpTable, takeSeat } from "../support/guest-visit.ts";
import { playToTheEnd } from "../support/key-playing.ts";
import { FAST } from "../support/pace.ts";
import { facts, noteScores, panel, score, untilSeated } from "../support/match-page.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";

const MATCH_MS = 150_000;

describe("two windows", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let one: PlayerWindow;
  let other: PlayerWindow;

  before(async function () {
    browser = await borrowChromium(FAST);
    if (browser === null) return this.skip();
    server = await startServer({ pace: FAST, env: { PLAY_NOW_POINTS: "3" } });
  });

  beforeEach(async () => {
    [one, other] = await Promise.all([openWindow(browser!, server.url), openWindow(browser!, server.url)]);
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

  it("meet by Play now, play a whole match, see its result and play again", async () => {
    await Promise.all([pressPlayNow(one.page, "Ada"), pressPlayNow(other.page, "Bob")]);
    await Promise.all([acceptOpponent(one.page), acceptOpponent(other.page)]);
    await playAndPlayAgain("Ada", "Bob");
  });

  it("meet by a friend's link, play a whole match, see its result and play again", async () => {
    const link = await setUpTable(one.page, "Cleo", 3);
    await other.page.goto(link);
    await takeSeat(other.page, "Dan");
    await playAndPlayAgain("Cleo", "Dan");
  });

  async function playAndPlayAgain(name: string, otherName: string): Promise<void> {
    const pages = [one.page, other.page] as const;
    await Promise.all([untilSeated(one.page, name, otherName), untilSeated(other.page, otherName, name)]);
    for (const page of pages) await page.getByText("First to 3").waitFor();
    const notes = await Promise.all(pages.map(noteScores));
    await playToTheEnd(...pages, MATCH_MS);

    const [seenByOne = [], seenByOther = []] = await Promise.all(notes.map((tell) => tell()));
    assert.deepEqual(seenByOther, seenByOne.map(turnRound), "both saw the same score after every goal");
    const final = await score(one.page);
    assert.deepEqual(await score(other.page), final.toReversed());
    assert.equal(Math.max(...final), 3);
    assert.ok(Math.min(...final) < 3);

    const oneWon = final[0] > final[1];
    await panel(one.page, oneWon ? "You won" : `${otherName} won`).waitFor();
    await panel(other.page, oneWon ? `${name} won` : "You won").waitFor();
    const shown = await Promise.all(pages.map(figures));
    assert.deepEqual(shown[0], shown[1], "both see the same figures");
    assert.equal(shown[0]!.get("Rallies"), String(final[0] + final[1]));
    assert.match(shown[0]!.get("Longest rally") ?? "", /^\d+ hits?$/u);
    assert.match(shown[0]!.get("Top speed") ?? "", /^[1-9]\d* km\/h$/u);
    await readRecord(
      one,
      new Map([
        [name, final[0]],
        [otherName, final[1]],
      ]),
    );

    await playAgain(name);
  }

  async function playAgain(name: string): Promise<void> {
    await one.page.getByRole("button", { name: "Rematch" }).click();
    await other.page.getByText(`${name} wants a rematch`).waitFor();
    await other.page.getByRole("button", { name: "Rematch" }).click();
    for (const { page } of [one, other]) {
      await page.locator(".countdown").waitFor();
      assert.deepEqual(await score(page), [0, 0]);
      await page.locator(".result").waitFor({ state: "detached" });
    }
  }
});

/** The result has a page of its own, with both names and both scores. */
async function readRecord(seenIn: PlayerWindow, points: ReadonlyMap<string, number>): Promise<void> {
  const address = await seenIn.page.getByRole("link", { name: "Replay and analysis" }).getAttribute("href");
  const { page, complaints } = await seenIn.openTab(address!);
  const winner = [...points.keys()].find((name) => points.get(name) === 3);
  await panel(page, `${winner} won`).waitFor();
  const names = await page.locator(".record-name").allTextContents();
  const shown = await page.locator(".record-points").allTextContents();
  assert.deepEqual(new Map(names.map((name, at) => [name, Number(shown[at])])), points);
  assert.deepEqual(complaints, []);
  await page.close();
}

async function figures(page: Page): Promise<ReadonlyMap<string, string>> {
  await page.locator(".result .facts dd").first().waitFor();
  return facts(page);
}

function turnRound(shown: string): string {
  return shown.split(":").toReversed().join(":");
}
