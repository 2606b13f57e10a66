// A bot's eyes and hands at a table: looks through the session of an sdk client and holds keys as a person does. What is decided:
// mind.ts; how often: attention.ts; staying at the table: stay.ts.

import { type Press, worldAt } from "../../pong/timeline.ts";
import { Key } from "../../pong/keys.ts";
import type { World } from "../../pong/world.ts";
import { MS_PER_TICK, tickAt } from "../../schema/timing.ts";
import type { Clock } from "../../sdk/ports.ts";
import type { MatchSession } from "../../sdk/match-session.ts";
import { Attention } from "./attention.ts";
import type { CreateMind } from "./mind.ts";

/** While nothing arrives, until the next attempt to look. */
const BLIND_AGAIN_MS = 100;
/** Timers are early by up to a ms; a press that is a little late still is of its tick. */
const INTO_TICK_MS = 1;

export interface SeatedBotOptions {
  readonly session: MatchSession;
  readonly clock: Clock;
  readonly createMind: CreateMind;
  /** Any 32-bit integer: the mind of each match gets another that follows from it. */
  readonly seed: number;
  /** For tests that compare what it sees with what happens. @param now the tick of the look @param seen not to be kept */
  readonly onLook?: (now: number, seen: Readonly<World>, presses: readonly Press[]) => void;
}

export class SeatedBot {
  readonly #options: SeatedBotOptions;
  readonly #forget: () => void;
  #attention: Attention | null = null;
  #matchId = "";
  /** Of the status, while it plays; -1 while it does not. */
  #epoch = -1;
  #matches = 0;
  /** Decided and not yet pressed, in order. */
  #coming: Press[] = [];
  #cancelLook = (): void => {};
  #cancelPress = (): void => {};

  constructor(options: SeatedBotOptions) {
    this.#options = options;
    this.#forget = options.session.onChange(() => this.#follow());
    this.#follow();
  }

  /** Looks and presses no more. The session stays open. */
  stop(): void {
    this.#forget();
    this.#rest();
  }

  /** Begins to play, goes on or rests, as the table does. */
  #follow(): void {
    const { status, seats: own } = this.#options.session;
    // Among friends play waits for whoever touches nothing; a bot may have had no need to.
    if (own.some((one) => status?.seats[one]?.inactivity === "asked")) this.#options.session.ask("ready");
    const isOn = status?.phase === "countdown" || status?.phase === "playing";
    if (!isOn) return this.#rest();
    const { session } = this.#options;
    const { timeline, seats } = session;
    const [seat] = seats;
    if (status.epoch === this.#epoch || timeline === null || seat === undefined) return;
    // The keyframe of this epoch is still on its way.
    if (timeline.confirmed.tick < status.epochTick || timeline.end !== Infinity) return;
    this.#rest();
    if (status.matchId !== this.#matchId) this.#attention = this.#attend(timeline.game, seat);
    this.#matchId = status.matchId;
    this.#epoch = status.epoch;
    this.#attention!.goOn(status.epochTick);
    this.#lookAtTick(this.#attention!.dueTick);
  }

  #attend(game: Parameters<CreateMind>[0], seat: number): Attention {
    const { createMind, seed } = this.#options;
    return new Attention(createMind(game, seat, (seed + Math.imul(this.#matches++, 0x9e3779b1)) >>> 0), seat);
  }

  #rest(): void {
    this.#epoch = -1;
    this.#cancelLook();
    this.#cancelPress();
    this.#coming = [];
    this.#options.session.hold(Key.none);
  }

  #lookAtTick(tick: number): void {
    const { clock, session } = this.#options;
    const waitMs = tick * MS_PER_TICK - session.roomTimeMs() + INTO_TICK_MS;
    this.#cancelLook = clock.after(Math.max(0, waitMs), () => this.#look());
  }

  #look(): void {
    const { clock, session } = this.#options;
    const attention = this.#attention!;
    const { timeline } = session;
    if (timeline === null) return;
    if (session.connection !== "live" || session.isBlind) {
      this.#cancelLook = clock.after(BLIND_AGAIN_MS, () => this.#look());
      return;
    }
    // The session forgets what is older than what it has shown.
    const presses = [...timeline.presses];
    session.sample();
    const now = Math.floor(tickAt(session.roomTimeMs()));
    // So late does the other paddle come here, at worst: what was before is known, as it is to a person who sees it drawn.
    const known = now - Math.ceil(Math.max(...session.renderDelayTicks));
    const seen = Math.max(timeline.confirmed.tick, known);
    const dueTick = Math.max(seen, attention.dueTick);
    if (now >= dueTick) {
      const world = worldAt(timeline, seen);
      const decided = attention.look(world, presses, now);
      this.#options.onLook?.(now, world, decided);
      this.#coming = [...this.#coming, ...decided].toSorted((a, b) => a.tick - b.tick);
      this.#pressNext();
    }
    this.#lookAtTick(Math.max(dueTick, attention.dueTick));
  }

  /** Holds the keys of every press whose tick is the first that has not begun, and waits for the next one. */
  #pressNext(): void {
    const { clock, session } = this.#options;
    this.#cancelPress();
    const first = Math.floor(tickAt(session.roomTimeMs())) + 1;
    while (this.#coming[0] !== undefined && this.#coming[0].tick <= first) session.hold(this.#coming.shift()!.keys);
    const [next] = this.#coming;
    if (next === undefined) return;
    const waitMs = (next.tick - 1) * MS_PER_TICK - session.roomTimeMs() + INTO_TICK_MS;
    this.#cancelPress = clock.after(Math.max(0, waitMs), () => this.#pressNext());
  }
}
