// A headless Chromium for tests, quiet and fresh; null where there is none. Suites borrow the one of their process
// (borrowChromium), each with windows of its own; who measures a browser itself opens another (openChromium).

import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from "playwright-core";
import { spend } from "../../scripts/testing/cost.ts";
import { atEnd } from "./root-hooks.ts";
import { slowDown } from "./slow-screen.ts";

/** WebGL without graphics hardware. */
const SOFTWARE_GRAPHICS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
/** The page is put together without it, which takes half the work; there is WebGL all the same. */
export const WITHOUT_GRAPHICS = ["--disable-gpu", "--enable-unsafe-swiftshader"];
/** Between two frames of a page that is played on: 25 a second are what play still feels well at. */
const FRAME_MS = 40;

/** The first is the same engine without the windows that nobody sees, which take half of the work. */
const PROGRAMS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What WITHOUT_GRAPHICS says where a table is drawn, of a picture that goes to the page as a copy. */
export const COPIED = "GPU stall due to ReadPixels";

/** Windows of one suite, in a browser that others use too. */
export interface BorrowedBrowser {
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** Closes this suite's windows. */
  close(): Promise<void>;
}

/**
 * Starts one that draws all there is to draw; the caller closes it. @param flags WITHOUT_GRAPHICS for less work
 * Null when there is no Chromium to start (RALLY_CHROMIUM says where it is).
 * @throws Error when there is none and CI is set: there, skipping would hide a failure
 */
export async function openChromium(flags: readonly string[] = SOFTWARE_GRAPHICS): Promise<Browser | null> {
  const executablePath = process.env["RALLY_CHROMIUM"] ?? PROGRAMS.find(existsSync) ?? PROGRAMS[0]!;
  if (!existsSync(executablePath)) {
    const missing = `no Chromium at ${executablePath}; set RALLY_CHROMIUM to its path`;
    if (process.env["CI"]) throw new Error(missing);
    console.warn(`SKIPPED: ${missing}`);
    return null;
  }
  spend("browsers");
  return await chromium.launch({ executablePath, args: [...FLAGS, ...flags] });
}

let lent: Browser | null = null;

/**
 * The browser of this process, which goes on to the next suite. Its tables are drawn only while somebody looks (slow-screen.ts).
 * Null and throws as openChromium does. @param pace how many times as fast as real time its pages are, as their server is
 */
export async function borrowChromium(pace = 1): Promise<BorrowedBrowser | null> {
  if (lent === null) atEnd.push(async () => lent?.close());
  if (lent?.isConnected() !== true) lent = await openChromium(WITHOUT_GRAPHICS);
  const browser = lent;
  if (browser === null) return null;
  const contexts: BrowserContext[] = [];
  const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser.newContext(options);
    contexts.push(context);
    await context.addInitScript(slowDown, { frameMs: FRAME_MS, pace });
    return context;
  };
  return {
    newContext,
    newPage: async (options) => (await newContext(options)).newPage(),
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
    },
  };
}
