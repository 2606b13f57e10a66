// How a connection to a table opens: some messages in quick succession, so that the clock and the delays are known before play; then,
// once for each connection, the word that this player is ready.

/** Sent one a pulse. */
const MESSAGES = 48;
/** Between two answers to the same question. */
const ANSWER_EVERY_MS = 500;

export class Opening {
  #left = 0;
  #isReady = false;
  #answeredMs = -Infinity;

  /** A connection opened. */
  begin(): void {
    this.#left = MESSAGES;
    this.#isReady = false;
  }

  /** It is lost: nothing more is to be said over it. */
  stop(): void {
    this.#left = 0;
  }

  /** Whether one more of its messages is due; it counts as sent. */
  takeMessage(): boolean {
    if (this.#left === 0) return false;
    this.#left--;
    return true;
  }

  /** True once: all are sent, and the clock is set. */
  takeReady(isSynced: boolean): boolean {
    if (this.#left > 0 || this.#isReady || !isSynced) return false;
    this.#isReady = true;
    return true;
  }

  /** Whoever is asked whether they are ready, and moves, is: whether to say so now. */
  takeAnswer(nowMs: number): boolean {
    if (nowMs - this.#answeredMs < ANSWER_EVERY_MS) return false;
    this.#answeredMs = nowMs;
    return true;
  }
}
