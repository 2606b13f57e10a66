// A recording spread out tick by tick, to compare with what was drawn. Deliberately not the code that draws.

import { type Recording, replay } from "../pong/recording.ts";
import type { SimEvent } from "../pong/step.ts";
import { type World, cloneWorld } from "../pong/world.ts";

export class RecordedMatch {
  /** By tick since the start; ticks of a pause are missing. */
  readonly #worlds = new Map<number, World>();
  readonly #turns = new Map<number, SimEvent[]>();
  /** In order, at ticks since the start. */
  readonly events: SimEvent[] = [];
  readonly hits: SimEvent[] = [];
  readonly startTick: number;
  readonly lastTick: number;

  constructor(recording: Recording, startTick: number) {
    this.startTick = startTick;
    replay(
      recording,
      (one) => {
        this.events.push(one);
        if (one.kind === "hit") this.hits.push(one);
        const tick = Math.ceil(one.at) - 1;
        this.#turns.set(tick, [...(this.#turns.get(tick) ?? []), one]);
      },
      (world) => this.#worlds.set(world.tick, cloneWorld(world)),
    );
    this.lastTick = recording.endTick;
  }

  /** The world at or before this tick: a pause shows the one it began with. */
  #world(tick: number): World {
    for (let at = Math.min(tick, this.lastTick); ; at--) {
      const world = this.#worlds.get(at);
      if (world !== undefined) return world;
      if (at < 0) throw new RangeError(`nothing is recorded at tick ${tick}`);
    }
  }

  paddle(seat: number, roomTick: number): number {
    const tick = roomTick - this.startTick;
    const whole = Math.floor(tick);
    const from = this.#world(whole).paddles[seat]!.y;
    const to = this.#world(whole + 1).paddles[seat]!.y;
    return from + (to - from) * (tick - whole);
  }

  ball(roomTick: number, index = 0): { x: number; y: number } {
    const tick = roomTick - this.startTick;
    const whole = Math.floor(tick);
    const path = [{ at: whole, ...xy(this.#world(whole), index) }];
    for (const turn of this.#turns.get(whole) ?? []) {
      if (turn.ball !== index) continue;
      if (turn.kind === "hit" || turn.kind === "wall" || turn.kind === "goal") path.push(turn);
      if (turn.kind === "goal" && tick >= turn.at) return xy(this.#world(whole + 1), index);
    }
    path.push({ at: whole + 1, ...xy(this.#world(whole + 1), index) });
    const next = Math.max(
      1,
      path.findIndex((point) => point.at > tick),
    );
    const [a, b] = [path[next - 1]!, path[next]!];
    const share = b.at > a.at ? (tick - a.at) / (b.at - a.at) : 0;
    return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
  }

  /** Whether this seat hit the ball then, give or take `ticks`. */
  hasHit(hit: SimEvent, ticks: number): boolean {
    return this.hits.some((one) => one.seat === hit.seat && Math.abs(one.at + this.startTick - hit.at) <= ticks);
  }

  /** Whether the same happened then, give or take `ticks`. */
  has({ kind, seat, at }: SimEvent, ticks: number): boolean {
    const isIt = (one: SimEvent): boolean =>
      one.kind === kind && one.seat === seat && Math.abs(one.at + this.startTick - at) <= ticks;
    return this.events.some(isIt);
  }
}

function xy(world: World, index: number): { x: number; y: number } {
  const { x, y } = world.balls[index]!;
  return { x, y };
}
