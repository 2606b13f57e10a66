// The frames of a match: asks the session what to look at, draws it, plays its sounds, lets the pointer steer.

import type { Court } from "../../../pong/court.ts";
import type { SimEvent } from "../../../pong/step.ts";
import type { MatchSession } from "../../../sdk/match-session.ts";
import type { RenderState } from "../../../sdk/render-state.ts";
import { steerSeats } from "../input/seat-steerings.ts";
import type { FrameStats } from "../scene/adaptive-quality.ts";
import type { Table, TableOptions } from "../scene/open-table.ts";
import type { Sound } from "../sound/open-sound.ts";
import { LastingTable } from "./lasting-table.ts";
import type { MatchParts } from "./load-parts.ts";
import { Pace } from "./pace.ts";
import type { View, ThemeName } from "../../platform/settings.ts";
import { NoGraphics } from "../../platform/page-context.ts";

/** More at once than a frame can hold: the window was hidden, so they are skipped. */
const MOST_MOMENTS = 8;

export interface TableLoopOptions {
  /** Fills its parent, which takes the pointers: a canvas whose graphics are lost for good is replaced. */
  readonly canvas: HTMLCanvasElement;
  readonly openTable: MatchParts["openTable"];
  readonly session: MatchSession;
  readonly sound: Sound;
  readonly seat: number;
  /** Whether both seats are played here. */
  readonly isShared: boolean;
  readonly view: View;
  readonly theme: ThemeName;
  /** Ends the frames and frees the table. */
  readonly left: AbortSignal;
  /** After each frame. */
  drawn(renderState: RenderState): void;
  /** About once a second: how the machine keeps up. */
  measured?(stats: FrameStats): void;
  /** The table was open, and cannot be drawn any more: a NoGraphics. */
  failed(error: unknown): void;
}

/** A table that is drawn and steered. */
export interface RunningTable {
  /** Releases all keys. */
  rest(): void;
  /** Shows it from there, and in this theme, from now on. */
  setLook(view: View, theme: ThemeName): void;
}

/** Opens the table, draws it until `left` aborts and lets it be steered. @throws NoGraphics */
export function startTableLoop(options: TableLoopOptions): RunningTable {
  const { canvas, session, seat, left, isShared, sound } = options;
  let { view, theme } = options;
  const pace = new Pace(performance.now());
  const lasting = new LastingTable({
    canvas,
    open: (place) => open(options, place, { view, theme, tier: pace.tier }),
    failed: (error) => options.failed(error),
  });
  const surface = canvas.parentElement ?? canvas;
  const steerings = steerSeats({
    surface,
    court: session.court,
    seat,
    isShared,
    view: () => view,
    left,
    hold: (keys, of) => session.hold(keys, of),
  });
  const shape = new ResizeObserver(() => lasting.table.resize());
  shape.observe(surface);

  sound.listen(isShared ? { kind: "side" } : { kind: "behind", seat });
  const still = restingState(session.court);
  let request = 0;
  const frame = (ms: number): void => {
    request = requestAnimationFrame(frame);
    const renderState = session.sample() ?? still;
    const seen = seenState(renderState);
    lasting.table.draw(seen, ms / 1000);
    const stats = pace.frame(lasting.table, ms, !renderState.balls.some((ball) => ball.flying));
    if (stats) options.measured?.(stats);
    playMoments(sound, renderState.moments);
    sound.follow(seen);
    for (const one of steerings) one.steering.frame(renderState.paddles[one.seat]?.y ?? 0);
    options.drawn(renderState);
  };
  request = requestAnimationFrame(frame);

  left.addEventListener("abort", () => {
    cancelAnimationFrame(request);
    shape.disconnect();
    lasting.close();
  });
  return {
    rest() {
      for (const { steering } of steerings) steering.rest();
    },
    setLook(nextView, nextTheme) {
      if (nextView !== view) lasting.table.setView((view = nextView));
      if (nextTheme === theme) return;
      theme = nextTheme;
      lasting.reopen();
    },
  };
}

function open(
  { openTable, session, seat }: TableLoopOptions,
  canvas: HTMLCanvasElement,
  how: Required<Pick<TableOptions, "view" | "theme" | "tier">>,
): Table {
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
  try {
    const table = openTable({ canvas, court: session.court, seat, reducedMotion, ...how });
    // Babylon puts the canvas first in the order of the Tab key; there is nothing to press in it.
    canvas.removeAttribute("tabindex");
    return table;
  } catch (error) {
    throw new NoGraphics(error);
  }
}

function playMoments(sound: Sound, moments: readonly SimEvent[]): void {
  if (moments.length > MOST_MOMENTS) return;
  for (const moment of moments) sound.play(moment);
}

/** As it is to be seen: a ball in a goal that is not certain yet flies on, and nothing is said of the next serve. */
export function seenState(renderState: RenderState): RenderState {
  if (renderState.balls.every(({ beyond }) => beyond === null)) return renderState;
  const balls = renderState.balls.map((ball) =>
    ball.beyond === null ? ball : { ...ball, ...ball.beyond, flying: true },
  );
  return { ...renderState, balls, servesIn: 0 };
}

/** The table before anything is played on it: the ball on its spot, the paddles in the middle. */
export function restingState(court: Court): RenderState {
  return {
    tick: 0,
    balls: court.spots.map(({ x, y }) => ({ x, y, tick: 0, flying: false, speed: 0, beyond: null })),
    paddles: court.rails.map(({ seat }) => ({ seat, y: 0, tick: 0 })),
    servesIn: 0,
    serving: 0,
    moments: [],
  };
}
