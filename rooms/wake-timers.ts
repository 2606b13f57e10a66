// One timer for everything in the process that moves with time. A table has nothing to do for most of a second while the ball
// flies, so nobody is called at a fixed rate: each sets a timer for when there will be something to do.
// What is done again and again by itself: `every`.
// A timing wheel (Varghese & Lauck 1987): timers lie in slots by when they are due, and each beat empties one slot.

/** How wide a slot is, and how late a timer rings at most on an idle machine. */
const SLOT_MS = 4;
/** Timers beyond the wheel (two seconds) lie in its last slot and are sorted in again from there. */
const SLOTS = 512;
/** A beat that comes this late is not the fault of anybody's connection: what was sent meanwhile has not been read yet. */
const STALL_MS = 250;

export interface WakeTimer {
  /** Fires once, at this time (monotonic ms) or right after it. Replaces what was set before. */
  set(atMs: number): void;
  /** Doesn't fire again, unless it is set. */
  clear(): void;
}

export interface WakeTimers {
  /**
   * @param ring what it throws is given to `onError` and stops nothing
   * @param excuse told of every stall of the process while the timer is set, in ms, before anything rings
   */
  create(ring: () => void, excuse: (stalledMs: number) => void): WakeTimer;
  stop(): void;
}

/** @param now monotonic ms; @param onError gets what a timer's callbacks throw */
export function createWakeTimers(now: () => number, onError: (error: unknown) => void): WakeTimers {
  const wheel = new Wheel(now, onError);
  return {
    create(ring, excuse) {
      const entry: Entry = { ring, excuse, dueMs: 0, slot: null };
      return {
        set: (atMs) => wheel.set(entry, atMs),
        clear: () => wheel.lift(entry),
      };
    },
    stop: () => wheel.stop(),
  };
}

interface Entry {
  readonly ring: () => void;
  readonly excuse: (stalledMs: number) => void;
  dueMs: number;
  /** Where it lies; null while it is not set. */
  slot: Set<Entry> | null;
}

class Wheel {
  readonly #now: () => number;
  readonly #onError: (error: unknown) => void;
  readonly #slots = Array.from({ length: SLOTS }, () => new Set<Entry>());
  /** The slot that is emptied next, at `beat * SLOT_MS`: what is due by then lies in it. */
  #beat = 0;
  #waiting = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isRinging = false;

  constructor(now: () => number, onError: (error: unknown) => void) {
    this.#now = now;
    this.#onError = onError;
  }

  set(entry: Entry, atMs: number): void {
    this.lift(entry);
    if (this.#waiting === 0 && !this.#isRinging) this.#beat = Math.max(this.#beat, nextBeat(this.#now()));
    entry.dueMs = atMs;
    this.#waiting++;
    this.#lay(entry);
    this.#arm();
  }

  lift(entry: Entry): void {
    if (entry.slot === null) return;
    entry.slot.delete(entry);
    entry.slot = null;
    this.#waiting--;
  }

  /** The timer that is kept keeps any other from being set. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const slot of this.#slots) for (const entry of slot) this.lift(entry);
  }

  #lay(entry: Entry): void {
    const at = Math.min(Math.max(Math.ceil(entry.dueMs / SLOT_MS), this.#beat), this.#beat + SLOTS - 1);
    entry.slot = this.#slots[at % SLOTS]!;
    entry.slot.add(entry);
  }

  #run(): void {
    this.#timer = null;
    const nowMs = this.#now();
    const lateMs = nowMs - this.#beat * SLOT_MS;
    if (lateMs > STALL_MS) this.#excuseAll(lateMs);
    const first = this.#beat;
    this.#beat = Math.max(this.#beat, nextBeat(nowMs));
    this.#isRinging = true;
    // After a stall longer than the wheel each slot is still emptied once.
    for (let at = first; at < Math.min(this.#beat, first + SLOTS); at++) this.#empty(this.#slots[at % SLOTS]!, nowMs);
    this.#isRinging = false;
    this.#arm();
  }

  #empty(slot: Set<Entry>, nowMs: number): void {
    if (slot.size === 0) return;
    for (const entry of Array.from(slot)) {
      // Removed by one that fired before it.
      if (entry.slot !== slot) continue;
      if (entry.dueMs > nowMs) {
        slot.delete(entry);
        this.#lay(entry);
      } else {
        this.lift(entry);
        this.#attempt(entry.ring);
      }
    }
  }

  #excuseAll(stalledMs: number): void {
    for (const slot of this.#slots) for (const entry of slot) this.#attempt(() => entry.excuse(stalledMs));
  }

  #attempt(callback: () => void): void {
    try {
      callback();
    } catch (error) {
      this.#onError(error);
    }
  }

  #arm(): void {
    if (this.#timer !== null || this.#isRinging || this.#waiting === 0) return;
    // Set from when the beat is due, so that timers that come late by a millisecond don't drift.
    this.#timer = setTimeout(() => this.#run(), Math.max(0, this.#beat * SLOT_MS - this.#now()));
  }
}

function nextBeat(nowMs: number): number {
  return Math.floor(nowMs / SLOT_MS) + 1;
}

export interface After {
  /** Calls back once; returns what cancels it. */
  after(ms: number, callback: () => void): () => void;
}

/** Repeats something, each time only once the last has ended. Returns what stops it. */
export function every(
  ms: number,
  timers: After,
  act: () => Promise<void>,
  complain: (error: unknown) => void,
): () => void {
  let isStopped = false;
  let cancel = (): void => {};
  const plan = (): void => {
    if (!isStopped) cancel = timers.after(ms, () => void act().catch(complain).finally(plan));
  };
  plan();
  return () => {
    isStopped = true;
    cancel();
  };
}
