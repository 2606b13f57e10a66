// The square that is cut out of a picture: moved, zoomed, and kept within it. Pure; avatar-cropper.ts shows it.

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** All in the picture's own pixels. */
export interface Crop {
  /** The square's middle. */
  readonly x: number;
  readonly y: number;
  /** 1: as large as fits into the picture. */
  readonly zoom: number;
}

export interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** Fewer pixels of the picture than this show nothing any more. */
const SMALLEST_SIDE = 48;
const MOST_ZOOM = 8;
/** What is sent is never larger; the server makes it smaller still. */
const LARGEST_RESULT = 1024;

/** The largest square, in the middle. */
export function wholeCrop({ width, height }: ImageSize): Crop {
  return { x: width / 2, y: height / 2, zoom: 1 };
}

/** How far may be zoomed in, 1 or more. */
export function mostZoom({ width, height }: ImageSize): number {
  return Math.max(1, Math.min(MOST_ZOOM, Math.min(width, height) / SMALLEST_SIDE));
}

export function squareOf(image: ImageSize, { x, y, zoom }: Crop): Square {
  const side = Math.min(image.width, image.height) / zoom;
  return { left: x - side / 2, top: y - side / 2, side };
}

/** The nearest crop that lies within the picture. */
export function clampCrop(image: ImageSize, crop: Crop): Crop {
  const zoom = clamp(crop.zoom, 1, mostZoom(image));
  const half = Math.min(image.width, image.height) / zoom / 2;
  return { x: clamp(crop.x, half, image.width - half), y: clamp(crop.y, half, image.height - half), zoom };
}

/** The picture pulled along under the square. @param dx, dy as shares of the square's side, to the right and down */
export function pullCrop(image: ImageSize, crop: Crop, dx: number, dy: number): Crop {
  const { side } = squareOf(image, crop);
  return clampCrop(image, { ...crop, x: crop.x - dx * side, y: crop.y - dy * side });
}

/**
 * Zoomed so that what is at one place of the square stays there, as far as the picture reaches.
 * @param atX, atY the place as shares of the side, 0 to 1 from the upper left
 */
export function zoomCrop(image: ImageSize, crop: Crop, zoom: number, atX = 0.5, atY = 0.5): Crop {
  const before = squareOf(image, crop);
  const nearest = clamp(zoom, 1, mostZoom(image));
  const { side } = squareOf(image, { ...crop, zoom: nearest });
  const left = before.left + (before.side - side) * atX;
  const top = before.top + (before.side - side) * atY;
  return clampCrop(image, { x: left + side / 2, y: top + side / 2, zoom: nearest });
}

/** Width and height of what is sent, in pixels: those of the square, at most 1024. */
export function resultSide(image: ImageSize, crop: Crop): number {
  return Math.max(1, Math.min(LARGEST_RESULT, Math.round(squareOf(image, crop).side)));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
