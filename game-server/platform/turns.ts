// Lets a few do at once what takes memory or a core; the others wait for their turn, and not too many of them.

import { UserError } from "../../rooms/user-error.ts";

/** How long those who come when too many are waiting are asked to wait, in seconds. */
const COME_AGAIN_SECONDS = 5;

export class Turns {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /**
   * Does it when it is its turn.
   * @throws UserError 429 `tooMany` when too many wait already; whatever `act` throws
   */
  async take<T>(act: () => Promise<T>): Promise<T> {
    if (this.#busy < this.#atOnce) this.#busy++;
    else await this.#wait();
    try {
      return await act();
    } finally {
      // The turn is handed over directly: anyone who comes in between finds it taken.
      const next = this.#waiting.shift();
      if (next === undefined) this.#busy--;
      else next();
    }
  }

  #wait(): Promise<void> {
    if (this.#waiting.length >= this.#mostWaiting) {
      throw new UserError("tooMany", { seconds: COME_AGAIN_SECONDS }, 429);
    }
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}
