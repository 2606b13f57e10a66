// Lets thousands of bots act, each about at its rate and none in step with another, on one timer: one for each of them would cost
// more than they do.

/** What all bots of the load benchmark are to whoever drives them (load-bots.ts). */
export interface LoadBot {
  /** WebSocket payload since it joined. */
  readonly down: number;
  readonly up: number;
  readonly keyChanges: number;
  /** How often it acts, on average. */
  readonly everyMs: number;
  /** Looks, perhaps presses or releases a key, and does whatever has to be done besides. */
  act(): void;
}

const BEAT_MS = 2;
const BEATS = 512;

export class Ring {
  readonly #due = Array.from({ length: BEATS }, (): LoadBot[] => []);
  readonly #bots = new Set<LoadBot>();
  #beat = Math.floor(performance.now() / BEAT_MS);

  constructor() {
    setInterval(() => this.#turn(), BEAT_MS);
  }

  get bots(): ReadonlySet<LoadBot> {
    return this.#bots;
  }

  add(bot: LoadBot): void {
    this.#bots.add(bot);
    this.#put(bot);
  }

  remove(bot: LoadBot): void {
    this.#bots.delete(bot);
  }

  /** Evenly spread around its rate. */
  #put(bot: LoadBot): void {
    const beats = Math.max(1, Math.round((bot.everyMs * (0.5 + Math.random())) / BEAT_MS));
    this.#due[(this.#beat + beats) % BEATS]!.push(bot);
  }

  #turn(): void {
    for (const now = Math.floor(performance.now() / BEAT_MS); this.#beat < now; this.#beat++) {
      for (const bot of this.#due[this.#beat % BEATS]!.splice(0)) {
        if (!this.#bots.has(bot)) continue;
        bot.act();
        this.#put(bot);
      }
    }
  }
}
