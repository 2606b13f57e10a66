// The computer's seat at a table (the player itself: pong/ai/). It looks at what is certain, and its presses are sent when they
// are decided, some 150 ms before they act: so a person sees its paddle at the present, however far away they are.

import { fairLevel } from "../../pong/ai/fair.ts";
import { glimpse } from "../../pong/ai/glimpse.ts";
import { AI_LEVELS, AI_VERSION, type AiLevel, skillOf } from "../../pong/ai/levels.ts";
import { type AiPlayer, createAiPlayer, dropPending, look, mannerOf } from "../../pong/ai/player.ts";
import type { RecordedLook } from "../../pong/recording.ts";
import type { Game } from "../../pong/step.ts";
import type { Press } from "../../pong/timeline.ts";
import { MS_PER_TICK, tickAt } from "../../schema/timing.ts";
import type { MatchStatus } from "../../schema/match-status.ts";
import type { Match } from "./match.ts";
import type { TableOptions, TablePlan } from "./table-options.ts";

/** A look comes up to a tick late, and its presses leave within another. */
const MARGIN_TICKS = 2;

/** How late such a computer's presses reach the server, in ms, as SeatStatus.uplinkDelayMs has it: negative, since ahead of time. */
export function computerUplinkDelayMs(level: AiLevel): number {
  return -Math.floor((skillOf(level).reaction - MARGIN_TICKS) * MS_PER_TICK);
}

export class Computer {
  readonly seat: number;
  readonly #player: AiPlayer;
  readonly #start: AiLevel;
  readonly #isFair: boolean;
  readonly #note: (look: RecordedLook) => void;
  #nextLook: number;
  /** How many of the recorded presses it has been given. */
  #told = 0;

  constructor(game: Game, seat: number, plan: Extract<TablePlan, { level: AiLevel }>, match: Match) {
    this.seat = seat;
    this.#start = plan.level;
    this.#isFair = plan.fair === true;
    // Its numbers have nothing to do with those of the match, which decide the serves.
    const seed = (match.seed ^ (seat + 1)) >>> 0;
    this.#player = createAiPlayer(game, seat, mannerOf(plan.level), seed);
    this.#note = match.recorder.addComputer(seat, AI_VERSION, seed);
    this.#nextLook = match.startTick;
  }

  /** At which it plays now. */
  get level(): AiLevel {
    return this.#player.manner.level;
  }

  /** Room time of its next look. */
  get nextLookMs(): number {
    return this.#nextLook * MS_PER_TICK;
  }

  /** Looks when it is time, and returns its presses; confirm the match as far as possible first. */
  lookIfDue(match: Match, nowMs: number): readonly Press[] {
    const now = Math.floor(tickAt(nowMs));
    if (now < this.#nextLook) return [];
    const { confirmed } = match.timeline;
    if (this.#isFair) this.#weigh(confirmed.score);
    const decision = look(this.#player, glimpse(confirmed, this.#theirs(match), now));
    this.#note({ tick: now, seenTick: confirmed.tick, level: AI_LEVELS.indexOf(this.level) });
    this.#nextLook = decision.nextLook;
    return decision.presses.filter((press) => match.pressAhead(press));
  }

  /** Play goes on at this tick, with no keys held. */
  goOn(tick: number): void {
    dropPending(this.#player);
    this.#nextLook = tick;
  }

  #weigh(score: readonly number[]): void {
    const level = fairLevel(this.#start, score[this.seat]!, score[1 - this.seat]!);
    if (level !== this.level) this.#player.manner = mannerOf(level);
  }

  /** What the others have pressed since it was asked last, as far as it is confirmed. */
  #theirs({ recorder, startTick }: Match): Press[] {
    const from = this.#told;
    this.#told = recorder.pressCount;
    return recorder
      .presses(from, this.#told)
      .filter(({ seat }) => seat !== this.seat)
      .map(({ tick, seat, keys }) => ({ tick: tick + startTick, seat, keys }));
  }
}

/** Those who play a match that begins. */
export function seatComputers(
  { game, plan }: Pick<TableOptions, "game" | "plan">,
  { seats }: Pick<MatchStatus, "seats">,
  match: Match,
): Computer[] {
  if (!("level" in plan)) return [];
  return game.court.rails
    .filter(({ seat }) => seats[seat]!.sitter === "computer")
    .map(({ seat }) => new Computer(game, seat, plan, match));
}
