// Two windows with a match between them: the first has set up the table, the second has followed the link.

import type { BorrowedBrowser } from "./chromium.ts";
import { setUpTable, takeSeat } from "./guest-visit.ts";
import { untilPlaying, untilSeated } from "./match-page.ts";
import { openWindow, type PlayerWindow, type WindowOptions } from "./player-window.ts";

export interface SeatedPlayer {
  readonly name: string;
  /** Address of the server, or of a proxy that leads to it. */
  readonly url: string;
}

export interface PairOptions extends WindowOptions {
  readonly points?: number;
}

/** Resolves once both see the ball in play. */
export async function seatPair(
  browser: BorrowedBrowser,
  host: SeatedPlayer,
  guest: SeatedPlayer,
  { points = 3, ...options }: PairOptions = {},
): Promise<readonly [PlayerWindow, PlayerWindow]> {
  const one = await openWindow(browser, host.url, options);
  const link = await setUpTable(one.page, host.name, points);
  const other = await openWindow(browser, new URL(new URL(link).pathname, guest.url).href, options);
  await takeSeat(other.page, guest.name);
  await Promise.all([untilSeated(one.page, host.name, guest.name), untilSeated(other.page, guest.name, host.name)]);
  await Promise.all([untilPlaying(one.page), untilPlaying(other.page)]);
  return [one, other];
}
