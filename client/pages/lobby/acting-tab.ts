// Of a player's tabs in the lobby, one goes to the table: the one that acted on the challenge, so that the seat is not
// taken by a tab that nobody is looking at. The tabs of one browser announce to each other what they act on, and store nothing.

/** Over it goes the id of a challenge, when a tab acts on it, or HELLO. */
const CHANNEL = "rally.challenges";
/** From a tab that is new: the others say again what they have acted on. */
const HELLO = "hello";

export class ActingTab {
  readonly #channel = new BroadcastChannel(CHANNEL);
  /** Ids of challenges on which this tab was the last to act. */
  readonly #own = new Set<string>();
  /** On which another one was. */
  readonly #others = new Set<string>();

  constructor() {
    this.#channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => this.#hear(data));
    this.#channel.postMessage(HELLO);
  }

  /** The player sends, accepts or counters it here. */
  act(challengeId: string): void {
    this.#own.add(challengeId);
    this.#others.delete(challengeId);
    this.#channel.postMessage(challengeId);
  }

  /**
   * Whether this tab goes to the table of an accepted challenge. Where none of them has acted, one that is looked at does.
   * @param isVisible whether this one is
   */
  goes(challengeId: string, isVisible: boolean): boolean {
    return this.#own.has(challengeId) || (isVisible && !this.#others.has(challengeId));
  }

  close(): void {
    this.#channel.close();
  }

  #hear(said: unknown): void {
    // Another version of the page may say something else.
    if (typeof said !== "string") return;
    if (said === HELLO) {
      for (const id of this.#own) this.#channel.postMessage(id);
      return;
    }
    this.#own.delete(said);
    this.#others.add(said);
  }
}
