// When a session speaks although there is nothing to say: the server takes silence for a lost connection, and without a word from it
// what is drawn becomes a guess.

import { HEARTBEAT_MS } from "../schema/timing.ts";

/** After so long without a message from the server it is asked for one. */
const QUIET_MS = 500;

export class Heartbeat {
  #saidMs = -Infinity;
  #askedMs = -Infinity;
  #heardMs = -Infinity;

  /** @param asks whether it asks for an answer */
  said(nowMs: number, asks: boolean): void {
    this.#saidMs = nowMs;
    if (asks) this.#askedMs = nowMs;
  }

  heard(nowMs: number): void {
    this.#heardMs = nowMs;
  }

  /** How long nothing has been heard, in ms. */
  silentMs(nowMs: number): number {
    return nowMs - this.#heardMs;
  }

  /** Whether it is time to say something. @param beatMs how often this is asked */
  isDue(nowMs: number, beatMs: number): boolean {
    return nowMs - this.#saidMs >= HEARTBEAT_MS - beatMs || this.wantsWord(nowMs);
  }

  /** Whether it is time to ask for a word, if something is said now. */
  wantsWord(nowMs: number): boolean {
    return nowMs - Math.max(this.#heardMs, this.#askedMs) >= QUIET_MS;
  }
}
