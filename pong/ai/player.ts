// The computer as a player. It looks at the table at most once a second, works out what it can from that (foresight.ts), and
// presses keys, with the reaction, the errors and the one paddle speed of a person. How well: levels.ts.
// Everything it draws comes from its own seed: the same looks give the same presses, on every machine.

import { type Keys, Key } from "../keys.ts";
import { travel } from "../paddle.ts";
import { draw, drawNormal } from "../random.ts";
import type { Game } from "../step.ts";
import type { Press } from "../timeline.ts";
import { Phase, type World } from "../world.ts";
import { type Arrival, arrivalAt, flightTicks, halfSpan, returnTo } from "./foresight.ts";
import { LOOK_EVERY_TICKS, type Skill } from "./levels.ts";

export interface AiPlayer {
  readonly game: Game;
  readonly seat: number;
  readonly skill: Skill;
  /** State of its random numbers. */
  random: number;
}

/** What comes of a look. */
export interface Decision {
  /** For its own seat, each at least `skill.reaction` ticks after the look, in order. */
  readonly presses: readonly Press[];
  /** The tick of its next look, at least LOOK_EVERY_TICKS after this one. Until then these presses are all. */
  readonly nextLook: number;
}

export function createAiPlayer(game: Game, seat: number, skill: Skill, seed: number): AiPlayer {
  return { game, seat, skill, random: seed >>> 0 };
}

/** So long after a hit or a serve it can be seen where the ball goes. */
const LEAVING_TICKS = 4;
/** More, where that moment is a guess: a look just too early shows nothing, one a little late shows all. */
const UNSURE_TICKS = 5;
/** From missing the ball to its being in the goal, about. */
const LOST_TICKS = 8;
/** Closer than this to where it wants to be it holds still, in court units. */
const CONTENT = 0.12;
/** From meeting the ball to going back. */
const FOLLOW_THROUGH_TICKS = 8;
/** Places on the paddle that a cunning player considers, as shares of its daring. */
const CONSIDERED = [-1, -0.5, 0, 0.5, 1];
/** How far from the middle it waits, in court units, a deviation. */
const LOITERING = 0.5;

/** Where the paddle should be, and until when it stays there. */
interface Waypoint {
  readonly y: number;
  readonly untilTick: number;
}

/**
 * Looks once and decides.
 * @param seen the table as it was at a tick that is certain, not after `now`; not changed
 * @param own the player's own presses from that tick on
 * @param now the tick of the look
 */
export function look(player: AiPlayer, seen: World, own: readonly Press[], now: number): Decision {
  const { skill } = player;
  const begin = now + skill.reaction + Math.floor(chance(player) * (skill.hesitation + 1));
  const plan = decide(player, seen, now);
  const nextLook = Math.max(now + LOOK_EVERY_TICKS, plan.nextLook);
  // Later ones would come after what the next look leads to.
  const untilTick = nextLook + skill.reaction;
  return { presses: movesAlong(player, seen, own, begin, plan.waypoints, untilTick), nextLook };
}

interface Plan {
  readonly waypoints: readonly Waypoint[];
  readonly nextLook: number;
}

function decide(player: AiPlayer, seen: World, now: number): Plan {
  const { game, seat, skill } = player;
  const home = normal(player) * LOITERING;
  const towardsHome = (y: number): Waypoint => ({ y: y + (home - y) * skill.recovery, untilTick: Infinity });
  const coming = arrivalAt(game, seen, seat);
  if (coming === null) {
    const waypoints = [towardsHome(seen.paddles[seat]!.y)];
    return { waypoints, nextLook: whenBallLeaves(player, seen, now) };
  }
  const wanted = chooseWhere(player, seen, coming);
  const error = misjudged(player, seen, coming);
  const y = coming.y + error - wanted * halfSpan(game.court);
  // Who hits a ball feels where.
  const where = wanted - error / halfSpan(game.court);
  const waypoints = [{ y, untilTick: coming.tick + FOLLOW_THROUGH_TICKS }, towardsHome(y)];
  return { waypoints, nextLook: afterMeeting(player, seen, coming, where, now) };
}

/** The next moment at which there is something to see while the ball does not come: a serve, or the other one's hit. */
function whenBallLeaves({ game, seat }: AiPlayer, seen: World, now: number): number {
  const behind = now - seen.tick;
  if (seen.phase === Phase.rest) return seen.tick + seen.rest + LEAVING_TICKS + behind;
  const going = arrivalAt(game, seen, 1 - seat);
  return going === null ? now : going.tick + LEAVING_TICKS + behind;
}

/** The same while the ball comes. A look right after its own hit is worth it when there is time for another after the answer. */
function afterMeeting(
  { game, seat, skill }: AiPlayer,
  seen: World,
  coming: Arrival,
  where: number,
  now: number,
): number {
  const { court } = game;
  const behind = now - seen.tick;
  const way = Math.abs(coming.y - seen.paddles[seat]!.y) - halfSpan(court);
  const isLost = way > (coming.tick - now - skill.reaction) * court.paddleSpeed;
  if (isLost) return coming.tick + LOST_TICKS + court.restTicks + LEAVING_TICKS + behind;
  const backTicks = flightTicks(court, seat, seen.hits + 1, where);
  const sure = coming.tick + LEAVING_TICKS + behind;
  return backTicks >= LOOK_EVERY_TICKS ? sure : sure + backTicks + UNSURE_TICKS;
}

/** How far off the truth it expects the ball: the more, the longer the way it cannot see. */
function misjudged(player: AiPlayer, seen: World, { tick, walls }: Arrival): number {
  const { game, skill } = player;
  const whole = flightTicks(game.court, player.seat, seen.hits, 0);
  const share = Math.min(1, (tick - seen.tick) / whole);
  return normal(player) * (skill.aimError * (0.3 + 0.7 * share) + skill.wallError * walls);
}

/** Where on its paddle it wants to meet the ball. */
function chooseWhere(player: AiPlayer, seen: World, { y }: Arrival): number {
  const { game, seat, skill } = player;
  if (!skill.isCunning) return (chance(player) * 2 - 1) * skill.daring;
  const other = seen.paddles[1 - seat]!.y;
  let best = 0;
  let farthest = -1;
  for (const one of CONSIDERED) {
    const where = one * skill.daring;
    const far = Math.abs(returnTo(game.court, seat, y, where) - other) + chance(player);
    if (far > farthest) {
      farthest = far;
      best = where;
    }
  }
  return best;
}

/** The key presses that bring the paddle from waypoint to waypoint, from `begin` on and before `untilTick`. */
function movesAlong(
  player: AiPlayer,
  seen: World,
  own: readonly Press[],
  begin: number,
  waypoints: readonly Waypoint[],
  untilTick: number,
): Press[] {
  const { game, seat } = player;
  const speed = game.court.paddleSpeed;
  const rail = game.court.rails[seat]!;
  let { y, keys } = paddleAt(player, seen, own, begin);
  const presses: Press[] = [];
  const hold = (tick: number, wanted: Keys): void => {
    if (wanted !== keys && tick < untilTick) presses.push({ tick, seat, keys: wanted });
    keys = wanted;
  };
  let tick = begin;
  for (const waypoint of waypoints) {
    const target = Math.min(rail.maxY, Math.max(rail.minY, waypoint.y));
    const ticks = Math.abs(target - y) < CONTENT ? 0 : Math.floor(Math.abs(target - y) / speed + 0.5);
    hold(tick, ticks === 0 ? Key.none : target > y ? Key.up : Key.down);
    if (ticks > 0) hold(tick + ticks, Key.none);
    y = target;
    tick = Math.max(tick + ticks + 1, waypoint.untilTick);
  }
  return presses;
}

/** Where its own paddle will be at a tick, and what it holds then, by the presses it has made. */
function paddleAt(player: AiPlayer, seen: World, own: readonly Press[], tick: number): { y: number; keys: Keys } {
  const { court } = player.game;
  const paddle = { ...seen.paddles[player.seat]! };
  let next = 0;
  for (let at = seen.tick; ; at++) {
    for (; next < own.length && own[next]!.tick <= at; next++) paddle.keys = own[next]!.keys;
    if (at >= tick) return paddle;
    paddle.y += travel(court, court.rails[player.seat]!, paddle);
  }
}

function chance(player: AiPlayer): number {
  const drawn = draw(player.random);
  player.random = drawn.state;
  return drawn.value;
}

function normal(player: AiPlayer): number {
  const drawn = drawNormal(player.random);
  player.random = drawn.state;
  return drawn.value;
}
