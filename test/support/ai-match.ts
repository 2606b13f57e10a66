// Matches of the computer without a server: against itself, or against the model of an average human.

import { type AiLevel, SKILLS } from "../../pong/ai/levels.ts";
import { type AiPlayer, type Decision, createAiPlayer, look } from "../../pong/ai/player.ts";
import { CLASSIC } from "../../pong/court.ts";
import type { Press } from "../../pong/timeline.ts";
import { type Game, type Happening, step } from "../../pong/step.ts";
import { type World, cloneWorld, createWorld, Phase } from "../../pong/world.ts";
import { AVERAGE, Human } from "../../loadtest/human.ts";
import type { Picture } from "../../sdk/picture.ts";

const game: Game = { court: CLASSIC, rules: { pointsToWin: 11, twoClear: false } };
/** Longer than any match: something hangs. */
const LONGEST_TICKS = 60 * 60 * 60;

/** Presses keys on one seat. */
export interface Contender {
  act(world: World, tick: number): readonly Press[];
}

export class Computer implements Contender {
  readonly player: AiPlayer;
  readonly decisions: (Decision & { readonly tick: number })[] = [];

  constructor(level: AiLevel, seat: number, seed: number) {
    this.player = createAiPlayer(game, seat, SKILLS[level], seed);
  }

  act(world: World, tick: number): readonly Press[] {
    if (tick < (this.decisions.at(-1)?.nextLook ?? 0)) return [];
    const own = this.presses.filter((press) => press.tick >= tick);
    const decision = look(this.player, frozen(world), own, tick);
    this.decisions.push({ tick, ...decision });
    return decision.presses;
  }

  get presses(): Press[] {
    return this.decisions.flatMap((decision) => decision.presses);
  }
}

/** A copy that throws when it is changed. */
function frozen(world: World): World {
  const copy = cloneWorld(world);
  for (const part of [...copy.balls, ...copy.paddles, copy.balls, copy.paddles, copy.score]) Object.freeze(part);
  return Object.freeze(copy);
}

export class Person implements Contender {
  readonly #human: Human;
  readonly #seat: number;
  #keys = 0;
  readonly #picture: Picture;

  constructor(seat: number, seed: number) {
    this.#seat = seat;
    this.#human = new Human(seat, seed, AVERAGE);
    this.#picture = {
      tick: 0,
      balls: [{ x: 0, y: 0, tick: 0, flying: false, speed: 0 }],
      paddles: [0, 1].map((one) => ({ seat: one, y: 0, tick: 0 })),
      servesIn: 0,
      moments: [],
    };
  }

  act(world: World, tick: number): readonly Press[] {
    Object.assign(this.#picture.balls[0]!, { x: world.balls[0]!.x, y: world.balls[0]!.y });
    for (const paddle of this.#picture.paddles) paddle.y = world.paddles[paddle.seat]!.y;
    const keys = this.#human.decide(this.#picture, (tick * 1000) / 60);
    if (keys === this.#keys) return [];
    this.#keys = keys;
    return [{ tick, seat: this.#seat, keys }];
  }
}

export interface PlayedMatch {
  readonly winner: number;
  readonly world: World;
  readonly hits: number;
}

export function playMatch(contenders: readonly [Contender, Contender], seed: number): PlayedMatch {
  const world = createWorld(CLASSIC, seed);
  const pending: Press[] = [];
  let hits = 0;
  while (world.phase !== Phase.over) {
    if (world.tick > LONGEST_TICKS) throw new Error("a match that never ends");
    for (const contender of contenders) pending.push(...contender.act(world, world.tick));
    pending.sort((a, b) => a.tick - b.tick);
    while (pending[0] !== undefined && pending[0].tick <= world.tick) {
      const press = pending.shift()!;
      world.paddles[press.seat]!.keys = press.keys;
    }
    hits += step(game, world).filter((one: Happening) => one.kind === "hit").length;
  }
  return { winner: world.score[0]! > world.score[1]! ? 0 : 1, world, hits };
}

/** The share of `matches` that the first of two wins. They change seats. */
export function winShare(
  matches: number,
  first: (seat: number, seed: number) => Contender,
  second: (seat: number, seed: number) => Contender,
): number {
  let won = 0;
  for (let seed = 1; seed <= matches; seed++) {
    const seat = seed % 2;
    const one = first(seat, seed);
    const other = second(1 - seat, seed + 7919);
    const { winner } = playMatch(seat === 0 ? [one, other] : [other, one], seed * 31);
    if (winner === seat) won++;
  }
  return won / matches;
}

/** Whether seat 0 meets the ball that flies in this world, by these presses alone. */
export function meets(rally: Game, start: World, presses: readonly Press[]): boolean {
  const world = cloneWorld(start);
  const pending = [...presses];
  while (world.phase === Phase.rally) {
    while (pending[0] !== undefined && pending[0].tick <= world.tick) world.paddles[0]!.keys = pending.shift()!.keys;
    if (step(rally, world).some((one) => one.kind === "hit" && one.seat === 0)) return true;
  }
  return false;
}
