// Never alone, as people do it: a match against the computer, a warm-up that an opponent interrupts, two at one keyboard. By key
// presses; each match is stored as what it was, and its recording replays to its result.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { verify } from "../../pong/recording.ts";
import { decodeRecording } from "../../pong/recording-bytes.ts";
import { type FinishedMatch, MatchReply } from "../../schema/http/matches.ts";
import { AI_LEVELS } from "../../pong/ai/levels.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { acceptOpponent, pressPlayNow } from "../support/guest-visit.ts";
import { pressKeys } from "../support/key-playing.ts";
import { FAST } from "../support/pace.ts";
import { patience } from "../support/patience.ts";
import { panel, score, untilPlaying, untilSeated } from "../support/match-page.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { untilFound } from "../support/until.ts";

const MATCH_MS = 150_000;
const STORED_MS = 15_000;

describe("somebody alone", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let window: PlayerWindow;

  before(async function () {
    browser = await borrowChromium(FAST);
    if (browser === null) return this.skip();
    server = await startServer({ pace: FAST, env: { PLAY_NOW_POINTS: "3" } });
  });

  beforeEach(async () => {
    window = await openWindow(browser!, server.url);
  });

  afterEach(async () => {
    const complaints = [...window.complaints, ...serverComplaints(server)];
    await window.close();
    assert.deepEqual(
      // Babylon tells of the loss, which was made on purpose.
      complaints.filter((complaint) => !complaint.includes("WebGL context")),
      [],
    );
  });

  after(async () => {
    await browser?.close();
    await server?.remove();
  });

  /** The match that this tab saw last, once it is stored; its recording ends as it did. */
  async function stored(page: Page): Promise<FinishedMatch> {
    const id = await page.evaluate(() => {
      const keys = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at)!);
      return sessionStorage.getItem(keys.filter((key) => key.startsWith("rally.match.")).at(-1)!)!;
    });
    const match = await untilFound(
      async () => {
        const reply = MatchReply.parse(await (await fetch(`${server.url}/api/matches/${id}`)).json());
        return reply.status === "finished" ? reply.match : null;
      },
      STORED_MS,
      "the match is stored",
    );
    const bytes = await (await fetch(`${server.url}/api/matches/${id}/recording`)).arrayBuffer();
    const recording = decodeRecording(new Uint8Array(bytes));
    assert.ok(recording.presses.length > 0, "something was pressed");
    assert.deepEqual(
      match.players.map(({ points }) => points),
      verify(recording).score,
    );
    return match;
  }

  async function choose(page: Page, choice: string, name: string): Promise<void> {
    await page.getByLabel("Your name").fill(name);
    await page.getByRole("button", { name: choice }).click();
    await page.getByLabel("Points to win").fill("3");
  }

  async function playUntilOver(page: Page, keys: readonly string[]): Promise<void> {
    const over = new AbortController();
    const result = page.locator(".result").waitFor({ timeout: patience(MATCH_MS) });
    await Promise.all([result.finally(() => over.abort()), pressKeys(page, keys, over.signal)]);
  }

  it("plays the computer, loses the graphics and hides the page on the way, and plays again", async () => {
    const { page } = window;
    await choose(page, "Practice", "Ada");
    await page.getByRole("button", { name: "Dewdrop" }).click();
    await untilSeated(page, "Ada", "Robo Dewdrop");
    await untilPlaying(page);
    await loseContext(page);
    await hide(page, true);
    await untilFound(async () => (page.workers().length === 1 ? true : null), STORED_MS, "a worker beats");
    await hide(page, false);
    await untilFound(async () => (page.workers().length === 0 ? true : null), STORED_MS, "the worker has gone");
    const reported = page.waitForResponse((answer) => answer.url().endsWith("/api/reports"), {
      timeout: patience(MATCH_MS),
    });
    await playUntilOver(page, ["ArrowLeft", "ArrowRight"]);
    const shown = await score(page);
    const report = await reported;
    assert.equal(report.status(), 204);
    assert.match(report.request().postData() ?? "", /"kind":"figures","quality":\d/u, "how it ran is told");
    const match = await stored(page);
    assert.deepEqual([match.kind, match.endReason], ["practice", "score"]);
    assert.deepEqual(
      match.players.map(({ points }) => points),
      [...shown],
    );
    await page.getByRole("link", { name: "Replay and analysis" }).click();
    await page.getByText("Robo Dewdrop (AI)").first().waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Rematch" }).waitFor();
  });

  it("practises at each level from the start page, and at the one that is fair", async () => {
    const { page } = window;
    await page.getByLabel("Your name").fill("Uma");
    const levels = AI_LEVELS.map((level) => level[0]!.toUpperCase() + level.slice(1));
    for (const [at, level] of [...levels, "Fair match"].entries()) {
      if (at > 0) await page.goto(server.url);
      await page.getByRole("button", { name: "Practice" }).click();
      await page.getByRole("button", { name: level }).click();
      await untilSeated(page, "Uma", level === "Fair match" ? "Robo Breeze" : `Robo ${level}`);
    }
    await untilPlaying(page);
  });

  it("warms up while waiting, and is called to the match", async () => {
    const { page } = window;
    await pressPlayNow(page, "Cleo");
    await page.getByRole("button", { name: "Warm up while you wait" }).click();
    await untilSeated(page, "Cleo", "Robo Breeze");
    await untilPlaying(page);
    for (const key of ["ArrowLeft", "ArrowRight"]) await page.keyboard.press(key, { delay: 300 });
    await page.getByText("Looking for an opponent").waitFor();
    const other = await openWindow(browser!, server.url);
    await pressPlayNow(other.page, "Dan");
    await page.getByRole("heading", { name: "Opponent found" }).waitFor();
    await Promise.all([acceptOpponent(page), acceptOpponent(other.page)]);
    await Promise.all([untilSeated(page, "Cleo", "Dan"), untilSeated(other.page, "Dan", "Cleo")]);
    assert.deepEqual(other.complaints, []);
    await other.close();
  });

  it("keeps a warm-up that was left as a match that nobody won", async () => {
    const { page } = window;
    await pressPlayNow(page, "Eve");
    await page.getByRole("button", { name: "Warm up while you wait" }).click();
    await untilPlaying(page);
    // Long enough for the first of them to be certain when it is stopped.
    for (let turn = 0; turn < 3; turn++)
      for (const key of ["ArrowLeft", "ArrowRight"]) await page.keyboard.press(key, { delay: 300 });
    await page.getByRole("button", { name: "Stop warming up" }).click();
    await page.getByRole("heading", { name: "Looking for an opponent" }).waitFor();
    const match = await stored(page);
    assert.deepEqual([match.kind, match.endReason, match.winner], ["warmUp", "stopped", -1]);
    await page.getByRole("link", { name: "Cancel" }).click();
    await page.getByLabel("Your name").waitFor();
  });

  it("shares the keyboard with somebody", async () => {
    const { page } = window;
    await choose(page, "Same keyboard", "Fay");
    await page.getByLabel("The other player's name").fill("Gus");
    await page.getByRole("button", { name: "Play side by side" }).click();
    await untilSeated(page, "Fay", "Gus");
    await playUntilOver(page, ["KeyW", "ArrowUp", "KeyS", "KeyS", "ArrowDown", "KeyW"]);
    const match = await stored(page);
    assert.deepEqual([match.kind, match.endReason], ["keyboard", "score"]);
    await panel(page, `${match.players[match.winner]!.name} won`).waitFor();
    const bytes = await (await fetch(`${server.url}/api/matches/${match.id}/recording`)).arrayBuffer();
    const { presses } = decodeRecording(new Uint8Array(bytes));
    for (const seat of [0, 1]) assert.ok(presses.filter((press) => press.seat === seat).length > 2, `seat ${seat}`);
  });
});

/** In mid-rally, for a moment, as a machine does that falls asleep. */
async function loseContext(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>("canvas.match-table")!;
    const lost = canvas.getContext("webgl2")!.getExtension("WEBGL_lose_context")!;
    const told = (kind: string) => new Promise((resolve) => canvas.addEventListener(kind, resolve, { once: true }));
    const [isLost, isBack] = [told("webglcontextlost"), told("webglcontextrestored")];
    lost.loseContext();
    await isLost;
    // The browser gives nothing back before all have heard of the loss.
    await new Promise((resolve) => setTimeout(resolve));
    lost.restoreContext();
    await isBack;
  });
}

/** As if another tab were in front. */
async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((is) => {
    Object.defineProperty(document, "hidden", { value: is, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}
