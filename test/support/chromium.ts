// A headless Chromium for tests, quiet and fresh; null where there is none.

import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** WebGL without graphics hardware. */
const GRAPHICS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
/** Pages alone take half the work so. */
const NO_GRAPHICS = ["--disable-gpu"];

const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface ChromiumOptions {
  /** False: for pages without a table. */
  readonly graphics?: boolean;
}

/**
 * Starts it; the caller closes it. Null when there is no Chromium to start (RALLY_CHROMIUM says where it is).
 * @throws Error when there is none and CI is set: there, skipping would hide a failure
 */
export async function openChromium({ graphics = true }: ChromiumOptions = {}): Promise<Browser | null> {
  const executablePath = process.env["RALLY_CHROMIUM"] ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    const missing = `no Chromium at ${executablePath}; set RALLY_CHROMIUM to its path`;
    if (process.env["CI"]) throw new Error(missing);
    console.warn(`SKIPPED: ${missing}`);
    return null;
  }
  return await chromium.launch({ executablePath, args: [...FLAGS, ...(graphics ? GRAPHICS : NO_GRAPHICS)] });
}
