// Dashboards, histories and the figures of a match in Chromium: the tables behind the charts have the numbers that the recordings
// give, a history is narrowed as its address says, and a rally is chosen where it is drawn.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { factsOf } from "../../pong/match-facts.ts";
import { assertFitForAll, LAPTOP } from "../support/accessibility.ts";
import { SECRET, type SeededAccount, seedAccount } from "../support/accounts.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { type PlayedBy, independentFigures } from "../support/independent-figures.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { seedHistory } from "../support/seeded-history.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { newStorage, openStorage } from "../support/storage.ts";
import { untilFound } from "../support/until.ts";

const MATCHES = 26;
const PAGE = 20;

describe("statistics on pages", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let mine: PlayedBy[] = [];
  let figures: ReturnType<typeof independentFigures>;

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    const storage = await newStorage();
    const database = await openStorage(storage);
    const ada = await seedAccount(database, "ada");
    const others: SeededAccount[] = [];
    for (const login of ["bo", "cy"]) others.push(await seedAccount(database, login));
    await seedAccount(database, "newcomer");
    await seedAccount(database, "shy", { seesHistory: "nobody" });
    mine = await seedHistory(database, ada, others, MATCHES);
    figures = independentFigures(mine);
    await database.close();
    server = await startServer({ storage, env: { SESSION_SECRET: SECRET } });
  });
  after(async () => {
    await browser?.close();
    await server?.remove();
  });

  async function open(path: string, size: { width: number; height: number } = LAPTOP): Promise<PlayerWindow> {
    return openWindow(browser!, `${server.url}${path}`, { size, calm: true });
  }

  async function closeUnharmed(opened: PlayerWindow): Promise<void> {
    await opened.close();
    assert.deepEqual([...opened.complaints, ...serverComplaints(server)], []);
  }

  it("have the numbers of the recordings in the tables behind the charts", async () => {
    const opened = await open("/player/ada/figures");
    const { page } = opened;
    await page.getByRole("heading", { name: "Points by rally length" }).waitFor();
    const { modes, rallies, places, reactions, hours, longestRally, bestStreak } = figures;
    const pairs = (list: readonly { won: number; lost: number }[]) =>
      list.map(({ won, lost }) => [String(won), String(lost)]);
    const columns = async (title: string) => (await table(page, title)).map(([, won = "", lost = ""]) => [won, lost]);
    assert.deepEqual(await columns("Win rate by mode"), pairs([modes.classic, modes.quick, modes.own]));
    assert.deepEqual(await columns("Points by rally length"), pairs(rallies));
    assert.deepEqual(await columns("Balls returned and missed"), pairs(places));
    assert.deepEqual(
      (await table(page, "Reaction time")).map(([, times]) => times),
      reactions.map(String),
    );
    const byHour = new Map(
      (await table(page, "Win rate by hour")).map(([hour, ...counts]) => [hour, counts.slice(0, 2)]),
    );
    for (const [hour, pair] of pairs(hours).entries()) assert.deepEqual(byHour.get(clockHere(hour)), pair);
    assert.equal((await table(page, "Rating")).length, MATCHES - Math.ceil(MATCHES / 3));
    await page.getByText(`${bestStreak} won in a row`).first().waitFor();
    await assertFitForAll(page);

    await page.getByRole("button", { name: "Show as table: Rating" }).click();
    await page.getByRole("region", { name: "Rating" }).getByRole("link").first().waitFor();
    await page.getByLabel("Classic").check({ force: true });
    await page.getByText("No rated match in this mode yet.").waitFor();
    await assertFitForAll(page);
    const href = await page.getByRole("link", { name: `${longestRally!.hits} hits` }).getAttribute("href");
    assert.equal(href, `/match/${longestRally!.matchId}?tick=${Math.round(longestRally!.seconds * 60)}`);
    await closeUnharmed(opened);
  });

  it("are not there before the first match, nor where a history is hidden", async () => {
    const opened = await open("/player/newcomer/figures");
    const { page } = opened;
    await page.getByRole("heading", { name: "Nothing to count yet" }).waitFor();
    await assertFitForAll(page);
    await page.goto(`${server.url}/player/shy/figures`);
    await page.getByText("This player keeps their matches private.").waitFor();
    await assertFitForAll(page);
    await page.getByRole("link", { name: "Profile" }).click();
    await page.getByText("This player keeps their matches private.").waitFor();
    assert.equal(await page.getByRole("search").count(), 0);
    await closeUnharmed(opened);
  });

  it("narrow a history as its address says", async () => {
    const opened = await open("/player/ada?outcome=won&nonsense=1&mode=none");
    const { page } = opened;
    const rows = page.locator(".played-row");
    const won = figures.modes.quick.won;
    const count = async (expected: number) => {
      await rows.nth(expected - 1).waitFor();
      await rows.nth(expected).waitFor({ state: "detached" });
    };
    await count(Math.min(PAGE, won));
    assert.equal(await page.getByLabel("Result").inputValue(), "won");
    await page.getByLabel("Result").selectOption("lost");
    await page.waitForURL(/\?outcome=lost$/u);
    await count(Math.min(PAGE, MATCHES - won));
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByLabel("Opponent's name").fill("CY");
    await page.waitForURL(/\?opponent=CY$/u);
    await count(MATCHES / 2);
    await page.getByLabel("Until").fill("2026-11-02");
    await page.waitForURL(/until=2026-11-02/u);
    const early = mine.filter(({ finishedAt }, n) => n % 2 === 1 && finishedAt < new Date(2026, 10, 3)).length;
    await count(early);
    await page.reload();
    await count(early);
    await assertFitForAll(page);
    await page.getByLabel("Mode").selectOption("classic");
    await page.getByText("No matches found.").waitFor();
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByRole("button", { name: "Show more" }).click();
    await count(MATCHES);
    await closeUnharmed(opened);
  });

  it("show a match rally by rally, and lead to each in the replay", async () => {
    const { matchId, recording } = mine.toSorted((a, b) => b.recording.endTick - a.recording.endTick)[0]!;
    const { rallies } = factsOf(recording);
    const opened = await open(`/match/${matchId}`, { width: 480, height: 400 });
    const { page } = opened;
    await page.getByRole("heading", { name: "Momentum" }).waitFor();
    const speeds = await table(page, "Speed by rally");
    assert.deepEqual(
      speeds.map(([rally, speed]) => [rally, Number(speed)]),
      rallies.map(({ topSpeed }, at) => [String(at + 1), Math.round(topSpeed * 3.6)]),
    );
    const score = [0, 0];
    const leads = rallies.map(({ winner }) => {
      score[winner]!++;
      return [String(score[0]! - score[1]!), score.join(" : ")];
    });
    assert.deepEqual(
      (await table(page, "Momentum")).map(([, lead, , told]) => [lead, told]),
      leads,
    );
    await assertFitForAll(page);
    await page.getByRole("button", { name: "Show as table: Momentum" }).click();
    await page.getByRole("region", { name: "Momentum" }).getByRole("link").last().click();
    const slider = page.getByRole("slider", { name: "Place in the match" });
    await slider.waitFor();
    const last = rallies.at(-1)!.startTick;
    const place = Number(await slider.inputValue());
    assert.ok(place > last - 60 && place < last + 600, `${place} is not about ${last}`);
    // At the left of the drawing is the first rally.
    await page
      .locator("chart-figure", { hasText: "Speed by rally" })
      .locator("canvas")
      .click({ position: { x: 40, y: 90 } });
    const isThere = async () => (Number(await slider.inputValue()) < rallies[1]!.startTick ? true : null);
    await untilFound(isThere, 20_000, "the first rally");
    assert.equal(new URL(page.url()).search, "", "the page stays");
    await closeUnharmed(opened);
  });
});

/** What a clock here shows at this hour UTC. */
function clockHere(hour: number): string {
  const now = new Date();
  now.setUTCHours(hour, 0);
  return now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** The cells of the table of this name, row by row, whether it is seen or heard only. */
async function table(page: Page, name: string): Promise<string[][]> {
  const rows = page.getByRole("table", { name, exact: true }).locator("tbody tr");
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.trim() ?? "")),
  );
}
