// The frames of a match: asks the session what to look at, draws it, plays its sounds, lets the pointer steer.

import { CLASSIC } from "../../pong/court.ts";
import type { Happening } from "../../pong/step.ts";
import type { MatchSession } from "../../sdk/match-session.ts";
import type { Picture } from "../../sdk/picture.ts";
import { steerSeats } from "../input/seat-steerings.ts";
import { NoGraphics } from "../no-graphics.ts";
import type { View } from "../scene/camera.ts";
import type { Sound } from "../sound/open-sound.ts";
import type { MatchParts } from "./load-parts.ts";
import { stillPicture } from "./still-picture.ts";

/** More at once than a frame can hold: the window was away, and they are no news. */
const MOST_MOMENTS = 8;

export interface TableLoopOptions {
  readonly canvas: HTMLCanvasElement;
  readonly openTable: MatchParts["openTable"];
  readonly session: MatchSession;
  readonly sound: Sound;
  readonly seat: number;
  /** Whether both seats are played here. */
  readonly isShared: boolean;
  readonly view: View;
  /** Ends the frames and frees the table. */
  readonly left: AbortSignal;
  /** After each frame. */
  drawn(picture: Picture): void;
}

/** A table that is drawn and steered. */
export interface RunningTable {
  /** Lets go of all keys. */
  rest(): void;
  setView(view: View): void;
}

/** Opens the table, draws it until `left` aborts and lets it be steered. @throws NoGraphics */
export function startTableLoop(options: TableLoopOptions): RunningTable {
  const { canvas, session, seat, left, isShared, sound } = options;
  let { view } = options;
  const table = open(options);
  const steerings = steerSeats({
    surface: canvas,
    court: CLASSIC,
    seat,
    isShared,
    view: () => view,
    left,
    hold: (keys, of) => session.hold(keys, of),
  });
  const shape = new ResizeObserver(() => table.resize());
  shape.observe(canvas);

  sound.listen(isShared ? { kind: "side" } : { kind: "behind", seat });
  const still = stillPicture(CLASSIC);
  let request = 0;
  const frame = (ms: number): void => {
    request = requestAnimationFrame(frame);
    const picture = session.look() ?? still;
    table.draw(picture, ms / 1000);
    playMoments(sound, picture.moments);
    sound.follow(picture);
    for (const one of steerings) one.steering.frame(picture.paddles[one.seat]?.y ?? 0);
    options.drawn(picture);
  };
  request = requestAnimationFrame(frame);

  left.addEventListener("abort", () => {
    cancelAnimationFrame(request);
    shape.disconnect();
    table.close();
  });
  return {
    rest() {
      for (const { steering } of steerings) steering.rest();
    },
    setView(next) {
      view = next;
      table.setView(next);
    },
  };
}

function open({ openTable, canvas, seat, view }: TableLoopOptions): ReturnType<MatchParts["openTable"]> {
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
  try {
    const table = openTable({ canvas, court: CLASSIC, seat, view, reducedMotion });
    // Babylon puts the canvas first in the order of the Tab key; there is nothing to press in it.
    canvas.removeAttribute("tabindex");
    return table;
  } catch (error) {
    throw new NoGraphics(error);
  }
}

function playMoments(sound: Sound, moments: readonly Happening[]): void {
  if (moments.length > MOST_MOMENTS) return;
  for (const moment of moments) sound.play(moment);
}
