// What becomes of a match when the line of one of two windows is cut, the page is reloaded, opened again, killed or left.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { type CuttingProxy, openCuttingProxy } from "../support/cutting-proxy.ts";
import { pressKeys } from "../support/key-playing.ts";
import { panel, score, untilSeated } from "../support/match-page.ts";
import { FAST } from "../support/pace.ts";
import { patience } from "../support/patience.ts";
import { besidesTheLine, type PlayerWindow } from "../support/player-window.ts";
import { moveThePaddleOf } from "../support/screen-picture.ts";
import { seatPair } from "../support/seated-pair.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";

const CUT_MS = 8000;
const SEEN_WITHIN_MS = 3000;
const POINTS = 21;
/** A table that is drawn and looked at keeps up with no more. */
const PACE = Math.max(1, FAST / 2);

describe("a match with a bad connection", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let line: CuttingProxy;
  let one: PlayerWindow;
  let other: PlayerWindow;

  /** One match for all of these: it goes on after each. */
  before(async function () {
    browser = await borrowChromium(PACE);
    if (browser === null) return this.skip();
    server = await startServer({ pace: PACE });
    line = await openCuttingProxy(server.url);
    const [host, guest] = [
      { name: "Ada", url: line.url },
      { name: "Bob", url: server.url },
    ];
    [one, other] = await seatPair(browser, host, guest, { points: POINTS });
  });

  afterEach(() => {
    line.mend();
    const complaints = [...besidesTheLine(one), ...other.complaints, ...serverComplaints(server)];
    assert.deepEqual(complaints, []);
  });

  after(async () => {
    await browser?.close();
    await line?.close();
    await server?.remove();
  });

  for (const [how, title] of [
    ["cut", "is cut"],
    ["freeze", "goes dead without a word"],
  ] as const) {
    it(`pauses for both when a connection ${title}, and goes on with the score kept`, async () => {
      const before = await scoreOnce(one.page, other.page);
      const cutMs = performance.now();
      line[how]();
      const seen = { timeout: patience(SEEN_WITHIN_MS / PACE) };
      await Promise.all([
        panel(one.page, "You're offline").waitFor(seen),
        panel(other.page, "Ada is reconnecting").waitFor(seen),
      ]);
      await other.page.waitForTimeout(CUT_MS / PACE - (performance.now() - cutMs));
      const paused = await score(other.page);
      line.mend();
      const resumed = await scoreAtCountdown(one.page, other.page);
      assert.deepEqual(resumed, paused.toReversed());
      assertKept(before, resumed);
      await moveThePaddleOf(one.page, other.page);
    });
  }

  it("goes on after a reload in mid-rally, which takes keys again", async () => {
    const before = await scoreOnce(one.page, other.page);
    await one.page.reload();
    await panel(other.page, "Ada is reconnecting").waitFor();
    await untilSeated(one.page, "Ada", "Bob");
    assertKept(before, await scoreAtCountdown(one.page, other.page));
    await moveThePaddleOf(one.page, other.page);
  });

  it("goes on in another tab of the same browser, and the first tab says so", async () => {
    const tab = await one.openTab(one.page.url());
    await panel(one.page, "Your match is open in another tab").waitFor();
    await untilSeated(tab.page, "Ada", "Bob");
    await moveThePaddleOf(tab.page, other.page);
    await one.page.getByRole("button", { name: "Play here instead" }).click();
    await panel(tab.page, "Your match is open in another tab").waitFor();
    await untilSeated(one.page, "Ada", "Bob");
    await moveThePaddleOf(one.page, other.page);
    assert.deepEqual(tab.complaints, []);
  });
});

/** Both press keys until somebody has a point and the next rally is on. @returns the score, as `page` shows it */
async function scoreOnce(page: Page, other: Page): Promise<readonly [number, number]> {
  const scored = new AbortController();
  const flash = Promise.all([page, other].map((one) => one.locator(".point").waitFor({ state: "attached" })));
  await Promise.all([
    flash.finally(() => scored.abort()),
    pressKeys(page, ["ArrowLeft", "ArrowRight"], scored.signal),
    pressKeys(other, ["ArrowLeft", "ArrowRight"], scored.signal),
  ]);
  await Promise.all([page, other].map((one) => one.locator(".point").waitFor({ state: "detached" })));
  return score(page);
}

/** Before play goes on, both see the same score. @returns it, as `page` shows it */
async function scoreAtCountdown(page: Page, other: Page): Promise<readonly [number, number]> {
  await Promise.all([page, other].map((one) => one.locator(".countdown").waitFor()));
  const [seen, seenByOther] = await Promise.all([score(page), score(other)]);
  assert.deepEqual(seenByOther, seen.toReversed());
  return seen;
}

/** The rally that was on may have ended just before the pause, nothing else. */
function assertKept([own, other]: readonly [number, number], [ownNow, otherNow]: readonly [number, number]): void {
  const more = [ownNow - own, otherNow - other].toSorted((a, b) => a - b);
  assert.ok(more[0] === 0 && (more[1] === 0 || more[1] === 1), `from ${own}:${other} to ${ownNow}:${otherNow}`);
}
