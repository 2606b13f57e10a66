// A match as a person sees it on the page: score, words across the table, result.

import type { Locator, Page } from "playwright-core";
import { countMatch } from "./pace.ts";

/** The words of a panel over the table, or over a page. */
export function panel(page: Page, words: string | RegExp): Locator {
  return page.locator(".panel", { hasText: words });
}

/** Until the other one sits across the table and the score stands above it. */
export async function untilSeated(page: Page, own: string, other: string): Promise<void> {
  await page.getByRole("heading", { name: `${own} against ${other}` }).waitFor({ state: "attached" });
  await page.locator(".hud-score").waitFor();
  countMatch(page.url(), page.url());
}

/** Until the ball is in play: no countdown and no other word across the table. */
export async function untilPlaying(page: Page): Promise<void> {
  await page.locator(".countdown").waitFor();
  await page.locator(".countdown").waitFor({ state: "detached" });
  await page.locator(".match-over .panel").waitFor({ state: "detached" });
}

/** Own points and the other's, as shown. */
export async function score(page: Page): Promise<readonly [own: number, other: number]> {
  const [own, other] = await page.locator(".hud-points").allTextContents();
  return [Number(own), Number(other)];
}

/** Notes every score that the page shows from now on. @returns what gives those so far, "own:other" each */
export async function noteScores(page: Page): Promise<() => Promise<string[]>> {
  const notes = await page.locator(".hud-score").evaluateHandle((shown) => {
    const seen: string[] = [];
    const note = (): void => {
      const now = [...shown.querySelectorAll(".hud-points")].map((points) => points.textContent).join(":");
      if (seen.at(-1) !== now) seen.push(now);
    };
    note();
    new MutationObserver(note).observe(shown, { subtree: true, childList: true, characterData: true });
    return seen;
  });
  return () => notes.jsonValue();
}

/** The statistics of a result, by their names. */
export async function facts(page: Page): Promise<ReadonlyMap<string, string>> {
  const names = await page.locator(".result .facts dt").allTextContents();
  const values = await page.locator(".result .facts dd").allTextContents();
  return new Map(names.map((name, at) => [name, values[at] ?? ""]));
}
