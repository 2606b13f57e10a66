// What somebody may change who plays by a page of their own: what they say, how they answer, what they look at.

import { CLASSIC } from "../../pong/court.ts";
import { type Keys, direction } from "../../pong/keys.ts";
import { low16 } from "../../schema/timing.ts";
import { Down, NOTHING_HEARD, PRESSES_WRAP, encodeCorrection, encodeUp, readUp } from "../../schema/messages/match.ts";
import type { DrawnBall, RenderState } from "../../sdk/render-state.ts";
import { ballAt, paddleAt } from "../../sdk/between-ticks.ts";
import type { MatchSession } from "../../sdk/match-session.ts";

export interface Cheat {
  /** Presses are stamped so many ticks before they were made, and their own page takes them so. */
  readonly stampsBackTicks?: number;
  /** Never says that they know the time, once play has begun. */
  readonly isNeverSynced?: boolean;
  /** Says that it draws the others so late, in quarter ticks. */
  readonly claimsLate?: number;
  /** Says that the way down takes so long, in ms. */
  readonly claimsDownMs?: number;
  /** Answers pings so much later, in ms: one in so many, all when left out. */
  readonly delaysPongsMs?: number;
  readonly delaysOneIn?: number;
  /** Answers no pings once play has begun. */
  readonly isMute?: boolean;
  /** Draws all at the present, with what is known of it. */
  readonly looksAhead?: boolean;
}

/** Sits between a cheat's session and their line. */
export class CheatingLink {
  readonly #cheat: Cheat;
  readonly #session: () => MatchSession;
  #made = 0;
  #lastTick = 0;

  constructor(cheat: Cheat, session: () => MatchSession) {
    this.#cheat = cheat;
    this.#session = session;
  }

  /** @returns what is sent instead, and the correction that the cheat's own page is given */
  send(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly own: Uint8Array | null; readonly type: number } {
    const message = readUp(bytes)!;
    const { stampsBackTicks = 0, isNeverSynced = false, claimsLate = message.seenLate } = this.#cheat;
    const { claimsDownMs = message.downMs } = this.#cheat;
    const hasBegun = (this.#session().status?.epoch ?? 0) > 0;
    const said = {
      ...message,
      seenLate: claimsLate,
      downMs: claimsDownMs,
      synced: message.synced && !(isNeverSynced && hasBegun),
    };
    const { correction: type } = Down;
    if (message.tick === null) return { bytes: encodeUp(said), own: null, type };
    this.#made++;
    const tick = Math.max(this.#lastTick, message.tick - stampsBackTicks);
    this.#lastTick = tick;
    if (tick === message.tick) return { bytes: encodeUp(said), own: null, type };
    // Of the time it says what the page believes already.
    const { roundTripMs } = this.#session();
    const sent = low16(this.#session().roomTimeMs() - roundTripMs / 2);
    const head = { sent, heard: 0, held: NOTHING_HEARD, presses: this.#made % PRESSES_WRAP };
    return { bytes: encodeUp({ ...said, tick }), own: encodeCorrection(head, tick), type };
  }

  /** The line is new. */
  reopen(): void {
    this.#made = 0;
  }
}

/**
 * Where a cheat's own paddle will be once the keys that they hold are let go of, which counts as having happened earlier: who did not
 * reckon with that would be off by it each time.
 */
export function onceStopped(
  { timeline }: MatchSession,
  picture: RenderState,
  seat: number,
  keys: Keys,
  { stampsBackTicks = 0 }: Cheat,
): RenderState {
  if (stampsBackTicks === 0 || timeline === null) return picture;
  // Without what is eased: the jump is their own doing.
  const y = paddleAt(timeline, seat, Math.max(timeline.confirmed.tick, picture.tick));
  const back = direction(keys) * stampsBackTicks * CLASSIC.paddleSpeed;
  const paddles = picture.paddles.map((one) => (one.seat === seat ? { ...one, y: y - back } : one));
  return { ...picture, paddles };
}

/** Everything at the present, by what is known of it: what a page shows that does not wait for certainty. */
export function aheadOfTime(session: MatchSession, picture: RenderState): RenderState {
  const { timeline } = session;
  if (timeline === null) return picture;
  const tick = Math.max(timeline.confirmed.tick, picture.tick);
  const balls = picture.balls.map((ball, index): DrawnBall => ({ ...ball, ...ballAt(timeline, index, tick), tick }));
  const paddles = picture.paddles.map(({ seat }) => ({ seat, y: paddleAt(timeline, seat, tick), tick }));
  return { ...picture, balls, paddles };
}
