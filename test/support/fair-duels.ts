// Equals of whom one has a worse line or screen, or cheats: for bench:fair, which plays a thousand matches of each pair.

import { type Habits, STRONG } from "../../loadtest/human.ts";
import type { Cheat } from "./cheat.ts";
import type { Trial } from "./netcode-trial.ts";
import type { LineQuality } from "./way.ts";

/** What one of the two has. */
export interface Side {
  readonly line: LineQuality;
  readonly hz?: number;
  readonly cheat?: Cheat;
}

/**
 * `even`: both are to win as often. `lie`: a page that lies on an honest line, which is to gain nothing. `printed`: only datagrams, or
 * something that no server can see, could make it better.
 */
export type DuelKind = "even" | "lie" | "printed";

export interface Duel {
  readonly title: string;
  readonly kind: DuelKind;
  /** Of whom the share of points is told. */
  readonly one: Side;
  readonly other: Side;
}

/** Equals who move until the last moment, and miss often enough for a match to end. */
export const EQUAL: Habits = { ...STRONG, reactionMs: 420, aimError: 0.55, seesMotion: true };

const line = (roundTripMs: number, jitterMs = 5, more: Partial<LineQuality> = {}): LineQuality => ({
  roundTripMs,
  jitterMs,
  ...more,
});
const clean: Side = { line: line(40) };
/** A stamp so far back is just within what the server has measured of this line: half the round trip and most of the margin. */
const FURTHEST_BACK_TICKS = 6;
const BURSTS = { everyMs: 1500, leastMs: 50, mostMs: 120 };
const UPLOADS = { everyMs: 20_000, lastMs: 4000, leastMs: 30, mostMs: 400 };

const even = (title: string, one: Side, other: Side = clean): Duel => ({ title, kind: "even", one, other });
const lie = (title: string, cheat: Cheat): Duel => ({ title, kind: "lie", one: { ...clean, cheat }, other: clean });
const printed = (title: string, one: Side): Duel => ({ title, kind: "printed", one, other: clean });

export const DUELS: readonly Duel[] = [
  even("the same line", clean),
  even("250 ms against 20 ms", { line: line(250) }, { line: line(20) }),
  even("150 ms ±60 against 40 ms", { line: line(150, 60) }),
  even("up 0 to 150 ms later against 40 ms", { line: line(40, 5, { upJitterMs: 150 }) }),
  even("up 200 ms, down 20 ms against 40 ms", { line: line(220, 5, { upMs: 200 }) }),
  even("Wi-Fi bursts against 40 ms", { line: line(40, 5, { bursts: BURSTS }) }),
  even("an upload queue of 400 ms against 40 ms", { line: line(40, 5, { uploads: UPLOADS }) }),
  even("30 Hz against 60 Hz", { ...clean, hz: 30 }, { ...clean, hz: 60 }),
  even("240 Hz against 60 Hz", { ...clean, hz: 240 }, { ...clean, hz: 60 }),
  lie("stamps 100 ms back", { stampsBackTicks: FURTHEST_BACK_TICKS }),
  lie("never says that it knows the time", { isNeverSynced: true }),
  lie("claims to draw the other 250 ms late", { claimsLate: 60 }),
  lie("claims a way down of 500 ms", { claimsDownMs: 500 }),
  lie("stamps 100 ms back and answers no pings", { stampsBackTicks: FURTHEST_BACK_TICKS, isMute: true }),
  lie("stamps 225 ms back and answers no pings", { stampsBackTicks: 13, isMute: true }),
  printed("1 % loss against none", { line: line(40, 5, { lossShare: 0.01 }) }),
  // What a page knows it may show: the server tells it nothing sooner than it tells others.
  printed("draws everything at the present", { ...clean, cheat: { looksAhead: true } }),
  printed("stamps 100 ms back and draws at the present", {
    ...clean,
    cheat: { stampsBackTicks: FURTHEST_BACK_TICKS, looksAhead: true },
  }),
  printed("answers pings 200 ms late", { ...clean, cheat: { delaysPongsMs: 200 } }),
  printed("answers pings 200 ms late and stamps 225 ms back", {
    ...clean,
    cheat: { delaysPongsMs: 200, stampsBackTicks: 13 },
  }),
  printed("answers pings 200 ms late and says that its way down is so long", {
    ...clean,
    cheat: { delaysPongsMs: 200, claimsDownMs: 220 },
  }),
  printed("answers one ping in four 250 ms late and says that its way down is so long", {
    ...clean,
    cheat: { delaysPongsMs: 250, delaysOneIn: 4, claimsDownMs: 270 },
  }),
  // Nobody but the page knows which of its bursts were on the way down.
  printed("claims a way down of 500 ms, on Wi-Fi bursts", {
    line: line(40, 5, { bursts: BURSTS }),
    cheat: { claimsDownMs: 500 },
  }),
];

const HZ = 60;
/** Fingers know nothing of frames: whoever acted with them only would be clumsier on a slow screen, which is no doing of ours. */
const ACTS_EVERY_MS = 8;
/** Short matches: points are what counts, and as many serves as points. */
const POINTS_TO_WIN = 3;

/** Some matches of a duel: the two on these sides of the table. */
export function trialOf({ one, other }: Duel, isSwapped: boolean, matches: number, seed: number): Trial {
  const [left, right] = isSwapped ? [other, one] : [one, other];
  return {
    lines: [left.line, right.line],
    habits: [EQUAL, EQUAL],
    frameMs: [1000 / (left.hz ?? HZ), 1000 / (right.hz ?? HZ)],
    cheats: [left.cheat ?? {}, right.cheat ?? {}],
    hits: 0,
    matches,
    seed,
    isWatched: false,
    actsEveryMs: ACTS_EVERY_MS,
    pointsToWin: POINTS_TO_WIN,
  };
}
