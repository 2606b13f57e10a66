// A match that is over is played back on its page, by buttons and keys, from a link to a moment, and from a file.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { assertFitForAll } from "../support/accessibility.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { type SeededMatch, seedMatch } from "../support/seeded-match.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";

describe("a replay", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let match: SeededMatch;
  let guest: PlayerWindow;
  let folder = "";
  let file = "";

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    match = await seedMatch();
    server = await startServer({ storage: match.storage });
    folder = mkdtempSync(join(tmpdir(), "rally-replay-"));
    guest = await openWindow(browser, `${server.url}/match/${match.id}`, { calm: true });
  });

  afterEach(() => {
    assert.deepEqual([...guest.complaints.splice(0), ...serverComplaints(server)], []);
  });

  after(async () => {
    await browser?.close();
    await server?.remove();
    if (folder !== "") rmSync(folder, { recursive: true, force: true });
  });

  it("plays when it is asked to, and no sooner is anything of it loaded", async () => {
    const { page } = guest;
    await page.getByRole("heading", { name: "won" }).waitFor();
    const start = page.getByRole("button", { name: "Play the replay" });
    await start.waitFor();
    await assertFitForAll(page);
    await start.click();
    await untilPlace(page, 30, "or later");
    await page.keyboard.press("k");
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  });

  it("is moved through by the keys of its slider, rally by rally and frame by frame", async () => {
    const { page } = guest;
    const slider = page.getByRole("slider", { name: "Place in the match" });
    await slider.focus();
    // From between two ticks to the next one.
    await page.keyboard.press(".");
    const before = await placeOf(page);
    await page.keyboard.press("ArrowRight");
    await untilPlace(page, before + 60);
    assert.match((await slider.getAttribute("aria-valuetext")) ?? "", /^0:\d\d of \d:\d\d, Ada \d, Žofie \d$/);
    await page.keyboard.press(".");
    await untilPlace(page, before + 61);
    await page.keyboard.press("r");
    const longest = match.facts.rallies.reduce((most, one) => (one.hits.length > most.hits.length ? one : most));
    await untilPlace(page, longest.startTick - 40);
    await page.keyboard.press("End");
    const [one, two] = match.facts.score;
    await page.locator(`.replay-slider[aria-valuetext$="Ada ${one}, Žofie ${two}"]`).waitFor();
    await page.getByLabel("View").selectOption("Žofie");
    await page.locator(".replay-name").first().filter({ hasText: "Žofie" }).waitFor();
    await assertFitForAll(page);
  });

  it("is opened at the moment of a link, and goes to a file and back", async () => {
    const { page } = guest;
    await page.goto(`${server.url}/match/${match.id}?t=7.5`);
    await untilPlace(page, 450);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "rally-Ada-Žofie-2026-11-23.rally");
    file = join(folder, "match.rally");
    await download.saveAs(file);
    await page.getByRole("link", { name: "Open a replay file" }).click();
    await page.getByRole("heading", { name: "Open a replay" }).waitFor();
    const junk = join(folder, "junk.rally");
    writeFileSync(junk, "RALLY but not really");
    const chooser = page.locator("input[type=file]");
    await chooser.setInputFiles(junk);
    await page.getByRole("alert").waitFor();
    await assertFitForAll(page);
    await chooser.setInputFiles(file);
    await page.getByRole("heading", { name: "Ada against Žofie" }).waitFor();
    await untilPlace(page, 0);
  });
});

async function placeOf(page: Page): Promise<number> {
  return Number(await page.locator(".replay-slider").inputValue());
}

/** @param place in shown ticks */
async function untilPlace(page: Page, place: number, how: "exactly" | "or later" = "exactly"): Promise<void> {
  await page.waitForFunction(
    ([wanted, isExact]) => {
      const at = Number(document.querySelector<HTMLInputElement>(".replay-slider")?.value ?? -1);
      return isExact ? at === wanted : at >= wanted;
    },
    [place, how === "exactly"] as const,
  );
}
