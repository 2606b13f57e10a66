// Images for tests: real ones, made by sharp, and the ones that nobody sends with good intentions, made by hand.

import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

export type ImageFormat = "png" | "jpeg" | "webp" | "gif";

/** Left half red, right half blue: shows which way is up once it has been turned or cut. */
export function twoHalves(width: number, height: number): Sharp {
  const half = { create: { width: width / 2, height, channels: 3, background: "#0000ff" } } as const;
  return sharp({ create: { width, height, channels: 3, background: "#ff0000" } }).composite([
    { input: half, left: width / 2, top: 0 },
  ]);
}

/** Noise, so that cutting a piece off cuts off something. */
export function noise(format: ImageFormat, side = 200): Promise<Buffer> {
  const create = {
    width: side,
    height: side,
    channels: 3,
    background: "#888888",
    noise: { type: "gaussian", mean: 128, sigma: 40 },
  } as const;
  return sharp({ create })[format]().toBuffer();
}

/** A valid black-and-white PNG of any size: a few kilobytes, whatever it unfolds to. */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8);
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(rows, { level: 9 })),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A GIF of so many frames, each as large as it claims, with one pixel in them. */
export function claimingGif(width: number, height: number, frames: number): Buffer {
  const screen = Buffer.from("GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff", "latin1");
  screen.writeUInt16LE(width, 6);
  screen.writeUInt16LE(height, 8);
  const frame = Buffer.from("\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0", "latin1");
  frame.writeUInt16LE(width, 13);
  frame.writeUInt16LE(height, 15);
  return Buffer.concat([screen, ...Array.from({ length: frames }, () => frame), Buffer.from("\x3b", "latin1")]);
}

/** A progressive JPEG whose last scan comes so many times more: small to send, long to decode. */
export async function manyScans(times: number): Promise<Buffer> {
  // Without successive approximation, since a scan that repeats a refinement is refused as an inconsistency.
  const jpeg = await sharp(await noise("png", 64))
    .jpeg({ mozjpeg: true })
    .toBuffer();
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(last, -2);
  return Buffer.concat([jpeg.subarray(0, -2), ...Array.from({ length: times }, () => scan), jpeg.subarray(-2)]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
