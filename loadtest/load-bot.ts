// What all bots of the load benchmark are to whoever drives them (load-bots.ts).

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
