// The court as data: what walls, goals, paddles and balls there are, and how fast things go.
// The world that moves on it is world.ts; step.ts moves it.
//
// Seen from above: x runs from one goal to the other, y from wall to wall, and 0 is the middle of both, because
// only then does a mirrored match give the mirrored result bit for bit. Lengths are court units, speeds units a tick.

import { TICKS_PER_SECOND } from "./rules.ts";

/** A straight piece of the border, across one axis. The ball comes from the side that `inward` (1 or -1) points to. */
export interface Segment {
  readonly axis: "x" | "y";
  /** Where on that axis it stands. */
  readonly at: number;
  readonly inward: 1 | -1;
  /** Its two ends on the other axis, lower one first. */
  readonly from: number;
  readonly to: number;
}

/** A goal line and whose it is: the ball's centre crossing it is a point against that seat. */
export interface Goal extends Segment {
  readonly seat: number;
}

/** Where a seat's paddle slides: along y, its core at `x`, its face looking towards `facing` (1: +x, -1: -x). */
export interface Rail {
  readonly seat: number;
  readonly x: number;
  readonly facing: 1 | -1;
  /** The paddle's centre stays between these. */
  readonly minY: number;
  readonly maxY: number;
}

/** Where a ball rests before it is served. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a court is given by. */
export interface CourtPlan {
  readonly id: string;
  readonly halfLength: number;
  readonly halfWidth: number;
  readonly walls: readonly Segment[];
  readonly goals: readonly Goal[];
  readonly rails: readonly Rail[];
  readonly spots: readonly Spot[];
  readonly ballRadius: number;
  /** A paddle is a capsule: a straight face of twice this length ... */
  readonly paddleHalfFace: number;
  /** ... with round ends of this radius, which is also half its thickness. */
  readonly paddleRadius: number;
  /** The one speed of every paddle, in units a tick. */
  readonly paddleSpeed: number;
  readonly serveSpeed: number;
  /** Added to the ball's speed by each paddle hit, up to `topSpeed`. */
  readonly speedPerHit: number;
  readonly topSpeed: number;
  /** Sideways over forward speed of a ball that leaves a paddle at its very end: the steepest it ever flies. */
  readonly steepest: number;
  /** The same for a serve. */
  readonly steepestServe: number;
  /** Ticks from a goal to the next serve, and from the start to the first one. */
  readonly restTicks: number;
  readonly firstRestTicks: number;
}

/** The box in which a ball's centre can touch nothing: most steps begin and end in it, and need no more than that. */
export interface Interior {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

/** A plan together with what follows from it. */
export interface Court extends CourtPlan {
  readonly interior: Interior;
}

/** What the fastest crossing of any court takes at least, in seconds: the perception filter needs it (sdk/perception.ts). */
export const FASTEST_CROSSING_SECONDS = 0.7;

const perSecond = (units: number): number => units / TICKS_PER_SECOND;

/** The court of 1972: two walls, two goals, two paddles, one ball. */
export const CLASSIC: Court = createCourt({
  id: "classic",
  halfLength: 10,
  halfWidth: 6,
  walls: [
    { axis: "y", at: -6, inward: 1, from: -10, to: 10 },
    { axis: "y", at: 6, inward: -1, from: -10, to: 10 },
  ],
  goals: [
    { seat: 0, axis: "x", at: -10, inward: 1, from: -6, to: 6 },
    { seat: 1, axis: "x", at: 10, inward: -1, from: -6, to: 6 },
  ],
  rails: [
    { seat: 0, x: -9.4, facing: 1, minY: -4.7, maxY: 4.7 },
    { seat: 1, x: 9.4, facing: -1, minY: -4.7, maxY: 4.7 },
  ],
  spots: [{ x: 0, y: 0 }],
  ballRadius: 0.31,
  paddleHalfFace: 0.96,
  paddleRadius: 0.34,
  paddleSpeed: perSecond(10.5),
  serveSpeed: perSecond(11),
  speedPerHit: perSecond(0.8),
  topSpeed: perSecond(24.5),
  steepest: 1.2,
  steepestServe: 0.6,
  restTicks: 90,
  firstRestTicks: 180,
});

/** The distance between a paddle's core and the ball's centre when they touch. */
export function reach(court: CourtPlan): number {
  return court.paddleRadius + court.ballRadius;
}

/** Half of the length in which a paddle can be touched. */
export function halfSpan(court: CourtPlan): number {
  return court.paddleHalfFace + reach(court);
}

/** Where the ball's centre can first touch the paddle on this rail: that player's line, as an x. */
export function contactLine(court: CourtPlan, rail: Rail): number {
  return rail.x + rail.facing * reach(court);
}

/** Ticks that the fastest ball needs at least from one player's line to the next one's. */
export function fastestCrossing(court: CourtPlan): number {
  let shortest = Infinity;
  for (const one of court.rails) {
    for (const other of court.rails) {
      if (one.seat === other.seat) continue;
      shortest = Math.min(shortest, Math.abs(contactLine(court, one) - contactLine(court, other)));
    }
  }
  return shortest / court.topSpeed;
}

/**
 * A court from its plan.
 * @throws Error naming the broken promise: a crossing too fast for the perception filter, a paddle as fast as the
 *   ball sideways, a rest too short to confirm a goal in, a serve beyond the ball's limits, a middle that is not 0.
 */
export function createCourt(plan: CourtPlan): Court {
  const fail = (what: string): never => {
    throw new Error(`court ${plan.id}: ${what}`);
  };
  if (fastestCrossing(plan) < FASTEST_CROSSING_SECONDS * TICKS_PER_SECOND) {
    fail(`a ball may cross in less than ${FASTEST_CROSSING_SECONDS} s`);
  }
  const sideways = (plan.topSpeed * plan.steepest) / Math.sqrt(1 + plan.steepest * plan.steepest);
  if (plan.paddleSpeed >= sideways) fail("a paddle may outrun the ball's greatest sideways speed");
  if (plan.restTicks < TICKS_PER_SECOND) fail("the rest after a goal is shorter than a second");
  if (plan.serveSpeed > plan.topSpeed) fail("a serve is faster than the top speed");
  if (plan.steepestServe > plan.steepest) fail("a serve is steeper than the steepest");
  if (!isCentred(plan)) fail("it is not centred on 0");
  return { ...plan, interior: interior(plan) };
}

/** Whether half a turn around (0, 0) takes every wall, goal, rail and spot to one of its kind. */
function isCentred(plan: CourtPlan): boolean {
  const turned = (one: Segment, other: Segment): boolean =>
    one.axis === other.axis && one.at === -other.at && one.inward === -other.inward && one.from === -other.to;
  return (
    plan.walls.every((one) => plan.walls.some((other) => turned(one, other))) &&
    plan.goals.every((one) => plan.goals.some((other) => turned(one, other))) &&
    plan.rails.every((one) => plan.rails.some((other) => one.x === -other.x && one.minY === -other.maxY)) &&
    plan.spots.every((one) => plan.spots.some((other) => one.x === -other.x && one.y === -other.y))
  );
}

function interior(plan: CourtPlan): Interior {
  const box = { minX: -Infinity, maxX: Infinity, minY: -Infinity, maxY: Infinity };
  const narrow = (axis: "x" | "y", edge: number, inward: number): void => {
    if (axis === "x" && inward > 0) box.minX = Math.max(box.minX, edge);
    else if (axis === "x") box.maxX = Math.min(box.maxX, edge);
    else if (inward > 0) box.minY = Math.max(box.minY, edge);
    else box.maxY = Math.min(box.maxY, edge);
  };
  for (const wall of plan.walls) narrow(wall.axis, wall.at + wall.inward * plan.ballRadius, wall.inward);
  for (const goal of plan.goals) narrow(goal.axis, goal.at, goal.inward);
  for (const rail of plan.rails) narrow("x", contactLine(plan, rail), rail.facing);
  return box;
}
