// Plays a match by nothing but pressing keys: to and fro, as somebody does who does not look. Rallies end soon, and
// somebody wins.

import type { Page } from "playwright-core";
import { paceOf } from "./pace.ts";
import { patience } from "./patience.ts";

/** How long a key stays down, in the time of the match: about half the way across. */
const HOLD_MS = 350;

/** Holds the keys one after the other, over and over, until `over` aborts. */
export async function pressKeys(page: Page, keys: readonly string[], over: AbortSignal): Promise<void> {
  const delay = HOLD_MS / paceOf(page.url());
  for (let turn = 0; !over.aborted; turn++) await page.keyboard.press(keys[turn % keys.length]!, { delay });
}

/** Both play until both see the result. */
export async function playToTheEnd(one: Page, other: Page, timeoutMs: number): Promise<void> {
  const over = new AbortController();
  const results = [one, other].map((page) => page.locator(".result").waitFor({ timeout: patience(timeoutMs) }));
  await Promise.all([
    Promise.all(results).finally(() => over.abort()),
    pressKeys(one, ["ArrowLeft", "ArrowRight"], over.signal),
    pressKeys(other, ["KeyD", "KeyD", "KeyA"], over.signal),
  ]);
}
