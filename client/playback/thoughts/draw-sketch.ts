// How a thought looks on the table: which line is thin and which is thick, what is dashed, what glows. Numbers only.

import type { Point } from "../../../pong/ai/foresight.ts";
import type { CourtPlan } from "../../../pong/court.ts";
import { contactLine } from "../../../pong/court.ts";
import { capsule, circle, dashes } from "./lines.ts";
import type { AimSketch, Sketch } from "./sketch.ts";
import { type Rgb, type Stroke, Strokes } from "./strokes.ts";

export interface SketchColors {
  /** Of the computer's side. */
  readonly own: Rgb;
  /** Of the ball, for what was seen and for the error. */
  readonly plain: Rgb;
}

const DASH = { on: 0.34, off: 0.26 };
/** How much wider than the thing itself an outline is. */
const AROUND = 0.09;
/** In front of its line, the error is not covered by the paddle. */
const ERROR_AHEAD = 0.62;
/** A smaller error is none to be seen. */
const SMALLEST_ERROR = 0.1;

export function drawSketch(sketch: Sketch, court: CourtPlan, colors: SketchColors): Strokes {
  const strokes = new Strokes();
  for (const aim of sketch.aims) if (!aim.isChosen) drawAim(strokes, aim, court, colors);
  for (const aim of sketch.aims) if (aim.isChosen) drawAim(strokes, aim, court, colors);
  drawComing(strokes, sketch, court, colors);
  drawPlaces(strokes, sketch, court, colors);
  drawError(strokes, sketch, court, colors);
  return strokes;
}

/** A line with a glow around it. */
function glowing(strokes: Strokes, line: readonly Point[], stroke: Stroke): void {
  strokes.line(line, { ...stroke, alpha: stroke.alpha * 0.28, half: 0, soft: stroke.half * 5 });
  strokes.line(line, stroke);
}

function drawAim(
  strokes: Strokes,
  { path, end, strength, isChosen }: AimSketch,
  { ballRadius }: CourtPlan,
  { own, plain }: SketchColors,
): void {
  if (isChosen) glowing(strokes, path, { color: own, alpha: 0.95, half: 0.065, soft: 0.04 });
  else strokes.line(path, { color: own, alpha: 0.2 + 0.3 * strength, half: 0.024, soft: 0.03 });
  const radius = ballRadius * (0.4 + 0.75 * strength);
  strokes.fill(circle(end, radius * 2.4), own, 0.2 + 0.5 * strength);
  strokes.fill(circle(end, radius), own, 0.25 + 0.75 * strength, 0.25 + 0.75 * strength);
  if (isChosen) strokes.line(circle(end, radius + 0.16), { color: plain, alpha: 0.95, half: 0.035, soft: 0.03 });
}

function drawComing(
  strokes: Strokes,
  { ball, coming }: Sketch,
  { ballRadius }: CourtPlan,
  { own, plain }: SketchColors,
): void {
  strokes.line(circle(ball, ballRadius + AROUND), { color: plain, alpha: 0.8, half: 0.025, soft: 0.03 });
  const arrival = coming.at(-1);
  if (arrival === undefined) return;
  for (const dash of dashes(coming, DASH.on, DASH.off))
    strokes.line(dash, { color: plain, alpha: 0.85, half: 0.04, soft: 0.035 });
  strokes.fill(circle(arrival, ballRadius), own, 0.15, 0.5);
  glowing(strokes, circle(arrival, ballRadius), { color: plain, alpha: 0.95, half: 0.035, soft: 0.03 });
}

function drawPlaces(strokes: Strokes, { meet, wait }: Sketch, court: CourtPlan, { own }: SketchColors): void {
  const around = (place: Point): Point[] => capsule(place, court.paddleHalfFace, court.paddleRadius + AROUND);
  for (const dash of dashes(around(wait), 0.2, 0.16))
    strokes.line(dash, { color: own, alpha: 0.7, half: 0.022, soft: 0.03 });
  if (meet !== null) glowing(strokes, around(meet), { color: own, alpha: 0.95, half: 0.03, soft: 0.03 });
}

/** An arrow from where the paddle should be to where it goes instead. */
function drawError(strokes: Strokes, { rail, error }: Sketch, court: CourtPlan, { plain }: SketchColors): void {
  if (error === null || Math.abs(error[1].y - error[0].y) < SMALLEST_ERROR) return;
  const x = contactLine(court, rail) + rail.facing * ERROR_AHEAD;
  const [from, to] = [error[0].y, error[1].y];
  const stroke: Stroke = { color: plain, alpha: 0.95, half: 0.035, soft: 0.03 };
  const mark = (y: number): Point[] => [
    { x: x - 0.16, y },
    { x: x + 0.16, y },
  ];
  strokes.line(mark(from), stroke);
  const length = Math.abs(to - from);
  const way = to > from ? 1 : -1;
  const head = Math.min(0.2, length * 0.6);
  glowing(
    strokes,
    [
      { x, y: from },
      { x, y: to },
    ],
    stroke,
  );
  strokes.line(
    [
      { x: x - head * 0.8, y: to - way * head },
      { x, y: to },
      { x: x + head * 0.8, y: to - way * head },
    ],
    stroke,
  );
}
