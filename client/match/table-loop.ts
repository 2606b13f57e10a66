// The frames of a match: asks the session what to look at, draws it, plays its sounds, lets the pointer steer.

import { CLASSIC } from "../../pong/court.ts";
import type { Happening } from "../../pong/step.ts";
import type { MatchSession } from "../../sdk/match-session.ts";
import type { Picture } from "../../sdk/picture.ts";
import { Steering } from "../input/steering.ts";
import { NoGraphics } from "../no-graphics.ts";
import type { Figures } from "../scene/ladder.ts";
import type { Table } from "../scene/open-table.ts";
import type { Sound } from "../sound/open-sound.ts";
import { LastingTable } from "./lasting-table.ts";
import type { MatchParts } from "./load-parts.ts";
import { Pace } from "./pace.ts";
import { stillPicture } from "./still-picture.ts";

/** More at once than a frame can hold: the window was away, and they are no news. */
const MOST_MOMENTS = 8;

export interface TableLoopOptions {
  /** Fills its parent, which takes the pointers: a canvas whose graphics are lost for good is replaced. */
  readonly canvas: HTMLCanvasElement;
  readonly openTable: MatchParts["openTable"];
  readonly session: MatchSession;
  readonly sound: Sound;
  readonly seat: number;
  /** Ends the frames and frees the table. */
  readonly left: AbortSignal;
  /** After each frame. */
  drawn(picture: Picture): void;
  /** About once a second: how the machine keeps up. */
  measured?(figures: Figures): void;
  /** The table was open, and cannot be drawn any more: a NoGraphics. */
  failed(error: unknown): void;
}

/** Opens the table, draws it until `left` aborts and lets it be steered. @throws NoGraphics */
export function startTableLoop(options: TableLoopOptions): Steering {
  const { canvas, session, seat, left } = options;
  const pace = new Pace(performance.now());
  const lasting = new LastingTable({
    canvas,
    open: (place) => open(options, place, pace.tier),
    failed: (error) => options.failed(error),
  });
  const surface = canvas.parentElement ?? canvas;
  const steering = new Steering({
    surface,
    court: CLASSIC,
    seat,
    left,
    hold: (keys) => session.hold(keys),
  });
  const shape = new ResizeObserver(() => lasting.table.resize());
  shape.observe(surface);

  const still = stillPicture(CLASSIC);
  let request = 0;
  const frame = (ms: number): void => {
    request = requestAnimationFrame(frame);
    const picture = session.look() ?? still;
    lasting.table.draw(picture, ms / 1000);
    const figures = pace.frame(lasting.table, ms, !picture.balls.some((ball) => ball.flying));
    if (figures) options.measured?.(figures);
    playMoments(options.sound, picture.moments, seat);
    steering.frame(picture.paddles[seat]?.y ?? 0);
    options.drawn(picture);
  };
  request = requestAnimationFrame(frame);

  left.addEventListener("abort", () => {
    cancelAnimationFrame(request);
    shape.disconnect();
    lasting.close();
  });
  return steering;
}

function open({ openTable, seat }: TableLoopOptions, canvas: HTMLCanvasElement, tier: number): Table {
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
  try {
    const table = openTable({ canvas, court: CLASSIC, seat, reducedMotion, tier });
    // Babylon puts the canvas first in the order of the Tab key; there is nothing to press in it.
    canvas.removeAttribute("tabindex");
    return table;
  } catch (error) {
    throw new NoGraphics(error);
  }
}

function playMoments(sound: Sound, moments: readonly Happening[], seat: number): void {
  if (moments.length > MOST_MOMENTS) return;
  for (const moment of moments) sound.play(moment, seat);
}
