// Limits a mind to what a person can do: one look at the table a second, and no press sooner after it than anybody reacts. The same
// at a real table (seated-bot.ts) and in matches without a server (`cast`).

import { glimpse } from "../../pong/ai/glimpse.ts";
import { isKeys } from "../../pong/keys.ts";
import { LOOK_EVERY_TICKS, MIN_REACTION_TICKS } from "../../pong/ai/levels.ts";
import type { World } from "../../pong/world.ts";
import type { Mind, CreateMind } from "./mind.ts";
import { type Casting, GAME } from "../ai/contenders.ts";
import type { Press } from "../../pong/timeline.ts";

export class Attention {
  readonly #mind: Mind;
  readonly #seat: number;
  #dueTick = -Infinity;
  #lookedTick = -Infinity;
  /** Presses of before have been shown. */
  #shownTick = -Infinity;

  constructor(mind: Mind, seat: number) {
    this.#mind = mind;
    this.#seat = seat;
  }

  /** The tick of the next look. */
  get dueTick(): number {
    return this.#dueTick;
  }

  /**
   * Looks, when it is time; returns what is to be pressed.
   * @param world the latest one that is certain @param presses of any seats, in order, from the look before until that world, at least
   * @throws Error when the mind presses what it may not
   */
  look(world: World, presses: readonly Press[], now: number): readonly Press[] {
    if (now < this.#dueTick) return [];
    const theirs = presses.filter(
      ({ seat, tick }) => seat !== this.#seat && tick >= this.#shownTick && tick < world.tick,
    );
    this.#shownTick = Math.max(this.#shownTick, world.tick);
    this.#lookedTick = now;
    const decided = this.#mind.look(glimpse(world, theirs, now));
    this.#dueTick = Math.max(now + LOOK_EVERY_TICKS, decided.nextLook);
    this.#judge(decided.presses, now);
    return decided.presses;
  }

  /** Play goes on at this tick after a pause, with no keys held: it may look then, unless it just did. */
  goOn(tick: number): void {
    this.#mind.drop();
    this.#dueTick = Math.max(tick, this.#lookedTick + LOOK_EVERY_TICKS);
  }

  #judge(presses: readonly Press[], now: number): void {
    let soonest = now + MIN_REACTION_TICKS;
    for (const { tick, seat, keys } of presses) {
      if (seat !== this.#seat || !isKeys(keys))
        throw new Error(`keys ${keys} on seat ${seat} are not a press of its own`);
      if (!(tick >= soonest)) throw new Error(`a press at tick ${tick}, though it may be no sooner than ${soonest}`);
      soonest = tick;
    }
  }
}

/** A mind as a contender in matches without a server (../ai/trial.ts): under the same rules, without any latency. */
export function cast(createMind: CreateMind): Casting {
  return (seat, seed) => {
    const attention = new Attention(createMind(GAME, seat, seed), seat);
    let unseen: Press[] = [];
    return {
      act(world, theirs) {
        unseen.push(...theirs);
        if (world.tick < attention.dueTick) return [];
        const presses = attention.look(world, unseen, world.tick);
        unseen = [];
        return presses;
      },
    };
  };
}
