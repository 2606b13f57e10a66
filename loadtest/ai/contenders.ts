// The contenders in the benches of the computer (main.ts): the computer itself, the model of an average person, and two machines that
// do one thing perfectly. All of them press keys, and nothing else.

import { type Decision, type AiPlayer, type Manner, createAiPlayer, look } from "../../pong/ai/player.ts";
import { arrivalsAt } from "../../pong/ai/foresight.ts";
import { glimpse } from "../../pong/ai/glimpse.ts";
import { createGame } from "../../pong/games.ts";
import { type Keys, Key } from "../../pong/keys.ts";
import type { Press } from "../../pong/timeline.ts";
import type { Game } from "../../pong/step.ts";
import type { World } from "../../pong/world.ts";
import type { RenderState } from "../../sdk/render-state.ts";
import { AVERAGE, Human } from "../human.ts";

export const GAME: Game = createGame({ pointsToWin: 11, twoClear: false });

/** Presses keys on one seat. */
export interface Contender {
  /** @param theirs what the other one has pressed since this was called last */
  act(world: World, theirs: readonly Press[]): readonly Press[];
}
export type Casting = (seat: number, seed: number) => Contender;

export class Computer implements Contender {
  readonly player: AiPlayer;
  readonly decisions: (Decision & { readonly tick: number })[] = [];
  #theirs: Press[] = [];
  #nextLook = 0;

  constructor(manner: Manner, seat: number, seed: number) {
    this.player = createAiPlayer(GAME, seat, manner, seed);
  }

  act(world: World, theirs: readonly Press[]): readonly Press[] {
    if (theirs.length > 0) this.#theirs.push(...theirs);
    if (world.tick < this.#nextLook) return [];
    const decision = look(this.player, glimpse(world, this.#theirs, world.tick));
    this.#theirs = [];
    this.#nextLook = decision.nextLook;
    this.decisions.push({ tick: world.tick, ...decision });
    return decision.presses;
  }

  get presses(): Press[] {
    return this.decisions.flatMap((decision) => decision.presses);
  }
}

/** Holds keys from tick to tick. */
abstract class Holder implements Contender {
  protected readonly seat: number;
  #keys: Keys = Key.none;

  constructor(seat: number) {
    this.seat = seat;
  }

  act(world: World): readonly Press[] {
    const keys = this.hold(world);
    if (keys === this.#keys) return [];
    this.#keys = keys;
    return [{ tick: world.tick, seat: this.seat, keys }];
  }

  protected abstract hold(world: World): Keys;
}

export class Person extends Holder {
  readonly #human: Human;
  readonly #picture: RenderState = {
    tick: 0,
    balls: GAME.court.spots.map(({ x, y }) => ({ x, y, tick: 0, flying: false, speed: 0, beyond: null })),
    paddles: GAME.court.rails.map(({ seat }) => ({ seat, y: 0, tick: 0 })),
    servesIn: 0,
    serving: 0,
    moments: [],
  };

  constructor(seat: number, seed: number) {
    super(seat);
    this.#human = new Human(seat, seed, AVERAGE);
  }

  protected hold(world: World): Keys {
    for (const [index, { x, y }] of world.balls.entries()) Object.assign(this.#picture.balls[index]!, { x, y });
    for (const paddle of this.#picture.paddles) paddle.y = world.paddles[paddle.seat]!.y;
    return this.#human.decide(this.#picture, (world.tick * 1000) / 60);
  }
}

/** Nearer than this a step would lead past the target. */
const NEAR = GAME.court.paddleSpeed / 2;

function towards(y: number, target: number): Keys {
  if (Math.abs(target - y) <= NEAR) return Key.none;
  return target > y ? Key.up : Key.down;
}

/** Is where the ball is, the first of several, at every tick: a yardstick, no player. */
export class Tracker extends Holder {
  protected hold({ balls, paddles }: World): Keys {
    return towards(paddles[this.seat]!.y, balls[0]!.y);
  }
}

/** Looks once a second, at a fixed phase, and knows without an error where the ball comes to; waits in the middle. */
export class Predictor extends Holder {
  readonly #phase: number;
  #target = 0;

  constructor(seat: number, seed: number) {
    super(seat);
    this.#phase = seed % 60;
  }

  protected hold(world: World): Keys {
    if (world.tick % 60 === this.#phase)
      this.#target = arrivalsAt(GAME, world, this.seat, { steps: Infinity })[0]?.y ?? 0;
    return towards(world.paddles[this.seat]!.y, this.#target);
  }
}
