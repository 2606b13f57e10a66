// Two players are shown each other equally late, whoever's line is to blame: what is pressed on the better side is let go to the other
// only when it is as old there. The server holds it back, since a page that was modified would not wait.
//
// Why that makes lies worthless: a player who stamps their presses later than they were made acts in a world that is later than the
// room's by so much. From in there, the way down looks shorter by the same amount (the round trip is measured), and what is held
// back longer by it; so they see the other exactly as late as the other sees them.

import { MOST_RELAY_TICKS, MS_PER_TICK } from "../../schema/timing.ts";

/** Of one line, in ms. */
export interface LineFacts {
  /** The usual worst way up, without stalls; never more than the round trip. */
  readonly upMs: number;
  /**
   * The way down as it looks from where a player claims to be: what their page measures and draws the other by, and at most what the
   * measured round trip leaves beside the lateness that their messages claim. Negative where they claim to be later than the line can be.
   */
  readonly downMs: number;
}

/** No press is held back beyond this age, in ms. */
const MOST_HELD_MS = MOST_RELAY_TICKS * MS_PER_TICK;
/** What would be held back for less than this goes at once: it makes no difference that anybody could use. In ms. */
const NOT_WORTH_HOLDING_MS = 20;

/** Added to the usual worst: the next one may be a little worse. In ms. */
const SPARE_MS = 2;

/** What becomes of presses on their way to one of two players. */
export interface LettingGo {
  /** How old they are at the latest when they go, in ms: what that player's picture reckons with. */
  readonly lateMs: number;
  /** How old they have to be to go, in ms; 0 when they go at once. */
  readonly heldMs: number;
  /** How old they are when they come. */
  readonly upMs: number;
}

/** How fast what is held back may grow, as a share of the time that passes: a picture follows by 5 % (sdk/render-delay.ts). */
const HELD_SLEW = 0.04;

/** What is held back next, in ms, on the way from `heldMs` to what it is to be. @param passedMs since the last step */
export function nextHeldMs(heldMs: number, { heldMs: wanted, upMs }: LettingGo, passedMs: number): number {
  // Nothing is ever younger than the way up makes it.
  return Math.min(wanted, Math.max(heldMs, upMs) + passedMs * HELD_SLEW);
}

/** By player: how presses of the other are let go to them. */
export function evenOut(lines: readonly [LineFacts, LineFacts]): readonly [LettingGo, LettingGo] {
  const [one, other] = lines;
  const evenMs = Math.max(other.upMs + one.downMs, one.upMs + other.downMs);
  return [letGo(evenMs, one, other), letGo(evenMs, other, one)];
}

function letGo(evenMs: number, to: LineFacts, from: LineFacts): LettingGo {
  const lateMs = Math.min(MOST_HELD_MS, Math.max(from.upMs + SPARE_MS, evenMs - to.downMs));
  return { lateMs, heldMs: lateMs - from.upMs < NOT_WORTH_HOLDING_MS ? 0 : lateMs, upMs: from.upMs };
}
