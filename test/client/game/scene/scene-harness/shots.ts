// Takes the screenshots by which the table is judged: node test/client/game/scene/scene-harness/shots.ts FOLDER [name ...]

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openChromium } from "../../../../support/chromium.ts";
import type { HarnessOptions } from "./page.ts";
import { serveHarness } from "./serve-harness.ts";

interface Shot {
  readonly name: string;
  readonly size: { width: number; height: number };
  readonly options: Partial<HarnessOptions>;
  readonly until: "hit" | "wall" | "goal" | "rest" | "serve";
  readonly after: number;
  readonly count?: number;
  readonly miss?: number;
}

/** What a machine with graphics hardware would choose. */
const FULL = {
  hardwareScale: 1,
  msaa: true,
  glow: true,
  glowRatio: 0.25,
  shadows: true,
  shadowSize: 1024,
  reflections: true,
  sharpTextures: true,
};
const WIDE = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };
const TURNED = { width: 844, height: 390 };
const SQUARE = { width: 800, height: 800 };
const ULTRA = { width: 1600, height: 600 };

const SHOTS: readonly Shot[] = [
  { name: "wide-0-rally", size: WIDE, options: { seat: 0 }, until: "hit", after: 26, count: 5 },
  { name: "wide-1-rally", size: WIDE, options: { seat: 1 }, until: "hit", after: 26, count: 5 },
  { name: "wide-0-hit", size: WIDE, options: { seat: 0, seed: 4 }, until: "hit", after: 3, count: 6 },
  { name: "wide-0-wall", size: WIDE, options: { seat: 0 }, until: "wall", after: 5, count: 3 },
  { name: "wide-0-scored", size: WIDE, options: { seat: 0 }, until: "goal", after: 16, miss: 1 },
  { name: "wide-0-lost", size: WIDE, options: { seat: 0 }, until: "goal", after: 10, miss: 0 },
  { name: "wide-0-rest", size: WIDE, options: { seat: 0 }, until: "rest", after: 110 },
  { name: "wide-0-calm", size: WIDE, options: { seat: 0, reducedMotion: true }, until: "hit", after: 4, count: 5 },
  { name: "phone-0-rally", size: PHONE, options: { seat: 0 }, until: "hit", after: 26, count: 5 },
  { name: "phone-1-hit", size: PHONE, options: { seat: 1 }, until: "hit", after: 4, count: 4 },
  { name: "square-0-rest", size: SQUARE, options: { seat: 0 }, until: "rest", after: 60 },
  {
    name: "ultra-0-rally",
    size: ULTRA,
    options: { seat: 0 },
    until: "hit",
    after: 20,
    count: 3,
  },
  { name: "side-0-rally", size: WIDE, options: { seat: 0, view: "side" }, until: "hit", after: 26, count: 5 },
  { name: "side-1-hit", size: WIDE, options: { seat: 1, view: "side" }, until: "hit", after: 3, count: 4 },
  { name: "side-0-scored", size: WIDE, options: { seat: 0, view: "side" }, until: "goal", after: 16, miss: 1 },
  { name: "side-phone-0-hit", size: PHONE, options: { seat: 0, view: "side" }, until: "hit", after: 4, count: 5 },
  { name: "side-phone-0-rally", size: PHONE, options: { seat: 0, view: "side" }, until: "hit", after: 26, count: 5 },
  { name: "side-turned-0-rest", size: TURNED, options: { seat: 0, view: "side" }, until: "rest", after: 60 },
  { name: "side-ultra-0-wall", size: ULTRA, options: { seat: 0, view: "side" }, until: "wall", after: 5, count: 3 },
  { name: "side-square-0-rest", size: SQUARE, options: { seat: 0, view: "side" }, until: "rest", after: 60 },
  { name: "low-0-rally", size: WIDE, options: { seat: 0, quality: {} }, until: "hit", after: 26, count: 5 },
];

/** The same in the other theme: wide, held upright, and held across. */
const CLASSIC: readonly Shot[] = [
  ...SHOTS,
  { ...SHOTS[0]!, name: "across-0-rally", size: { width: 844, height: 390 } },
].map((shot) => ({
  ...shot,
  name: `classic-${shot.name}`,
  options: { ...shot.options, theme: "classic" },
}));

const [folder = "shots", ...names] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const harness = await serveHarness();
const browser = await openChromium();
if (!browser) throw new Error("no Chromium");
for (const shot of [...SHOTS, ...CLASSIC].filter(
  (one) => names.length === 0 || names.some((name) => one.name.includes(name)),
)) {
  const page = await browser.newPage({ viewport: shot.size });
  page.on("console", (message) => console.log(shot.name, message.type(), message.text()));
  page.on("pageerror", (error) => console.log(shot.name, "error", error.message));
  await page.goto(harness.address);
  await page.evaluate((options) => window.harness.open(options), { seat: 0, seed: 2, quality: FULL, ...shot.options });
  await page.evaluate(({ until, after, count, miss }) => {
    if (miss !== undefined) window.harness.letMiss(miss);
    window.harness.playUntil(until, after, count);
  }, shot);
  await page.screenshot({ path: join(folder, `${shot.name}.png`), timeout: 120_000 });
  await page.close();
  console.log(shot.name);
}
await browser.close();
await harness.close();
