// Who plays whom, of those waiting in one queue. Pure: the queue keeps the tickets (rooms/matchmaking/), this decides the
// pairs. Whoever has waited longest chooses first, among those of about the same strength; the range widens with
// the time waited.

export interface Ticket {
  readonly playerId: string;
  readonly rating: number;
  /** How unsure the rating is: ranking/glicko2.ts. */
  readonly deviation: number;
  readonly waitedMs: number;
  /** Whom they have blocked, or who has blocked them. */
  readonly avoids: ReadonlySet<string>;
  /** Their last two opponents in this queue, the last one first. */
  readonly lastOpponents: readonly string[];
  /** To the server; null while unknown. */
  readonly roundTripMs: number | null;
}

export interface PairingRules {
  /** From when on even the same two may meet for the third time in a row: null for never. */
  readonly thirdTimeAfterMs: number | null;
}

export type Pair<T extends Ticket = Ticket> = readonly [T, T];

/** How far apart two ratings may be at once; half of each deviation comes on top, since an unsure rating says little. */
const FIRST_RANGE = 60;
/** The range grows by so much a second. */
const WIDENS_BY = 8;
/** After waiting this long, anybody will do. */
export const ANYBODY_AFTER_MS = 40_000;
/** A mutual round trip above this counts against a pair. */
const GOOD_ROUND_TRIP_MS = 80;
/** As much as so many points of rating, for each ms above. */
const POINTS_A_MS = 0.8;
const UNKNOWN_ROUND_TRIP_MS = 60;
/** So many neighbours on each side are looked at, those who have found somebody already not counted. */
const NEIGHBOURS = 12;

/** How far off an opponent's rating may be, either way. */
export function rangeOf({ waitedMs, deviation }: Pick<Ticket, "waitedMs" | "deviation">): number {
  if (waitedMs >= ANYBODY_AFTER_MS) return Infinity;
  return FIRST_RANGE + deviation / 2 + (WIDENS_BY * waitedMs) / 1000;
}

/** Whether the two may play each other at all, however strong they are. */
export function mayMeet(one: Ticket, other: Ticket, { thirdTimeAfterMs }: PairingRules): boolean {
  if (one.playerId === other.playerId || one.avoids.has(other.playerId) || other.avoids.has(one.playerId)) return false;
  if (!haveJustMetTwice(one, other) && !haveJustMetTwice(other, one)) return true;
  return thirdTimeAfterMs !== null && Math.min(one.waitedMs, other.waitedMs) >= thirdTimeAfterMs;
}

/** Whether the last two opponents of the one were the other. */
export function haveJustMetTwice(
  { lastOpponents }: Pick<Ticket, "lastOpponents">,
  { playerId }: Pick<Ticket, "playerId">,
): boolean {
  return lastOpponents.length >= 2 && lastOpponents[0] === playerId && lastOpponents[1] === playerId;
}

/** How badly two suit each other, in points of rating; Infinity when they may not play yet. */
export function misfit(one: Ticket, other: Ticket, rules: PairingRules): number {
  const gap = Math.abs(one.rating - other.rating);
  // The mean of both: those who have waited long reach further towards those who have just come.
  if (gap > (rangeOf(one) + rangeOf(other)) / 2) return Infinity;
  if (!mayMeet(one, other, rules)) return Infinity;
  const mutual = (one.roundTripMs ?? UNKNOWN_ROUND_TRIP_MS) + (other.roundTripMs ?? UNKNOWN_ROUND_TRIP_MS);
  return gap + Math.max(0, mutual / 2 - GOOD_ROUND_TRIP_MS) * POINTS_A_MS;
}

/**
 * All the pairs that can be made now, nobody in two of them.
 * @param waiting in any order
 */
export function pairUp<T extends Ticket>(waiting: readonly T[], rules: PairingRules): Pair<T>[] {
  const line = new Queue(waiting);
  const byPatience = line.sorted.map((_, at) => at).toSorted((a, b) => order(line.sorted[b]!, line.sorted[a]!));
  const pairs: Pair<T>[] = [];
  for (const at of byPatience) {
    if (line.isTaken(at)) continue;
    const found = nearest(line, at, rules) ?? farther(line, at, rules);
    if (found === null) continue;
    pairs.push([line.sorted[at]!, line.sorted[found]!]);
    line.take(at);
    line.take(found);
  }
  return pairs;
}

/** By the time waited; of those who came together, by their ids, so that the same queue always gives the same pairs. */
function order(one: Ticket, other: Ticket): number {
  return one.waitedMs - other.waitedMs || (one.playerId < other.playerId ? 1 : -1);
}

/** The best of the next few on either side. */
function nearest(line: Queue<Ticket>, at: number, rules: PairingRules): number | null {
  const one = line.sorted[at]!;
  let best: number | null = null;
  let least = Infinity;
  for (const step of [1, -1] as const) {
    let other = line.next(at, step);
    for (let seen = 0; seen < NEIGHBOURS && other !== null; seen++, other = line.next(other, step)) {
      // They are sorted: nobody further on is nearer.
      if (Math.abs(line.sorted[other]!.rating - one.rating) >= least) break;
      const bad = misfit(one, line.sorted[other]!, rules);
      if (bad >= least) continue;
      least = bad;
      best = other;
    }
  }
  return best;
}

/** Those who would play anybody get anybody, even if the nearest few are all people they may not meet. */
function farther(line: Queue<Ticket>, at: number, rules: PairingRules): number | null {
  const one = line.sorted[at]!;
  if (one.waitedMs < ANYBODY_AFTER_MS) return null;
  let [up, down] = [line.next(at, 1), line.next(at, -1)];
  while (up !== null || down !== null) {
    const goesUp =
      down === null || (up !== null && line.sorted[up]!.rating - one.rating <= one.rating - line.sorted[down]!.rating);
    const other: number = goesUp ? up! : down!;
    if (mayMeet(one, line.sorted[other]!, rules)) return other;
    if (goesUp) up = line.next(other, 1);
    else down = line.next(other, -1);
  }
  return null;
}

/** Those who wait, by rating; who has found somebody is stepped over from then on. */
class Queue<T extends Ticket> {
  readonly sorted: readonly T[];
  readonly #up: Int32Array;
  readonly #down: Int32Array;
  readonly #taken: Uint8Array;

  constructor(waiting: readonly T[]) {
    this.sorted = waiting.toSorted((a, b) => a.rating - b.rating || (a.playerId < b.playerId ? -1 : 1));
    const { length } = this.sorted;
    this.#up = Int32Array.from({ length }, (_, at) => at + 1);
    this.#down = Int32Array.from({ length }, (_, at) => at - 1);
    this.#taken = new Uint8Array(length);
  }

  isTaken(at: number): boolean {
    return this.#taken[at] === 1;
  }

  /** The next free one upwards or downwards, or null. */
  next(at: number, step: 1 | -1): number | null {
    const other = step === 1 ? this.#up[at]! : this.#down[at]!;
    return other < 0 || other >= this.sorted.length ? null : other;
  }

  take(at: number): void {
    this.#taken[at] = 1;
    const [up, down] = [this.#up[at]!, this.#down[at]!];
    if (down >= 0) this.#up[down] = up;
    if (up < this.sorted.length) this.#down[up] = down;
  }
}
