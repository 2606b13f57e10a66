// Two accounts meet through the ranked queue, play, and see what it did to their ratings; on the page, as they would.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { RatingsReply } from "../../schema/http/ratings.ts";
import { SECRET, type SeededAccount, seedAccount } from "../support/accounts.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { FAST } from "../support/pace.ts";
import { openWindow, type PlayerWindow as Window } from "../support/player-window.ts";
import { acceptOpponent } from "../support/guest-visit.ts";
import { playToTheEnd } from "../support/key-playing.ts";
import { panel, untilSeated } from "../support/match-page.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { type TestServer, startServer } from "../support/server.ts";
import { newStorage, openStorage } from "../support/storage.ts";

const MATCH_MS = 180_000;

describe("two who play for their ratings", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let windows: Window[] = [];
  let people: SeededAccount[] = [];

  before(async function () {
    browser = await borrowChromium(FAST);
    if (browser === null) return this.skip();
    const storage = await newStorage();
    const database = await openStorage(storage);
    people = [await seedAccount(database, "ada"), await seedAccount(database, "bob")];
    await database.close();
    const env = {
      PLAY_NOW_POINTS: "3",
      SESSION_SECRET: SECRET,
      RECONNECT_SECONDS: "3600",
      RECONNECT_TOTAL_SECONDS: "3600",
    };
    server = await startServer({ pace: FAST, storage, env });
  });

  after(async () => {
    const complaints = [...windows.flatMap((window) => window.complaints), ...(server ? serverComplaints(server) : [])];
    for (const window of windows) await window.close();
    await browser?.close();
    await server?.remove();
    assert.deepEqual(complaints, []);
  });

  async function enter({ cookie }: SeededAccount): Promise<Window> {
    const window = await openWindow(browser!, server.url);
    const [name = "", value = ""] = cookie.split("=");
    await window.page.context().addCookies([{ name, value, url: server.url }]);
    await window.page.reload();
    await window.page.getByRole("button", { name: "Ranked" }).click();
    await window.page.getByRole("link", { name: /^Classic/u }).click();
    await window.page.getByText("Classic, ranked").waitFor();
    return window;
  }

  it("meet in the queue, play, and see their ratings change", async () => {
    windows = [await enter(people[0]!), await enter(people[1]!)];
    const [one, other] = windows.map((window) => window.page);
    assert.ok(one && other);
    await one.getByText("Rating 1500, provisional").waitFor();
    await Promise.all([acceptOpponent(one), acceptOpponent(other)]);
    await Promise.all([untilSeated(one, "ada", "bob"), untilSeated(other, "bob", "ada")]);
    assert.deepEqual(await one.locator(".plate-rating").allTextContents(), ["1500", "1500"]);
    // So short a match, and so fast a one, is over before somebody has come to watch it: it waits for them, paused.
    await one.locator(".countdown").waitFor();
    await other.goto("about:blank");
    await panel(one, "bob is reconnecting").waitFor();
    const third = await watch(new URL(one.url()).pathname.replace("play", "watch"));
    await one.locator(".hud").getByText("1 watching").waitFor();
    await other.goBack();
    await untilSeated(other, "bob", "ada");
    await playToTheEnd(one, other, MATCH_MS);
    const texts = await Promise.all([one, other].map((page) => page.locator(".result-rating").textContent()));
    const wins = await panel(one, "You won").isVisible();
    const [up, down] = wins ? texts : texts.toReversed();
    assert.equal(up, "Rating 1500 → 1662 (+162), provisional");
    assert.equal(down, "Rating 1500 → 1338 (−162), provisional");
    const reply = await one.evaluate(async () => (await fetch("/api/players/ada/ratings")).json() as Promise<unknown>);
    const [rating] = RatingsReply.parse(reply).ratings;
    assert.equal(rating?.rating, wins ? 1662 : 1338);
    assert.deepEqual(
      [rating?.mode, rating?.played, rating?.won, rating?.provisional],
      ["classic", 1, wins ? 1 : 0, true],
    );
    await third.getByText(`${wins ? "ada" : "bob"} won`).waitFor();
    await replayTheLongest(third);
    // Told once, and kept until it is read.
    await one.goto(`${server.url}/notifications`);
    await one.getByRole("link", { name: /^New (?:You beat bob|bob beat you)/u }).waitFor();
  });

  /** Somebody new. */
  async function watch(path: string): Promise<Page> {
    const window = await openWindow(browser!, `${server.url}${path}`, { calm: true });
    windows.push(window);
    const { page } = window;
    await page.getByLabel("Your name").fill("Cleo");
    await page.getByRole("button", { name: "Watch" }).click();
    await page.locator(".replay-board").getByText("ada").waitFor();
    await page.getByText("Classic, ranked · 1 watching").waitFor();
    return page;
  }

  /** From the end of the match to its replay, and by a link to the longest rally there again, as somebody else. */
  async function replayTheLongest(page: Page): Promise<void> {
    await page.getByRole("link", { name: "Watch the replay" }).click();
    await page.getByRole("button", { name: "Play the replay" }).click();
    await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
    await page.keyboard.press("k");
    await page.getByRole("button", { name: /^Longest rally/u }).click();
    await page.evaluate(() => {
      const note = (text: string): Promise<void> => {
        document.title = text;
        return Promise.resolve();
      };
      Object.defineProperty(navigator, "clipboard", { value: { writeText: note } });
    });
    await page.getByRole("button", { name: "Copy link to this moment" }).click();
    await page.getByText("Link copied").waitFor();
    const link = await page.title();
    assert.match(link, /\/match\/[\da-f-]{36}\?t=\d+\.\d$/u);
    const guest = await openWindow(browser!, link, { calm: true });
    windows.push(guest);
    const slider = guest.page.getByRole("slider", { name: "Place in the match" });
    await slider.waitFor();
    const seconds = Number(new URL(link).searchParams.get("t"));
    const place = Number(await slider.inputValue()) / 60;
    assert.ok(Math.abs(place - seconds) < 0.2, `at ${place} s instead of ${seconds}`);
  }
});
