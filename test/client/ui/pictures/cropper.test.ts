// Choosing a picture in a real browser: with a file, by dropping, by pasting; with the mouse, with fingers, by keyboard alone; and
// what arrives at the server is what was shown.

import assert from "node:assert/strict";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { createMakeAvatar } from "../../../../game-server/avatars/make-avatar.ts";
import { assertFitForAll, PHONE } from "../../../support/accessibility.ts";
import { type BorrowedBrowser, borrowChromium } from "../../../support/chromium.ts";
import { noise, twoHalves } from "../../../support/images.ts";
import { type ServedHarness, serveHarness } from "../../game/scene/scene-harness/serve-harness.ts";

const ID = "A".repeat(22);
const PICTURE = { name: "picture.png", mimeType: "image/png" };

describe("choosing a picture in Chromium", () => {
  let browser: BorrowedBrowser | null = null;
  let harness: ServedHarness;
  let page: Page;
  /** What has arrived, newest last. */
  let arrived: { method: string; type: string; bytes: Buffer }[] = [];
  let answer: { status: number; body: string } = { status: 200, body: JSON.stringify({ avatarId: ID }) };
  const loud: string[] = [];

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    harness = await serveHarness(
      join(import.meta.dirname, "cropper-harness/page.ts"),
      join(import.meta.dirname, "../../../../client/app/main.scss"),
    );
  });

  after(async () => {
    await browser?.close();
    await harness?.close();
  });

  beforeEach(async () => {
    arrived = [];
    answer = { status: 200, body: JSON.stringify({ avatarId: ID }) };
    page = await browser!.newPage({ viewport: { width: 900, height: 900 } });
    page.on("console", (message) => {
      if (["warning", "error", "assert"].includes(message.type())) loud.push(message.text());
    });
    page.on("pageerror", (error) => loud.push(error.message));
    await page.route("**/api/account/avatar", (route) => {
      const request = route.request();
      const bytes = request.postDataBuffer() ?? Buffer.alloc(0);
      arrived.push({ method: request.method(), type: request.headers()["content-type"] ?? "", bytes });
      return route.fulfill({ ...answer, contentType: "application/json" });
    });
    await page.route("**/avatars/*", async (route) =>
      route.fulfill({ body: await noise("webp", 64), contentType: "image/webp" }),
    );
    await page.goto(harness.address);
  });

  afterEach(async () => {
    await page.close();
    assert.deepEqual(loud.splice(0), []);
  });

  const choose = async (buffer: Buffer, file = PICTURE) =>
    page.locator("input[type=file]").setInputFiles({ ...file, buffer });
  const stage = () => page.getByRole("application", { name: "The part of the picture that will be shown" });
  const use = () => page.getByRole("button", { name: "Use this picture" });
  const saved = async () => page.waitForFunction((id) => document.title === id, ID);

  /** Red, green and blue at a place of a picture, as shares of its sides. */
  async function colorAt(picture: Buffer, x: number, y: number): Promise<number[]> {
    const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    return [...data.subarray(at, at + 3)];
  }
  const isRed = ([red = 0, , blue = 0]: readonly number[]) => red > 180 && blue < 80;
  const isBlue = ([red = 0, , blue = 0]: readonly number[]) => blue > 180 && red < 80;

  it("sends the square in the middle of a real picture, small enough, and says that it is saved", async () => {
    await choose(await twoHalves(2400, 1200).png().toBuffer());
    await stage().waitFor();
    await use().click();
    await saved();
    await page.getByText("Your picture has been saved.").waitFor();
    const [sent] = arrived;
    assert.deepEqual([arrived.length, sent?.method, sent?.type], [1, "PUT", "image/webp"]);
    const { width, height, format } = await sharp(sent!.bytes).metadata();
    assert.deepEqual([width, height, format], [1024, 1024, "webp"]);
    assert.ok(isRed(await colorAt(sent!.bytes, 0.2, 0.5)) && isBlue(await colorAt(sent!.bytes, 0.8, 0.5)));
    // And it is what the server takes.
    assert.equal(Object.keys(await createMakeAvatar()(sent!.bytes)).length, 3);
    assert.equal(
      await page.getByRole("img", { name: "Picture of Ada" }).getAttribute("src"),
      `/avatars/${ID}-256.webp`,
    );
  });

  it("sends what was dragged into the square", async () => {
    await choose(await twoHalves(800, 400).png().toBuffer());
    const box = (await stage().boundingBox())!;
    await page.mouse.move(box.x + 100, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 100, { steps: 5 });
    await page.mouse.move(box.x + 900, box.y + 100, { steps: 5 });
    await page.mouse.up();
    await use().click();
    await saved();
    for (const x of [0.05, 0.5, 0.95]) assert.ok(isRed(await colorAt(arrived[0]!.bytes, x, 0.5)), `at ${x}`);
  });

  it("zooms with the wheel where the pointer is, and as far back as there is a picture", async () => {
    await choose(await twoHalves(800, 800).png().toBuffer());
    const box = (await stage().boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.5);
    for (let notch = 0; notch < 12; notch++) await page.mouse.wheel(0, -120);
    await page.waitForFunction(() => Number(document.querySelector<HTMLInputElement>("input[type=range]")!.value) > 80);
    await use().click();
    await saved();
    for (const x of [0.05, 0.95]) assert.ok(isRed(await colorAt(arrived[0]!.bytes, x, 0.5)), `at ${x}`);
    const { width } = await sharp(arrived[0]!.bytes).metadata();
    assert.ok(width < 200, String(width));
  });

  it("is done by keyboard alone, and the focus goes where it goes on", async () => {
    await choose(await twoHalves(800, 400).png().toBuffer());
    await stage().waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === "CANVAS");
    for (let press = 0; press < 30; press++) await page.keyboard.press("ArrowLeft");
    for (let press = 0; press < 3; press++) await page.keyboard.press("+");
    await page.keyboard.press("-");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).type), "range");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await saved();
    for (const x of [0.05, 0.95]) assert.ok(isBlue(await colorAt(arrived[0]!.bytes, x, 0.5)), `at ${x}`);
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === "Choose another one");
  });

  it("works with fingers on a telephone: one drags, two zoom", async () => {
    await page.setViewportSize(PHONE);
    await choose(await twoHalves(800, 400).png().toBuffer());
    const box = (await stage().boundingBox())!;
    const cdp = await page.context().newCDPSession(page);
    const touch = async (
      type: "touchStart" | "touchMove" | "touchEnd",
      places: readonly (readonly [number, number])[],
    ) =>
      cdp.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: places.map(([x, y], id) => ({ x: box.x + box.width * x, y: box.y + box.height * y, id })),
      });
    await touch("touchStart", [[0.4, 0.5]]);
    for (const x of [0.5, 0.7, 0.95]) await touch("touchMove", [[x, 0.5]]);
    await touch("touchEnd", []);
    await touch("touchStart", [[0.45, 0.5]]);
    await touch("touchStart", [
      [0.45, 0.5],
      [0.55, 0.5],
    ]);
    await touch("touchMove", [
      [0.3, 0.5],
      [0.7, 0.5],
    ]);
    await touch("touchEnd", []);
    assert.equal(await page.evaluate(() => scrollY), 0);
    await use().click();
    await saved();
    const { width } = await sharp(arrived[0]!.bytes).metadata();
    assert.ok(width < 200 && width > 50, `zoomed: ${width}`);
    for (const x of [0.05, 0.9]) assert.ok(isRed(await colorAt(arrived[0]!.bytes, x, 0.5)), `at ${x}`);
  });

  it("shows a photograph upright", async () => {
    await choose(await twoHalves(600, 600).withMetadata({ orientation: 6 }).jpeg().toBuffer(), {
      name: "photo.jpg",
      mimeType: "image/jpeg",
    });
    await stage().waitFor();
    await use().click();
    await saved();
    assert.ok(isRed(await colorAt(arrived[0]!.bytes, 0.5, 0.1)) && isBlue(await colorAt(arrived[0]!.bytes, 0.5, 0.9)));
  });

  it("takes what is dropped and what is pasted", async () => {
    const picture = (await twoHalves(300, 300).png().toBuffer()).toString("base64");
    for (const how of ["drop", "paste"] as const) {
      await page.evaluate(
        ([kind, text]) => {
          const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([bytes], "picture.png", { type: "image/png" }));
          const init = { bubbles: true, cancelable: true };
          const event =
            kind === "drop"
              ? new DragEvent(kind, { ...init, dataTransfer: transfer })
              : new ClipboardEvent(kind, { ...init, clipboardData: transfer });
          document.querySelector(".cropper")!.dispatchEvent(event);
        },
        [how, picture] as const,
      );
      await stage().waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Choose a picture" }).waitFor();
    }
  });

  it("says at once what it does not take, and keeps what was there", async () => {
    const said = async (text: string) => page.getByRole("alert").filter({ hasText: text }).waitFor();
    await choose(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), {
      name: "x.svg",
      mimeType: "image/svg+xml",
    });
    await said("Please choose a PNG, JPEG, WebP or GIF file");
    await choose(Buffer.alloc(4 * 1024 * 1024 + 1));
    await said("The limit is 4 MB");
    await choose((await noise("png")).subarray(0, 60));
    await said("can't be read");
    await choose(await noise("png"));
    await stage().waitFor();
    assert.equal(await page.locator(".trouble").textContent(), "");
    assert.deepEqual(arrived, []);
  });

  it("says what the server says, and lets one try again", async () => {
    await choose(await noise("png"));
    answer = { status: 429, body: JSON.stringify({ error: { code: "tooMany", values: { seconds: 40 } } }) };
    await use().click();
    await page.getByText("Please try again in 40 seconds.").waitFor();
    loud.splice(0);
    answer = { status: 200, body: JSON.stringify({ avatarId: ID }) };
    await use().click();
    await saved();
    assert.equal(arrived.length, 2);
  });

  it("removes the picture, and the drawn one is there again", async () => {
    await page.goto(`${harness.address}#${ID}`);
    await page.reload();
    answer = { status: 204, body: "" };
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("Your picture has been removed.").waitFor();
    assert.deepEqual([arrived[0]?.method, await page.title()], ["DELETE", "none"]);
    assert.equal(await page.locator("svg.avatar").count(), 1);
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === "Choose a picture");
  });

  it("can be used by everybody, at both sizes", async () => {
    await assertFitForAll(page);
    await choose(await twoHalves(900, 700).png().toBuffer());
    await stage().waitFor();
    await assertFitForAll(page);
  });
});
