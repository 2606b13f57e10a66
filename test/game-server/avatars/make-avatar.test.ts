// Avatars made of files: what comes out of an honest one, and what becomes of all the others.

import assert from "node:assert/strict";
import sharp from "sharp";
import { createMakeAvatar } from "../../../game-server/avatars/make-avatar.ts";
import { UserError } from "../../../rooms/user-error.ts";
import { AVATAR_SIZES, MAX_AVATAR_BYTES } from "../../../schema/profile.ts";
import { blackPng, claimingGif, manyScans, noise, twoHalves } from "../../support/images.ts";
import { patience } from "../../support/patience.ts";

const SCRIPT = "<script>alert(document.cookie)</script>";
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20"/></svg>`;
const AT_ONCE_MS = 10_000;

describe("an avatar", () => {
  const makeAvatar = createMakeAvatar();

  async function codeOf(bytes: Buffer): Promise<string> {
    try {
      await makeAvatar(bytes);
    } catch (error) {
      assert.ok(error instanceof UserError, String(error));
      return error.code;
    }
    return "taken";
  }

  async function colorAt(picture: Buffer, x: number, y: number): Promise<number[]> {
    const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
    const at = (y * info.width + x) * info.channels;
    return [...data.subarray(at, at + info.channels)];
  }

  for (const format of ["png", "jpeg", "webp", "gif"] as const) {
    it(`of a ${format} is three square WebP pictures`, async () => {
      const pictures = await makeAvatar(await twoHalves(300, 200)[format]().toBuffer());
      for (const size of AVATAR_SIZES) {
        const { format: made, width, height, pages } = await sharp(pictures[size]).metadata();
        assert.deepEqual([made, width, height, pages], ["webp", size, size, undefined]);
      }
      assert.ok(pictures[512].length < 50_000);
      const [left, right] = [await colorAt(pictures[256], 20, 128), await colorAt(pictures[256], 235, 128)];
      assert.ok(left[0]! > 200 && left[2]! < 60, `left ${left.join()}`);
      assert.ok(right[2]! > 200 && right[0]! < 60, `right ${right.join()}`);
    });
  }

  it("keeps what is transparent, and makes a small or narrow picture fill the square", async () => {
    const glass = {
      create: { width: 9, height: 3, channels: 4, background: { r: 0, g: 255, b: 0, alpha: 0.5 } },
    } as const;
    const pictures = await makeAvatar(await sharp(glass).png().toBuffer());
    const [, green, , alpha] = await colorAt(pictures[512], 256, 256);
    assert.ok(green! > 200 && Math.abs(alpha! - 128) < 4);
  });

  it("takes grey and CMYK pictures too", async () => {
    const grey = await twoHalves(40, 40).greyscale().png().toBuffer();
    const print = await twoHalves(40, 40).toColourspace("cmyk").jpeg().toBuffer();
    assert.equal((await sharp(print).metadata()).space, "cmyk");
    for (const file of [grey, print]) assert.equal(await codeOf(file), "taken");
  });

  it("stands upright, and tells nothing of where and with what it was taken", async () => {
    const place = { IFD0: { Make: "Secret Camera" }, IFD3: { GPSLatitude: "48/1 53/1 0/1", GPSLatitudeRef: "N" } };
    const file = await twoHalves(120, 120).withExif(place).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const before = await sharp(file).metadata();
    assert.ok(before.orientation === 6 && before.exif !== undefined);
    assert.ok(file.includes("Secret Camera"));
    const pictures = await makeAvatar(file);
    for (const size of AVATAR_SIZES) {
      const { exif, xmp, icc, orientation } = await sharp(pictures[size]).metadata();
      assert.deepEqual([exif, xmp, icc, orientation], [undefined, undefined, undefined, undefined]);
      assert.ok(!pictures[size].includes("Secret") && !pictures[size].includes("EXIF"));
    }
    // Orientation 6: what is left in the file is up.
    const [top, bottom] = [await colorAt(pictures[64], 32, 5), await colorAt(pictures[64], 32, 58)];
    assert.ok(top[0]! > 200 && bottom[2]! > 200, `${top.join()} over ${bottom.join()}`);
  });

  it("is the first picture of an animation", async () => {
    const plain = (background: string) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer();
    const frames = [await plain("#ff0000"), await plain("#0000ff")];
    const moving = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    assert.equal((await sharp(moving).metadata()).pages, 2);
    const [red, , blue] = await colorAt((await makeAvatar(moving))[64], 30, 30);
    assert.ok(red! > 200 && blue! < 60);
  });

  it("carries on nothing that hangs on a file", async () => {
    for (const format of ["png", "jpeg", "gif", "webp"] as const) {
      const polyglot = Buffer.concat([await noise(format), Buffer.from(SCRIPT)]);
      const pictures = await makeAvatar(polyglot);
      for (const size of AVATAR_SIZES) assert.ok(!pictures[size].includes("script"), format);
    }
    const commented = await sharp(await noise("png"))
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${SCRIPT}</x:xmpmeta>`)
      .jpeg()
      .toBuffer();
    assert.ok(commented.includes("script"));
    assert.ok(!(await makeAvatar(commented))[512].includes("script"));
  });

  it("is not made of anything but the four, however it is called", async () => {
    const files = {
      svg: Buffer.from(SVG),
      "svg after a declaration": Buffer.from(`<?xml version="1.0"?>\n${SVG}`),
      html: Buffer.from(`<!doctype html>${SCRIPT}`),
      pdf: Buffer.from("%PDF-1.4\n%%EOF"),
      tiff: await twoHalves(20, 20).tiff().toBuffer(),
      avif: await twoHalves(20, 20).avif().toBuffer(),
      bmp: Buffer.from("BM\x3a\0\0\0\0\0\0\0\x36\0\0\0", "latin1"),
      "a sound": Buffer.from("RIFF\x24\0\0\0WAVEfmt ", "latin1"),
      nothing: Buffer.alloc(0),
    };
    for (const [name, file] of Object.entries(files)) assert.equal(await codeOf(file), "avatar.type", name);
  });

  it("is not made of files whose first bytes lie", async () => {
    const jpeg = await noise("jpeg");
    const png = await noise("png");
    const files = {
      "a GIF's head before a script": Buffer.from(`GIF89a=1;/*${" ".repeat(40)}*/${SCRIPT}`),
      "a PNG's head before an SVG": Buffer.concat([png.subarray(0, 8), Buffer.from(SVG)]),
      "a PNG's head before a JPEG": Buffer.concat([png.subarray(0, 8), jpeg]),
      "a JPEG's head before a PNG": Buffer.concat([jpeg.subarray(0, 4), png]),
      "a WebP's head before an SVG": Buffer.from(`RIFF\xff\0\0\0WEBP${SVG}`, "latin1"),
      "zeros behind a head": Buffer.concat([png.subarray(0, 33), Buffer.alloc(2000)]),
    };
    for (const [name, file] of Object.entries(files)) assert.equal(await codeOf(file), "avatar.broken", name);
  });

  it("is not made of half a file", async () => {
    for (const format of ["png", "jpeg", "webp", "gif"] as const) {
      const whole = await noise(format);
      for (const share of [0.02, 0.3, 0.9, 0.99]) {
        const half = whole.subarray(0, Math.floor(whole.length * share));
        assert.equal(await codeOf(half), "avatar.broken", `${share} of a ${format}`);
      }
    }
  });

  it("is not made of 12000 × 12000 pixels, and says so at once", async () => {
    const bomb = blackPng(12_000, 12_000);
    assert.ok(bomb.length < 200_000);
    const begin = performance.now();
    assert.equal(await codeOf(bomb), "avatar.tooManyPixels");
    assert.ok(performance.now() - begin < patience(AT_ONCE_MS));
    assert.equal(await codeOf(blackPng(4000, 4000)), "taken");
  });

  it("is not made of giants that move", async () => {
    assert.equal(await codeOf(claimingGif(65_535, 65_535, 3)), "avatar.tooManyPixels");
    const begin = performance.now();
    assert.equal(await codeOf(claimingGif(4000, 4000, 1000)), "taken");
    assert.ok(performance.now() - begin < patience(AT_ONCE_MS));
  });

  it("is not made of a JPEG that would be decoded for hours", async () => {
    assert.equal(await codeOf(await manyScans(20)), "taken");
    const endless = await manyScans(8000);
    assert.ok(endless.length < MAX_AVATAR_BYTES);
    assert.equal((await sharp(endless).metadata()).format, "jpeg");
    const begin = performance.now();
    assert.equal(await codeOf(endless), "avatar.broken");
    assert.ok(performance.now() - begin < patience(AT_ONCE_MS));
  });

  it("is not made of more than 4 MB", async () => {
    const png = await noise("png");
    const padded = (length: number) => Buffer.concat([png, Buffer.alloc(length - png.length)]);
    assert.equal(await codeOf(padded(MAX_AVATAR_BYTES)), "taken");
    assert.equal(await codeOf(padded(MAX_AVATAR_BYTES + 1)), "avatar.tooLarge");
  });

  it("of fifty at once: as many as there is room for, the others are told to come again", async () => {
    const large = blackPng(3000, 3000);
    const before = process.memoryUsage().rss;
    let most = before;
    const codes = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const code = await codeOf(large);
        most = Math.max(most, process.memoryUsage().rss);
        return code;
      }),
    );
    const count = (code: string) => codes.filter((one) => one === code).length;
    assert.deepEqual([count("taken"), count("tooMany")], [26, 24]);
    assert.ok(most - before < 150_000_000, `memory grew by ${most - before}`);
    assert.equal(await codeOf(await noise("png")), "taken", "and the next finds room again");
  });
});
