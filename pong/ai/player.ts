// The computer as a player. It looks at the table at most once a second (glimpse.ts), works out what it can from that
// (foresight.ts), chooses where to return the ball (aims.ts), and presses keys (hands.ts), with the reaction, the errors and the
// one paddle speed of a person. How well and in which style: levels.ts. The maths of it: docs/ai.md.
// Everything it draws comes from its own seed: the same looks give the same presses, on every machine.

import { contactLine } from "../court.ts";
import { speedAfter } from "../ball.ts";
import type { Game } from "../step.ts";
import type { Press } from "../timeline.ts";
import { type Aim, LEAVING_TICKS, considerAims } from "./aims.ts";
import { chance, normal } from "./chance.ts";
import { type Arrival, type Budget, arrivalsAt, follow, playedBy } from "./foresight.ts";
import type { Glimpse } from "./glimpse.ts";
import { type Habits, learn, noHabits } from "./habits.ts";
import { type Waypoint, movesAlong } from "./hands.ts";
import { type AiLevel, LOOK_EVERY_TICKS, MIN_REACTION_TICKS, type Skill, skillOf, styleOf } from "./levels.ts";
import { type PaddleThen, paddleAt } from "./paddle-then.ts";
import type { Style } from "./styles.ts";
import type { Thought } from "./thought.ts";

/** How it plays: a level, or what takes its place in a trial. */
export interface Manner {
  readonly level: AiLevel;
  readonly skill: Skill;
  readonly style: Style;
}

export interface AiPlayer {
  readonly game: Game;
  readonly seat: number;
  manner: Manner;
  /** State of its random numbers. */
  random: number;
  /** Its presses that had not acted at the last look. */
  pending: readonly Press[];
  readonly habits: Habits;
}

/** What comes of a look. */
export interface Decision {
  /** For its own seat, each at least MIN_REACTION_TICKS after the look, in order. */
  readonly presses: readonly Press[];
  /** The tick of its next look, at least LOOK_EVERY_TICKS after this one. Until then these presses are all. */
  readonly nextLook: number;
  readonly thought: Thought;
}

/** Simulated steps that a look may take, in all: under 0.2 ms of them. */
const STEPS_A_LOOK = 3000;
/** More, where the moment of the other's hit is a guess: a look just too early shows nothing, one a little late shows all. */
const UNSURE_TICKS = 5;
/** A ball that takes so long to the other line leaves time for a look right after it is hit, even if it comes somewhat sooner. */
const SLOW_BALL_TICKS = LOOK_EVERY_TICKS + 20;
/** Deviation of a place that is nearly right, in court units: half a tap at most (hands.ts). */
const NEARLY = 0.15;
/** From missing the ball to its being in the goal, about. */
const LOST_TICKS = 8;
/** From meeting the ball to going back. */
const FOLLOW_THROUGH_TICKS = 8;
/** How far from where it wants to wait it stops, in court units, a deviation. */
const LOITERING = 0.3;
/** A serve that is not seen takes so much longer than a straight one, about. */
const SERVE_SLANT = 1.08;
/** How far towards where answers come to, of all the way there, it waits at most: a wrong guess is to cost little. */
const LEANING = 0.5;
/** With how many answers it is half convinced of where the other one sends them. */
const HALF_CONVINCED = 6;

export function mannerOf(level: AiLevel): Manner {
  return { level, skill: skillOf(level), style: styleOf(level) };
}

/** @param seed any 32-bit integer */
export function createAiPlayer(game: Game, seat: number, manner: Manner, seed: number): AiPlayer {
  return { game, seat, manner, random: seed >>> 0, pending: [], habits: noHabits() };
}

/** Play was stopped: what was still to be pressed will not be. */
export function dropPending(player: AiPlayer): void {
  player.pending = [];
}

/** Looks once and decides. The player remembers what it did and noticed. */
export function look(player: AiPlayer, seen: Glimpse): Decision {
  const { manner, seat, game } = player;
  const { skill } = manner;
  const { table, now } = seen;
  const budget = { steps: STEPS_A_LOOK };
  const own = player.pending.filter((press) => press.tick >= table.tick);
  const [coming = null, another] = arrivalsAt(game, table, seat, budget);
  learn(player.habits, game.court, seat, seen, coming?.y ?? null, skill.reading);
  const reaction = Math.max(MIN_REACTION_TICKS, skill.reaction);
  const begin = now + reaction + Math.floor(chance(player) * (skill.hesitation + 1));
  const from = paddleAt(game.court, table, seat, own, begin);
  const plan =
    coming === null ? planWait(player, seen, from, budget) : planReturn(player, seen, coming, from, begin, budget);
  const hands = { game, seat, skill, random: player.random };
  const moves = movesAlong(hands, from, begin, plan.waypoints);
  player.random = hands.random;
  const wanted =
    coming === null
      ? whenThereIsSomethingToSee(player, seen, plan.going)
      : Math.min(
          afterMeeting(player, seen, coming, [...own, ...moves], budget),
          // Another ball comes after this one.
          another === undefined ? Infinity : coming.tick + LEAVING_TICKS + now - table.tick,
        );
  const nextLook = Math.max(now + LOOK_EVERY_TICKS, wanted);
  // Later ones would come after what the next look leads to.
  const untilTick = nextLook + reaction;
  const presses = moves.filter((press) => press.tick < untilTick);
  player.pending = [...own, ...presses];
  const { waypoints: _w, going: _g, ...told } = plan;
  const thought = { level: manner.level, seat, tick: now, seen: table, ...told, presses, nextLook };
  return { presses, nextLook, thought };
}

interface Plan extends Pick<Thought, "coming" | "aims" | "chosen" | "error" | "meetY" | "waitY"> {
  readonly waypoints: readonly Waypoint[];
  /** Where a ball comes to the other's line. */
  readonly going: Arrival | null;
}

/** No ball comes: goes to where it should wait. */
function planWait(player: AiPlayer, seen: Glimpse, from: PaddleThen, budget: Budget): Plan {
  const { game, seat } = player;
  const going = arrivalsAt(game, seen.table, 1 - seat, budget)[0] ?? null;
  const waitY = waitingPlace(player, from.y);
  return {
    coming: null,
    aims: [],
    chosen: null,
    error: 0,
    meetY: null,
    waitY,
    waypoints: [{ y: waitY, byTick: Infinity, untilTick: Infinity }],
    going,
  };
}

/** A ball comes: meets it where its errors and its aim have it, and goes to where it should wait then. */
function planReturn(
  player: AiPlayer,
  seen: Glimpse,
  coming: Arrival,
  from: PaddleThen,
  begin: number,
  budget: Budget,
): Plan {
  const { game, seat, manner, habits } = player;
  const { skill, style } = manner;
  const { table } = seen;
  const deviation = deviationAt(player, seen, coming);
  const reaction = skill.reaction + skill.hesitation / 2;
  const prospect = {
    game,
    seat,
    table,
    arrival: coming,
    habits,
    style,
    own: from.y,
    begin,
    error: withHands(game, skill, deviation),
    reaction,
  };
  const aims = considerAims(prospect, budget);
  for (const aim of aims) aim.worth += normal(player) * skill.whim;
  const chosen = aims.reduce<Aim | null>((best, aim) => (best === null || aim.worth > best.worth ? aim : best), null);
  const error = normal(player) * deviation;
  const meetY = (chosen?.paddleY ?? coming.y) + error;
  const waitY = waitingPlace(player, meetY);
  if (chosen !== null) noteShot(player, seen, coming, chosen);
  return {
    coming: { ball: coming.ball, y: coming.y, tick: coming.tick, turns: coming.turns },
    aims,
    chosen,
    error,
    meetY,
    waitY,
    waypoints: [
      { y: meetY, byTick: coming.tick, untilTick: coming.tick + FOLLOW_THROUGH_TICKS },
      { y: waitY, byTick: Infinity, untilTick: Infinity },
    ],
    going: null,
  };
}

/** Deviation of how far off the truth it expects the ball: the more, the longer the way it cannot see. */
function deviationAt(
  { game, manner: { skill } }: AiPlayer,
  { table }: Glimpse,
  { ball, tick, turns }: Arrival,
): number {
  const { court } = game;
  const whole = (2 * Math.abs(contactLine(court, court.rails[0]!))) / speedAfter(court, table.balls[ball]!.hits);
  const share = Math.min(1, (tick - table.tick) / whole);
  return skill.aimError * (0.3 + 0.7 * share) + skill.wallError * turns.length;
}

/** The same together with what its fingers add: they end a move a little off, and leave alone what is nearly right. */
function withHands({ court }: Game, { handError }: Skill, deviation: number): number {
  const hands = handError * court.paddleSpeed;
  return Math.sqrt(deviation * deviation + hands * hands + NEARLY * NEARLY);
}

/** Where to wait for a ball that is away: in the middle of what may come, as far as it knows its opponent. */
function waitingPlace(player: AiPlayer, from: number): number {
  const { habits, manner } = player;
  const { skill } = manner;
  const conviction = (skill.reading * habits.replies) / (habits.replies + HALF_CONVINCED);
  const home = habits.replyY * conviction * LEANING + normal(player) * LOITERING;
  return from + (home - from) * skill.recovery;
}

function noteShot(player: AiPlayer, { table }: Glimpse, coming: Arrival, { y, theirChance }: Aim): void {
  const points = table.score[player.seat]!;
  const { hits } = table.balls[coming.ball]!;
  player.habits.shot = { ball: coming.ball, tick: coming.tick, y, theirChance, hits, points };
}

/** While no ball comes: the other one's hit, or a serve. */
function whenThereIsSomethingToSee({ game, seat }: AiPlayer, { table, now }: Glimpse, going: Arrival | null): number {
  const { court } = game;
  const behind = now - table.tick;
  let soonest = going === null ? Infinity : going.tick + LEAVING_TICKS + behind;
  for (const { rest, server } of table.balls) {
    if (rest === 0) continue;
    const serve = table.tick + rest + behind;
    // One's own serve shows nothing until it is answered.
    const away = (SERVE_SLANT * Math.abs(contactLine(court, court.rails[seat]!))) / court.serveSpeed;
    soonest = Math.min(soonest, serve + LEAVING_TICKS + (server === seat ? Math.floor(away) : 0));
  }
  return soonest === Infinity ? now : soonest;
}

/**
 * The same while a ball comes: by these presses. Who plays a ball feels whether and where they hit it, so this needs no look. A
 * look right after its own hit is worth it when there is surely time for another after the answer.
 */
function afterMeeting(
  { game, seat }: AiPlayer,
  { table, now }: Glimpse,
  coming: Arrival,
  presses: readonly Press[],
  budget: Budget,
): number {
  const { court } = game;
  const behind = now - table.tick;
  const hit = playedBy(game, table, coming.ball, seat, presses, budget);
  if (hit === null) return coming.tick + LOST_TICKS + court.restTicks + LEAVING_TICKS + behind;
  const met = hit.tick + behind;
  const gone = follow(game, hit, 1 - seat, 0, budget);
  if (gone === null || gone.tick - hit.tick >= SLOW_BALL_TICKS) return met + LEAVING_TICKS;
  return gone.tick + behind + LEAVING_TICKS + UNSURE_TICKS;
}
