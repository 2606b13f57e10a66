// The computer's seat at a table (the player itself: pong/ai/). It looks at what is certain, and its presses are sent when they
// are decided, some 150 ms before they act: so a person sees its paddle at the present, however far away they are.

import { AI_LEVELS, type AiLevel, SKILLS } from "../../pong/ai/levels.ts";
import { type AiPlayer, createAiPlayer, look } from "../../pong/ai/player.ts";
import type { Game } from "../../pong/step.ts";
import type { Press } from "../../pong/timeline.ts";
import { MS_PER_TICK, tickAt } from "../../schema/timing.ts";
import type { MatchStatus } from "../../schema/match-status.ts";
import type { Play } from "./play.ts";
import type { TableOptions } from "./table.ts";

/** A look comes up to a tick late, and its presses leave within another. */
const MARGIN_TICKS = 2;

/** How late the presses of such a computer reach the server, in ms, as SeatStatus.latenessMs has it: so much ahead of time. */
export function computerLatenessMs(level: AiLevel): number {
  return -Math.floor((SKILLS[level].reaction - MARGIN_TICKS) * MS_PER_TICK);
}

export class Computer {
  readonly #seat: number;
  readonly #player: AiPlayer;
  #nextLook: number;

  constructor(game: Game, seat: number, level: AiLevel, play: Play) {
    this.#seat = seat;
    // Its numbers have nothing to do with those of the match, which decide the serves.
    this.#player = createAiPlayer(game, seat, SKILLS[level], play.seed ^ (AI_LEVELS.indexOf(level) + 1));
    this.#nextLook = play.startTick;
  }

  /** Room time of its next look. */
  get nextLookMs(): number {
    return this.#nextLook * MS_PER_TICK;
  }

  /** Looks when it is time, and presses. Answers the presses; confirm the match as far as it goes before. */
  lookIfDue(play: Play, nowMs: number): readonly Press[] {
    const now = Math.floor(tickAt(nowMs));
    if (now < this.#nextLook) return [];
    const { confirmed, presses } = play.timeline;
    const own = presses.filter((press) => press.seat === this.#seat);
    const decision = look(this.#player, confirmed, own, now);
    this.#nextLook = decision.nextLook;
    return decision.presses.filter((press) => play.pressAhead(press));
  }

  /** Play goes on at this tick, with no keys held. */
  goOn(tick: number): void {
    this.#nextLook = tick;
  }
}

/** Those who play a match that begins. */
export function seatComputers(
  { game, plan }: Pick<TableOptions, "game" | "plan">,
  { seats }: Pick<MatchStatus, "seats">,
  play: Play,
): Computer[] {
  if (!("level" in plan)) return [];
  return game.court.rails
    .filter(({ seat }) => seats[seat]!.sitter === "computer")
    .map(({ seat }) => new Computer(game, seat, plan.level, play));
}
