// Sends many clients the same, a few at a time, spread over a while, so that it never goes out in one piece, neither here nor on the
// network. Each of them gets everything in the order in which it was sent, whoever else comes and goes meanwhile.

export interface SpreadOptions<Listener> {
  /** How long it may take to reach all of them, in ms. */
  readonly overMs: number;
  /** Sent in one go, before whatever else waits. */
  readonly atOnce: number;
  /** Anyone who has left meanwhile gets nothing more. */
  readonly isHere: (listener: Listener) => boolean;
  readonly complain: (error: unknown) => void;
}

/** What is sent to one of them. */
type Say<Listener> = (listener: Listener) => void;

interface Telling<Listener> {
  readonly listeners: readonly Listener[];
  readonly says: readonly Say<Listener>[];
}

export class Spread<Listener> {
  readonly #options: SpreadOptions<Listener>;
  readonly #waiting: Telling<Listener>[] = [];
  #isTelling = false;

  constructor(options: SpreadOptions<Listener>) {
    this.#options = options;
  }

  /** Begins once what was sent before has reached everybody, and never from within the caller. */
  tell(listeners: readonly Listener[], says: readonly Say<Listener>[]): void {
    if (listeners.length === 0 || says.length === 0) return;
    this.#waiting.push({ listeners, says });
    if (this.#isTelling) return;
    this.#isTelling = true;
    setImmediate(() => this.#next());
  }

  #next(): void {
    const telling = this.#waiting.shift();
    if (telling === undefined) this.#isTelling = false;
    else this.#group(telling, 0, performance.now());
  }

  #group(telling: Telling<Listener>, group: number, startedMs: number): void {
    const { atOnce, overMs } = this.#options;
    const { listeners, says } = telling;
    for (const listener of listeners.slice(group * atOnce, (group + 1) * atOnce)) this.#say(listener, says);
    const groups = Math.ceil(listeners.length / atOnce);
    if (group + 1 >= groups) return this.#next();
    // From the beginning: what timers are late by does not add up.
    const dueMs = startedMs + ((group + 1) * overMs) / groups;
    setTimeout(() => this.#group(telling, group + 1, startedMs), Math.max(0, dueMs - performance.now()));
  }

  #say(listener: Listener, says: readonly Say<Listener>[]): void {
    try {
      if (this.#options.isHere(listener)) for (const say of says) say(listener);
    } catch (error) {
      this.#options.complain(error);
    }
  }
}
