// The leaderboard in Chromium: read, narrowed, gone through by keyboard and sent on by its address; ranks and achievements on a player's
// page; and all of it over HTTP.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { PlayerAchievement } from "../../db/entities/player-achievement.ts";
import type { Database } from "../../db/open.ts";
import { seasonOf } from "../../ranking/seasons.ts";
import { AchievementsReply } from "../../schema/http/achievements.ts";
import { BOARD_PAGE, LeaderboardReply } from "../../schema/http/leaderboards.ts";
import { RatingsReply } from "../../schema/http/ratings.ts";
import { assertFitForAll, LAPTOP } from "../support/accessibility.ts";
import { SECRET, type SeededAccount, seedAccount } from "../support/accounts.ts";
import { visit } from "../support/browser-like.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { seedRating } from "../support/standings.ts";
import { newStorage, openStorage } from "../support/storage.ts";

const PLAYERS = 2 * BOARD_PAGE + 3;
const SEASON = seasonOf(new Date());

describe("the leaderboard", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  const players: SeededAccount[] = [];
  /** In the middle of the list. */
  const own = 30;

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    const storage = await newStorage();
    const database = await openStorage(storage);
    for (let n = 0; n < PLAYERS; n++) {
      const country = n % 10 === 0 ? "FR" : null;
      const player = await seedAccount(database, `p${String(n).padStart(2, "0")}`, { country });
      players.push(player);
      const seasons = n < 5 ? ["all", SEASON] : ["all"];
      await seedRating(database, player.id, seasons, { mode: "classic", rating: 2200 - n * 10, country });
    }
    await seedAchievement(database, players[0]!.id);
    await database.close();
    server = await startServer({ storage, env: { SESSION_SECRET: SECRET } });
  });
  after(async () => {
    await browser?.close();
    await server?.remove();
  });

  async function seedAchievement({ orm }: Database, player: string): Promise<void> {
    const earned = { achievement: "wins10", matchId: randomUUID(), earnedAt: new Date("2026-10-05T12:00:00Z") };
    // And one of another version.
    for (const one of [earned, { ...earned, achievement: "somethingNew" }])
      await orm.em.fork().insert(PlayerAchievement, { ...one, player });
  }

  async function ask(path: string, cookie = ""): Promise<LeaderboardReply> {
    const answer = await visit(server.url, cookie).get(`/api/leaderboards/${path}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return LeaderboardReply.parse(answer.body);
  }

  async function openAs(account: SeededAccount | null, path: string): Promise<PlayerWindow> {
    const cookie = account === null ? {} : { cookie: account.cookie };
    return openWindow(browser!, `${server.url}${path}`, { size: LAPTOP, calm: true, ...cookie });
  }

  async function closeUnharmed(opened: PlayerWindow): Promise<void> {
    await opened.close();
    assert.deepEqual([...opened.complaints, ...serverComplaints(server)], []);
  }

  it("answers over HTTP, in pages and around whoever asks", async () => {
    const top = await ask("classic");
    assert.deepEqual([top.total, top.own, top.previous, top.seasons.length], [PLAYERS, null, null, 1]);
    assert.deepEqual(
      top.rows.map(({ rank, login }) => [rank, login]),
      players.slice(0, BOARD_PAGE).map(({ login }, at) => [at + 1, login]),
    );
    const next = await ask(`classic?after=${top.next}`);
    assert.equal(next.rows[0]?.rank, BOARD_PAGE + 1);
    assert.deepEqual((await ask(`classic?before=${next.previous}`)).rows, top.rows);
    const around = await ask("classic?around=me", players[own]!.cookie);
    assert.equal(around.own, own + 1);
    assert.ok(around.rows.some(({ id }) => id === players[own]!.id));
    assert.deepEqual(
      (await ask("classic?country=FR")).rows.map(({ rank }) => rank),
      [1, 2, 3, 4, 5],
    );
    assert.equal((await ask(`classic?season=${SEASON}`)).total, 5);
    assert.deepEqual((await ask("quick")).rows, []);
    for (const wrong of [
      "slow",
      "classic?season=winter",
      "classic?country=fr",
      "classic?after=x",
      "classic?around=you",
    ])
      assert.match(String((await visit(server.url).get(`/api/leaderboards/${wrong}`)).status), /^4/u, wrong);
    const ratings = RatingsReply.parse((await visit(server.url).get("/api/players/p03/ratings")).body);
    assert.deepEqual([ratings.ratings[0]?.rank, ratings.ratings[0]?.seasonRank], [4, 4]);
    const earned = AchievementsReply.parse((await visit(server.url).get("/api/players/p00/achievements")).body);
    assert.deepEqual(
      earned.achievements.map(({ achievement }) => achievement),
      ["wins10"],
    );
  });

  it("is read from the top, page by page, and leads to the players", async () => {
    const opened = await openAs(null, "/");
    const { page } = opened;
    await page.getByRole("link", { name: "Leaderboard" }).click();
    await page.getByRole("heading", { name: "Leaderboard" }).waitFor();
    await page.getByText(`${PLAYERS} players`).waitFor();
    assert.equal(await page.locator("tbody tr").count(), BOARD_PAGE);
    await assertFitForAll(page);
    await page.getByRole("link", { name: "Next" }).click();
    await page.getByRole("link", { name: "p20" }).waitFor();
    await page.goBack();
    await page.getByRole("link", { name: "p00" }).click();
    await page.getByText("Number 1 of all time").waitFor();
    await page.getByText("Number 1 this season").waitFor();
    await page.getByText("1 of 21").waitFor();
    await page.getByRole("link", { name: "the match on October 5, 2026" }).waitFor();
    await page.getByText("Still to earn (20)").click();
    await page.getByText("Win 1000 matches.").waitFor();
    await assertFitForAll(page);
    await closeUnharmed(opened);
  });

  it("shows what there is of an address that somebody has made up, and says so in it", async () => {
    const opened = await openAs(null, "/leaderboard?season=2099-Q4&country=FR");
    const { page } = opened;
    await page.getByText("5 players").waitFor();
    assert.equal(new URL(page.url()).search, "?country=FR");
    assert.equal(await page.getByLabel("Period").inputValue(), "all");
    await page.goto(`${server.url}/leaderboard?season=winter&country=zz`);
    await page.getByText(`${PLAYERS} players`).waitFor();
    assert.equal(new URL(page.url()).search, "");
    await closeUnharmed(opened);
  });

  it("shows who comes with an account where they stand, and keeps what is chosen in the address", async () => {
    const opened = await openAs(players[own]!, "/leaderboard");
    const { page } = opened;
    await page.getByText(`You're number ${own + 1} of ${PLAYERS}.`).waitFor();
    await page.getByRole("link", { name: "Show my rank" }).click();
    await page.locator("tr[aria-current=true]", { hasText: players[own]!.name }).waitFor();
    await page.getByLabel("Country").selectOption({ label: "France" });
    await page.getByText("You're number 4 of 5.").waitFor();
    assert.equal(new URL(page.url()).search, "?country=FR");
    await page.getByLabel("Period").selectOption(SEASON);
    await page.getByText("You're not on this leaderboard yet.").waitFor();
    await page.reload();
    await page.getByText("You're not on this leaderboard yet.").waitFor();
    await page.getByRole("radio", { name: "Classic" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByText("Nobody is on this leaderboard yet").waitFor();
    assert.ok(await page.getByRole("radio", { name: "Quick" }).evaluate((radio) => radio === document.activeElement));
    await assertFitForAll(page);
    await closeUnharmed(opened);
  });
});
