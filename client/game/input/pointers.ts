// Where a mouse, a pen or a finger points: one of them at a time for each seat. When two share a screen, each seat has half of it,
// and a finger belongs to the half it was put down in, wherever it slides then.

import { paddleWay, type ScreenPoint, type Sight } from "./aim.ts";

export type Half = "near" | "far";

/** The half of the screen that is on the side of whoever's camera it is, or the other one. */
export function halfOf(sight: Sight, point: ScreenPoint): Half {
  const { box } = sight;
  // Seen across, one's own side is on the left; seen along, at the bottom.
  const isNear =
    paddleWay(sight).axis === "y" ? point.x < box.left + box.width / 2 : point.y > box.top + box.height / 2;
  return isNear ? "near" : "far";
}

export class Pointers {
  /** Where it points; null when nothing does. */
  point: ScreenPoint | null = null;
  readonly #isOurs: ((point: ScreenPoint) => boolean) | null;
  #pressed: number | null = null;

  /**
   * Listens until `left` aborts.
   * @param isOurs whether a pointer that goes down there counts; only such as touch the screen do then, not a mouse that
   * passes over it. Null: the whole screen is ours
   */
  constructor(surface: HTMLElement, left: AbortSignal, isOurs: ((point: ScreenPoint) => boolean) | null) {
    this.#isOurs = isOurs;
    const signal = { signal: left };
    surface.addEventListener("pointerdown", (event) => this.#down(event), signal);
    surface.addEventListener("pointermove", (event) => this.#move(event), signal);
    for (const kind of ["pointerup", "pointercancel", "pointerleave"] as const) {
      surface.addEventListener(kind, (event) => this.#away(event), signal);
    }
  }

  /** Something else steers now, until it moves again. */
  forget(): void {
    this.point = null;
  }

  #down(event: PointerEvent): void {
    const point = { x: event.clientX, y: event.clientY };
    if (this.#pressed !== null || this.#isOurs?.(point) === false) return;
    this.#pressed = event.pointerId;
    this.point = point;
  }

  #move(event: PointerEvent): void {
    const isPressed = event.pointerId === this.#pressed;
    if (!isPressed && (this.#isOurs !== null || this.#pressed !== null || !event.isPrimary)) return;
    // Browsers report a mouse that lies still when something moves under it; only one that moves itself takes over.
    if (event.movementX === 0 && event.movementY === 0) return;
    this.point = { x: event.clientX, y: event.clientY };
  }

  #away(event: PointerEvent): void {
    const wasPressed = event.pointerId === this.#pressed;
    if (wasPressed) this.#pressed = null;
    else if (this.#pressed !== null || this.#isOurs !== null) return;
    // A mouse goes on pointing when its button comes up; a finger that is lifted does not.
    if (event.type === "pointerup" && event.pointerType === "mouse" && this.#isOurs === null) return;
    this.point = null;
  }
}
