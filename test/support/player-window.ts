// A fresh browser window of one player: own cookies, real keys, and a list of everything in it that went wrong.

import type { BrowserContext, Page } from "playwright-core";
import { patience } from "./patience.ts";
import { type BorrowedBrowser, COPIED } from "./chromium.ts";

/** As large as two software-drawn tables can be on two cores and still be played. */
const SMALL = { width: 480, height: 270 };
/** For a machine with more to do than this test. */
const PATIENCE_MS = 45_000;
const SAID_QUIETLY = new Set(["log", "debug", "info"]);

/** The page was left before the answer came. */
const ABANDONED = "net::ERR_ABORTED";

export interface PlayerWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console messages above info, errors, requests that failed or were refused: everything since it was opened. */
  readonly complaints: string[];
  /** Another tab of the same browser, with the same cookies. */
  openTab(path: string): Promise<PlayerWindow>;
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly size?: { readonly width: number; readonly height: number };
  /** Asks for less motion, which spares a machine without graphics hardware most of its work. */
  readonly calm?: boolean;
  /** A Cookie header with one cookie, of somebody who has been here before. */
  readonly cookie?: string;
}

/** @param address the whole address of the page to open first */
export async function openWindow(
  browser: BorrowedBrowser,
  address: string,
  { size = SMALL, calm = false, cookie }: WindowOptions = {},
): Promise<PlayerWindow> {
  const context = await browser.newContext({ viewport: size, reducedMotion: calm ? "reduce" : "no-preference" });
  context.setDefaultTimeout(patience(PATIENCE_MS));
  if (cookie !== undefined) {
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: new URL(address).origin }]);
  }
  return openTab(context, address);
}

async function openTab(context: BrowserContext, address: string): Promise<PlayerWindow> {
  const page = await context.newPage();
  const complaints = listen(page);
  await page.goto(address);
  return {
    page,
    context,
    complaints,
    openTab: (path) => openTab(context, new URL(path, address).href),
    close: () => context.close(),
  };
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes(COPIED)) return;
    if (!SAID_QUIETLY.has(message.type())) complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.stack ?? error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (why !== ABANDONED) complaints.push(`failed: ${request.method()} ${request.url()} (${why})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/** Complaints that are not about a connection that was cut on purpose. */
export function besidesTheLine({ complaints }: PlayerWindow): string[] {
  return complaints.filter(
    (complaint) => !/^failed: |net::ERR_|^console error: WebSocket connection to/u.test(complaint),
  );
}
