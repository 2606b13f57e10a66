// One tick of play: the world and the held keys in, the next world and what happened out.
// Both the server and every client run exactly this; only + - * /, Math.sqrt, abs, min, max and integers are used.

import { bounceOffPaddle, bounceOffWall, serve, timeToGoal, timeToWall } from "./ball.ts";
import type { Court, Interior } from "./court.ts";
import { timeToHit, travel } from "./paddle.ts";
import type { Rules } from "./rules.ts";
import { nextServer, winner } from "./scoring.ts";
import { type Ball, Phase, type World } from "./world.ts";

/** Everything that decides the course of a match, as one version of the rules has it. */
export interface Engine {
  readonly version: number;
  /** Moves a world on by one tick, in place, and returns what happened on the way. */
  readonly step: (game: Game, world: World) => readonly SimEvent[];
  /** The world before the first serve. */
  readonly createWorld: (court: Court, seed: number, tick?: number) => World;
}

/** What a match is played by. Made in games.ts. */
export interface Game {
  readonly engine: Engine;
  readonly court: Court;
  readonly rules: Rules;
}

/**
 * Something that happened in a step.
 * `at` is its exact moment in ticks (the step from tick n to n + 1 has moments from n to n + 1), (x, y) the ball's centre.
 * `seat`: who served, who hit, whose goal it was, who won; for a wall the index of the wall.
 * `speed`: the ball's, after it, in units a tick.
 */
export interface SimEvent {
  readonly kind: "serve" | "hit" | "wall" | "goal" | "over";
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly seat: number;
  readonly speed: number;
  /** Index of the ball that it happened to. */
  readonly ball: number;
}

/** What most steps return. */
export const NOTHING: readonly SimEvent[] = [];

/** A ball turns at most this often in one tick; the classic court never needs more than three. */
const MAX_TURNS = 8;

/** The step of rules version 1. Everybody but tests calls it as `game.engine.step`. */
export function step(game: Game, world: World): readonly SimEvent[] {
  const { court } = game;
  const happened = world.phase === Phase.over ? NOTHING : moveBalls(game, world);
  // Paddles move in every phase: whether the match is over may depend on a press that is still on its way, and no paddle
  // but that player's may stand still because of it.
  for (let seat = 0; seat < court.rails.length; seat++) {
    const paddle = world.paddles[seat]!;
    // Most of the time nobody holds a key.
    if (paddle.keys !== 0) paddle.y += travel(court, court.rails[seat]!, paddle);
  }
  world.tick++;
  return happened;
}

/** Moves each ball through one tick: one that rests is served when its time has come, one that flies goes on. */
function moveBalls(game: Game, world: World): readonly SimEvent[] {
  const { court } = game;
  let happened: SimEvent[] | undefined;
  for (let index = 0; index < world.balls.length; index++) {
    const ball = world.balls[index]!;
    if (ball.rest > 0) {
      if (--ball.rest > 0) continue;
      happened ??= [];
      happened.push(beginRally(court, world, index));
    } else if (!fliesFreely(court.interior, ball)) {
      happened ??= [];
      fly(game, world, index, happened);
      if (world.phase === Phase.over) return happened;
    }
  }
  return happened === undefined || happened.length === 0 ? NOTHING : happened;
}

function beginRally(court: Court, world: World, index: number): SimEvent {
  const ball = world.balls[index]!;
  world.phase = Phase.rally;
  world.serves++;
  ball.hits = 0;
  serve(court, world, ball);
  const { x, y, server } = ball;
  return { kind: "serve", at: world.tick + 1, x, y, seat: server, speed: court.serveSpeed, ball: index };
}

/** Flies a ball through one tick, turn by turn, each turn at its exact moment; into a goal at most. */
function fly(game: Game, world: World, index: number, happened: SimEvent[]): void {
  const { court } = game;
  const ball = world.balls[index]!;
  let passed = 0;
  for (let turns = 0; turns < MAX_TURNS; turns++) {
    const turn = nextTurn(court, world, ball, passed);
    if (turn === undefined) break;
    ball.x += ball.vx * (turn.time - passed);
    ball.y += ball.vy * (turn.time - passed);
    passed = turn.time;
    if (turn.kind === "goal") {
      concede(game, world, index, turn.index, passed, happened);
      return;
    }
    takeTurn(court, world, ball, turn);
    happened.push(event(world, turn.kind, turn.index, passed, index));
  }
  ball.x += ball.vx * (1 - passed);
  ball.y += ball.vy * (1 - passed);
}

/** Flies the ball through one tick if it can touch nothing on the way; otherwise changes nothing and returns false. */
function fliesFreely(box: Interior, ball: Ball): boolean {
  const x = ball.x + ball.vx;
  const y = ball.y + ball.vy;
  if (x <= box.minX || x >= box.maxX || y <= box.minY || y >= box.maxY) return false;
  ball.x = x;
  ball.y = y;
  return true;
}

interface Turn {
  kind: "hit" | "wall" | "goal";
  index: number;
  /** Share of the tick at which it comes. */
  time: number;
}

/** Handed out by nextTurn; one is enough, since a turn is taken before the next is asked for. */
const scratch: Turn = { kind: "wall", index: 0, time: 0 };

/** The first thing that the ball meets in what is left of this tick. */
function nextTurn(court: Court, world: World, ball: Ball, passed: number): Turn | undefined {
  const left = 1 - passed;
  let best = Infinity;
  for (let i = 0; i < court.walls.length; i++) {
    const time = timeToWall(court, court.walls[i]!, ball, left);
    if (time < best) {
      best = time;
      scratch.kind = "wall";
      scratch.index = i;
    }
  }
  for (let seat = 0; seat < court.rails.length; seat++) {
    const rail = court.rails[seat]!;
    if ((rail.x - ball.x) * ball.vx <= 0) continue;
    const paddle = world.paddles[seat]!;
    const dy = travel(court, rail, paddle);
    const time = timeToHit(court, rail, paddle.y + dy * passed, dy, ball, left);
    if (time < best) {
      best = time;
      scratch.kind = "hit";
      scratch.index = seat;
    }
  }
  for (const goal of court.goals) {
    const time = timeToGoal(goal, ball, left);
    if (time < best) {
      best = time;
      scratch.kind = "goal";
      scratch.index = goal.seat;
    }
  }
  if (best === Infinity) return undefined;
  scratch.time = passed + best;
  return scratch;
}

function takeTurn(court: Court, world: World, ball: Ball, turn: Turn): void {
  if (turn.kind === "wall") {
    bounceOffWall(court.walls[turn.index]!, ball);
    return;
  }
  const rail = court.rails[turn.index]!;
  const paddle = world.paddles[turn.index]!;
  ball.hits++;
  bounceOffPaddle(court, rail, paddle.y + travel(court, rail, paddle) * turn.time, ball, ball.hits);
}

/**
 * A point for everybody but the seat whose goal it was; then that ball rests while others fly on, or the match is over: then
 * others stand still where they are.
 */
function concede(game: Game, world: World, index: number, seat: number, time: number, happened: SimEvent[]): void {
  const { court, rules } = game;
  happened.push(event(world, "goal", seat, time, index));
  for (let other = 0; other < world.score.length; other++) {
    if (other !== seat) world.score[other]!++;
  }
  const won = winner(rules, world.score);
  const ball = world.balls[index]!;
  ball.x = court.spots[index]!.x;
  ball.y = court.spots[index]!.y;
  ball.vx = 0;
  ball.vy = 0;
  ball.conceded = seat;
  ball.server = nextServer(ball.server, world.score.length);
  ball.rest = won < 0 ? court.restTicks : 0;
  ball.restLength = court.restTicks;
  if (won >= 0) {
    world.phase = Phase.over;
    happened.push(event(world, "over", won, time, index));
  } else if (world.balls.every(({ rest }) => rest > 0)) {
    world.phase = Phase.rest;
  }
}

function event(world: World, kind: SimEvent["kind"], seat: number, time: number, index: number): SimEvent {
  const { x, y, vx, vy } = world.balls[index]!;
  return { kind, at: world.tick + time, x, y, seat, speed: Math.sqrt(vx * vx + vy * vy), ball: index };
}
