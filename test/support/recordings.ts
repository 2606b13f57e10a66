// Matches played live by random presses, without a timeline, to compare timelines and recordings with.

import type { RecordedPress, Recording } from "../../pong/recording.ts";
import { hashWorld } from "../../pong/hash.ts";
import { RULES_VERSION, type Rules } from "../../pong/rules.ts";
import { type SimEvent, step } from "../../pong/step.ts";
import { type World, Phase, cloneWorld } from "../../pong/world.ts";
import { createDice, pressAtRandom, roll } from "./random-play.ts";
import { DEFAULT_SEED, createTestGame, createTestWorld } from "./test-world.ts";

/** A match as it was lived through. */
export interface LivedMatch {
  readonly recording: Recording;
  /** Every world on the way, the last included. */
  readonly worlds: readonly World[];
  readonly happened: readonly SimEvent[];
}

export interface LivedOptions {
  readonly seed?: number;
  readonly rules?: Partial<Rules>;
  /** Pauses now and then, in which nothing moves and after which no key is held. */
  readonly pausing?: boolean;
  /** Stops here when nobody has won before. */
  readonly atMostTicks?: number;
}

export function playTestMatch(options: LivedOptions = {}): LivedMatch {
  const { seed = DEFAULT_SEED, rules = { pointsToWin: 3 }, pausing = false, atMostTicks = Infinity } = options;
  const game = createTestGame(rules);
  const world = createTestWorld({}, seed);
  const dice = createDice(seed);
  const presses: RecordedPress[] = [];
  const pauses: { at: number; until: number }[] = [];
  const worlds: World[] = [cloneWorld(world)];
  const happened: SimEvent[] = [];
  while (world.phase !== Phase.over && world.tick < atMostTicks) {
    if (pausing && roll(dice, 400) === 0) {
      const until = world.tick + 1 + roll(dice, 500);
      pauses.push({ at: world.tick, until });
      world.tick = until;
      for (const paddle of world.paddles) paddle.keys = 0;
    }
    const before = world.paddles.map((paddle) => paddle.keys);
    pressAtRandom(dice, game.court, world);
    for (const [seat, { keys }] of world.paddles.entries()) {
      if (keys !== before[seat]) presses.push({ tick: world.tick, seat, keys, lateMs: roll(dice, 300) - 50 });
    }
    happened.push(...step(game, world));
    worlds.push(cloneWorld(world));
  }
  const recording: Recording = {
    rulesVersion: RULES_VERSION,
    courtId: game.court.id,
    rules: game.rules,
    seed,
    presses,
    pauses,
    seenLate: [
      { tick: 0, seat: 0, quarterTicks: 12 },
      { tick: 100, seat: 1, quarterTicks: 0 },
      { tick: 100, seat: 0, quarterTicks: 40 },
    ],
    endTick: world.tick,
    hash: hashWorld(world),
  };
  return { recording, worlds, happened };
}
