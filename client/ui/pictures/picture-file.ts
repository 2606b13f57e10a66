// Reads a file that was chosen, dropped or pasted as a picture, says at once what is wrong with it, and draws the square of it that
// crop.ts describes: on the stage with a round window, as previews, and as the file that is sent.

import { AVATAR_TYPES, MAX_AVATAR_BYTES } from "../../../schema/profile.ts";
import { type Crop, resultSide, squareOf } from "./crop.ts";
import type { TextKey } from "../../platform/i18n/translate.ts";

const WEBP_QUALITY = 0.92;
const JPEG_QUALITY = 0.9;
const OUTSIDE = "rgba(4, 4, 14, 0.62)";
const EDGE = "rgba(238, 240, 255, 0.85)";

/** Fills the canvas, which is square. */
export function drawCrop(canvas: HTMLCanvasElement, image: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext("2d")!;
  const { left, top, side } = squareOf(image, crop);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, left, top, side, side, 0, 0, canvas.width, canvas.height);
}

/** The same, with what will not be seen once it is cut round in the dark. */
export function drawStage(canvas: HTMLCanvasElement, image: ImageBitmap, crop: Crop): void {
  drawCrop(canvas, image, crop);
  const context = canvas.getContext("2d")!;
  const side = canvas.width;
  context.beginPath();
  context.rect(0, 0, side, side);
  context.arc(side / 2, side / 2, side / 2, 0, Math.PI * 2);
  context.fillStyle = OUTSIDE;
  context.fill("evenodd");
  context.beginPath();
  context.arc(side / 2, side / 2, side / 2 - 2, 0, Math.PI * 2);
  context.strokeStyle = EDGE;
  context.lineWidth = 3;
  context.stroke();
}

/** As a file of at most 4 MB: WebP, or what the browser can write. */
export async function cropToBlob(image: ImageBitmap, crop: Crop): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = resultSide(image, crop);
  drawCrop(canvas, image, crop);
  // Where WebP cannot be written, a PNG comes instead, unasked.
  const blob = await encode(canvas, "image/webp", WEBP_QUALITY);
  return blob.size <= MAX_AVATAR_BYTES ? blob : encode(canvas, "image/jpeg", JPEG_QUALITY);
}

function encode(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob === null) reject(new Error("the canvas gives no file"));
        else resolve(blob);
      },
      type,
      quality,
    );
  });
}

const TYPES: readonly string[] = AVATAR_TYPES;

/** What is wrong with a file, null when nothing that can be seen from outside. */
export function faultOf(file: Pick<File, "type" | "size">): TextKey | null {
  if (!TYPES.includes(file.type)) return "avatar.type";
  return file.size > MAX_AVATAR_BYTES ? "avatar.tooLarge" : null;
}

/** Upright, as the camera meant it; of an animation the first picture. Null when it cannot be read. */
export async function readPicture(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
}
