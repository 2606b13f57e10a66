// Looks at the picture of a table as a person does: where is the other one's paddle? For windows of 16 by 9.

import type { Page } from "playwright-core";
import { patience } from "./patience.ts";
import { lookAt } from "./slow-screen.ts";

/** Where the far paddle slides, in shares of the window's width and height. */
const FAR_LINE = { x: 0.344, y: 0.272, width: 0.312, height: 0.034 };
/** The share of those pixels that a paddle has at least. */
const PADDLE_SHARE = 0.015;
const DEADLINE_MS = 45_000;

export type Side = "left" | "middle" | "right" | "unseen";

/**
 * Holds a key in one window until the other window shows that player's paddle at one end, then the opposite key until it
 * is at the other end: so the presses have gone all the way.
 */
export async function moveThePaddleOf(mover: Page, seenBy: Page): Promise<void> {
  await lookAt(seenBy, async () => {
    for (const [key, side] of [
      ["ArrowLeft", "right"],
      ["ArrowRight", "left"],
    ] as const) {
      await mover.keyboard.down(key);
      await untilFarPaddleIs(seenBy, side, async () => {
        // Neither of them is to count as inactive, however long this takes: a key that is only held is no touch.
        await mover.keyboard.up(key);
        await mover.keyboard.down(key);
        await seenBy.keyboard.press("KeyA");
      });
      await mover.keyboard.up(key);
    }
  });
}

/** @param touch called between two looks */
async function untilFarPaddleIs(page: Page, wanted: Side, touch: () => Promise<void>): Promise<void> {
  const untilMs = performance.now() + patience(DEADLINE_MS);
  for (;;) {
    const seen = await farPaddle(page);
    if (seen === wanted) return;
    if (performance.now() > untilMs) throw new Error(`the far paddle is ${seen}, not ${wanted}`);
    await touch();
  }
}

async function farPaddle(page: Page): Promise<Side> {
  const { width, height } = page.viewportSize()!;
  const clip = {
    x: FAR_LINE.x * width,
    y: FAR_LINE.y * height,
    width: FAR_LINE.width * width,
    height: FAR_LINE.height * height,
  };
  const png = await page.screenshot({ clip });
  const { middle, share } = await page.evaluate(findPink, png.toString("base64"));
  if (share < PADDLE_SHARE) return "unseen";
  if (middle < 0.33) return "left";
  return middle > 0.67 ? "right" : "middle";
}

/** Runs in the page. The pixels of the far paddle's colour: how far to the right (0 to 1) on average, and their share. */
async function findPink(base64: string): Promise<{ middle: number; share: number }> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d")!;
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  let sum = 0;
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = data.subarray(at, at + 3) as unknown as [number, number, number];
    // Light red: the lines and rails near it have less green, the ball has more, the table has less red.
    if (red < 120 || green < 60 || red - green < 45 || blue < 80) continue;
    sum += ((at / 4) % picture.width) / picture.width;
    count++;
  }
  return { middle: sum / count, share: count / (data.length / 4) };
}
