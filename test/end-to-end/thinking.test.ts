// How the AI thinks, in the replay of a match that was played against it by key presses: switched on and off, its figures those
// that come out of the recording, and others when one goes on; from a link and a file; and not offered where only people played.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { writeMatchFile } from "../../client/playback/replay/match-file.ts";
import { lookAt } from "../../client/playback/thoughts/minds.ts";
import { rethink } from "../../pong/ai/rethink.ts";
import type { Thought } from "../../pong/ai/thought.ts";
import { encodeRecording } from "../../pong/recording-bytes.ts";
import type { Recording } from "../../pong/recording.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import { assertFitForAll } from "../support/accessibility.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { seedPractice } from "../support/seeded-match.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";

describe("how the AI thinks, in a replay", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let window: PlayerWindow;
  let address = "";
  let recording: Recording;
  let thoughts: readonly Thought[];

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    const match = await seedPractice();
    ({ recording } = match);
    server = await startServer({ storage: match.storage });
    address = `${server.url}/match/${match.id}`;
    window = await openWindow(browser, address, { calm: true });
    const told = rethink(recording, recording.computers![0]!);
    assert.ok(typeof told !== "string", "they can be told");
    thoughts = told;
  });

  afterEach(() => {
    assert.deepEqual([...window.complaints.splice(0), ...serverComplaints(server)], []);
  });

  after(async () => {
    await browser?.close();
    await server?.remove();
  });

  it("is switched on and off by its button and its key, and stays as it is", async () => {
    const { page } = window;
    const toggle = page.getByRole("button", { name: "How the AI thinks" });
    await page.getByRole("button", { name: "Play the replay" }).click();
    await toggle.waitFor();
    await page.keyboard.press("k");
    assert.equal(await toggle.getAttribute("aria-pressed"), "false");
    assert.equal(await page.locator(".thoughts").count(), 0);
    await toggle.click();
    await page.getByRole("region", { name: "How the AI thinks" }).getByText("Robo Nova").waitFor();
    assert.equal(await toggle.getAttribute("aria-pressed"), "true");
    await page.getByText("Attacker", { exact: true }).waitFor();
    await page.getByLabel("View").selectOption("Robo Nova (AI)");
    await page.locator(".thoughts-mind.thoughts-own").waitFor();
    await page.getByLabel("View").selectOption("From the side");
    await page.locator(".thoughts-mind.thoughts-other").waitFor();
    await page.keyboard.press("t");
    await page.locator(".thoughts").waitFor({ state: "detached" });
    assert.equal(await toggle.getAttribute("aria-pressed"), "false");
  });

  it("is in a link, and tells the figures of the look that is the current one, and then those of another", async () => {
    const { page } = window;
    const [at, thought] = [...thoughts.entries()].find(([, { aims }]) => aims.length > 1)!;
    const seconds = (Math.ceil(thought.tick / 6) * 6) / TICKS_PER_SECOND;
    await page.goto(`${address}?t=${seconds.toFixed(1)}&ai=1`);
    await untilLook(page, at + 1);
    await page.getByText(/^Last look 0\.[01] s ago, next in \d\.\d s$/u).waitFor();
    const summary = page.locator(".thoughts-mind > summary");
    if (!(await page.locator(".thoughts-aims").isVisible())) await summary.click();
    const rows = page.locator(".thoughts-aims tbody tr");
    assert.equal(await rows.count(), thought.aims.length);
    const chosen = page.locator(".thoughts-aims .chosen");
    const number = thought.aims.indexOf(thought.chosen!) + 1;
    assert.match((await chosen.locator("th").textContent()) ?? "", new RegExp(`${number}\\s*chosen`, "u"));
    const cells = await chosen.locator("td").allTextContents();
    const { ownChance, theirChance, value, worth } = thought.chosen!;
    assert.match(cells[0] ?? "", /^\d+% (?:left|right)$|^middle$/u);
    assert.deepEqual(
      cells.slice(1).map((text) => text.trim()),
      [percent(ownChance), percent(theirChance), value.toFixed(2), worth.toFixed(2)],
    );
    const error = Math.abs(thought.error).toFixed(2);
    await page.getByText(new RegExp(`^${error} m to its (?:left|right)$`, "u")).waitFor();
    await assertFitForAll(page);
    await window.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy link to this moment" }).click();
    await page.getByText("Link copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${address}?t=${seconds.toFixed(1)}&ai=1`);

    const slider = page.getByRole("slider", { name: "Place in the match" });
    await slider.press("End");
    await untilLook(page, thoughts.length);
    await page.getByText(/^Last look \d+\.\d s ago, no more to come$/u).waitFor();
    await slider.press("Home");
    await untilLook(page, 1);
    await page.getByText("No ball is coming, so it only chooses where to wait.").waitFor();
    for (let rally = 1; rally <= 2; rally++) {
      await page.getByRole("button", { name: "Next rally" }).click();
      const look = lookAt(thoughts, await placeOf(page));
      assert.ok(look !== null);
      await untilLook(page, look.number);
    }
  });

  it("is told of a file, says so where another version played, and is not offered where only people played", async () => {
    const { page } = window;
    await page.goto(`${server.url}/replay`);
    const toggle = page.getByRole("button", { name: "How the AI thinks" });
    await openFile(page, recording);
    await toggle.click();
    await page.locator(".thoughts-mind").waitFor();
    await openFile(page, {
      ...recording,
      computers: recording.computers!.map((one) => ({ ...one, version: one.version + 1 })),
    });
    await page.locator(".thoughts").waitFor({ state: "detached" });
    await toggle.click();
    await page.getByText("This match was played by an older version of the computer").waitFor();
    assert.equal(await page.locator(".thoughts-mind").count(), 0);
    await assertFitForAll(page);
    const { computers: _, ...people } = recording;
    await openFile(page, people);
    await page.locator(".thoughts").waitFor({ state: "detached" });
    await page.locator(".replay-slider").waitFor();
    assert.equal(await toggle.count(), 0);
  });
});

async function openFile(page: Page, recording: Recording): Promise<void> {
  const about = { names: ["Ada", "Robo Nova"], points: [0, 3], winner: 1, finishedAt: "2026-11-23T10:00:00Z" } as const;
  const file = await writeMatchFile(about, encodeRecording(recording));
  await page.locator("input[type=file]").setInputFiles({
    name: "match.rally",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(await file.arrayBuffer()),
  });
  await page.getByRole("heading", { name: "Ada against Robo Nova" }).waitFor();
}

async function untilLook(page: Page, number: number): Promise<void> {
  await page.locator(".thoughts-number", { hasText: new RegExp(`^Look ${number} of \\d+$`, "u") }).waitFor();
}

/** In shown ticks, which are the match's where nothing was paused. */
async function placeOf(page: Page): Promise<number> {
  return Number(await page.locator(".replay-slider").inputValue());
}

function percent(share: number): string {
  return new Intl.NumberFormat("en", { style: "percent" }).format(share);
}
