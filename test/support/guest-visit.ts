// What a guest does before a match: says a name, presses Play now, sets up a table for a friend, follows a friend's link.

import type { Page } from "playwright-core";

/** From the start page into the queue. */
export async function pressPlayNow(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Play now" }).click();
}

/** Accepts the opponent who was found. */
export async function acceptOpponent(page: Page): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: "Play", exact: true }).click();
}

/** From the start page to a table of one's own. @returns the link for the friend, as the page shows it */
export async function setUpTable(page: Page, name: string, points: number): Promise<string> {
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Play with a friend" }).click();
  await page.getByLabel("Points to win").fill(String(points));
  await page.getByRole("button", { name: "Set up the table" }).click();
  return page.getByLabel("Link to this table").inputValue();
}

/** On the page that a friend's link opens. */
export async function takeSeat(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Take your seat" }).click();
}
