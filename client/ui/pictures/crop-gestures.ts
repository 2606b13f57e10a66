// Fingers, mouse, wheel and keys on the stage, as changes of the crop (crop.ts).

import { type Crop, type ImageSize, pullCrop, zoomCrop } from "./crop.ts";

/** Of one press of a key: the share of the side, and the factor of the zoom. */
const KEY_PULL = 0.04;
const KEY_ZOOM = 1.12;
/** For each unit of a wheel; a notch is about 100. */
const WHEEL_ZOOM = 0.0016;

const PULLS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-KEY_PULL, 0],
  ArrowRight: [KEY_PULL, 0],
  ArrowUp: [0, -KEY_PULL],
  ArrowDown: [0, KEY_PULL],
};
const ZOOMS: Readonly<Record<string, number>> = { "+": KEY_ZOOM, "=": KEY_ZOOM, "-": 1 / KEY_ZOOM, "−": 1 / KEY_ZOOM };

/** What is being cropped, and what to do with another crop of it. */
export interface Cropped {
  readonly image: ImageSize;
  readonly crop: Crop;
  readonly set: (crop: Crop) => void;
}

interface PointerPosition {
  readonly x: number;
  readonly y: number;
}

export class CropGestures {
  readonly #cropped: () => Cropped | null;
  /** Where each finger that is down is, as shares of the stage. */
  readonly #down = new Map<number, PointerPosition>();

  /** @param cropped null while nothing can be changed */
  constructor(cropped: () => Cropped | null) {
    this.#cropped = cropped;
  }

  readonly press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const stage = event.currentTarget as HTMLElement;
    stage.setPointerCapture(event.pointerId);
    this.#down.set(event.pointerId, placeOf(event));
  };

  readonly release = (event: PointerEvent): void => {
    this.#down.delete(event.pointerId);
  };

  readonly move = (event: PointerEvent): void => {
    const before = this.#spread();
    if (!this.#down.has(event.pointerId) || before === null) return;
    this.#down.set(event.pointerId, placeOf(event));
    const after = this.#spread()!;
    this.#change(({ image, crop }) => {
      const pulled = pullCrop(image, crop, after.middle.x - before.middle.x, after.middle.y - before.middle.y);
      if (before.apart === 0 || after.apart === 0) return pulled;
      return zoomCrop(image, pulled, (pulled.zoom * after.apart) / before.apart, after.middle.x, after.middle.y);
    });
  };

  readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { x, y } = placeOf(event);
    this.#change(({ image, crop }) => zoomCrop(image, crop, crop.zoom * Math.exp(-event.deltaY * WHEEL_ZOOM), x, y));
  };

  readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pull = PULLS[event.key];
    const zoom = ZOOMS[event.key];
    if (pull === undefined && zoom === undefined) return;
    event.preventDefault();
    this.#change(({ image, crop }) =>
      pull === undefined ? zoomCrop(image, crop, crop.zoom * zoom!) : pullCrop(image, crop, ...pull),
    );
  };

  #change(next: (cropped: Cropped) => Crop): void {
    const cropped = this.#cropped();
    if (cropped !== null) cropped.set(next(cropped));
  }

  /** The middle of the fingers that are down, and how far two of them are apart; a third changes nothing. */
  #spread(): { middle: PointerPosition; apart: number } | null {
    const [one, two] = this.#down.values();
    if (one === undefined) return null;
    if (two === undefined) return { middle: one, apart: 0 };
    return {
      middle: { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 },
      apart: Math.hypot(one.x - two.x, one.y - two.y),
    };
  }
}

function placeOf(event: MouseEvent): PointerPosition {
  const { left, top, width, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
}
