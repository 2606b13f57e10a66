// The frames of a match: asks the session what to look at, draws it, plays its sounds, lets the pointer steer.

import { CLASSIC } from "../../pong/court.ts";
import type { Happening } from "../../pong/step.ts";
import type { MatchSession } from "../../sdk/match-session.ts";
import type { Picture } from "../../sdk/picture.ts";
import { Steering } from "../input/steering.ts";
import { NoGraphics } from "../no-graphics.ts";
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
  /** Ends the frames and frees the table. */
  readonly left: AbortSignal;
  /** After each frame. */
  drawn(picture: Picture): void;
}

/** Opens the table, draws it until `left` aborts and lets it be steered. @throws NoGraphics */
export function startTableLoop(options: TableLoopOptions): Steering {
  const { canvas, session, seat, left } = options;
  const table = open(options);
  const steering = new Steering({
    surface: canvas,
    court: CLASSIC,
    seat,
    left,
    hold: (keys) => session.hold(keys),
  });
  const shape = new ResizeObserver(() => table.resize());
  shape.observe(canvas);

  options.sound.listen({ kind: "behind", seat });
  const still = stillPicture(CLASSIC);
  let request = 0;
  const frame = (ms: number): void => {
    request = requestAnimationFrame(frame);
    const picture = session.look() ?? still;
    table.draw(picture, ms / 1000);
    playMoments(options.sound, picture.moments);
    steering.frame(picture.paddles[seat]?.y ?? 0);
    options.drawn(picture);
  };
  request = requestAnimationFrame(frame);

  left.addEventListener("abort", () => {
    cancelAnimationFrame(request);
    shape.disconnect();
    table.close();
  });
  return steering;
}

function open({ openTable, canvas, seat }: TableLoopOptions): ReturnType<MatchParts["openTable"]> {
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
  try {
    const table = openTable({ canvas, court: CLASSIC, seat, reducedMotion });
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
