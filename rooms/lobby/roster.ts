// Everybody who is here, in all processes, with their cards: what the lobby room and GET /api/lobby show. One in each process, at
// work from the first time that somebody needs it. Presence says who comes and goes, and costs no query; cards are looked up when
// somebody appears, and again after a match and when they let others see more or less: many at once, at most four times a second.

import type { Status } from "../../contract/people.ts";
import type { FriendChange } from "../dependencies.ts";
import type { After } from "../wake-timers.ts";
import { type Card, type Cards, CARDS_AT_ONCE } from "./cards.ts";

/** Between two look-ups. */
const EVERY_MS = 250;
/** When the database did not answer. */
const RETRY_MS = 5_000;

export interface Present {
  readonly card: Card;
  readonly status: "online" | "playing";
}

export interface RosterListener {
  /** They have come, or their card has changed. */
  changed(one: Present): void;
  gone(playerId: string): void;
}

export interface RosterOptions {
  readonly cards: Pick<Cards, "of">;
  /** Those who are here now, in any process. */
  readonly here: () => Iterable<readonly [playerId: string, status: Status]>;
  /** Calls back on every change. Returns an unsubscribe function, as the next one does. */
  readonly subscribeToStatuses: (listener: (playerId: string, status: Status) => void) => () => void;
  readonly subscribeToFriends: (listener: (change: FriendChange) => void) => () => void;
  readonly timers: After;
  readonly complain: (error: unknown, what: string) => void;
}

export class Roster {
  readonly #options: RosterOptions;
  readonly #statuses = new Map<string, Present["status"]>();
  readonly #present = new Map<string, Present>();
  /** Whose card is to be looked up. */
  readonly #wanted = new Set<string>();
  readonly #listeners = new Set<RosterListener>();
  readonly #settled: (() => void)[] = [];
  #stop: (() => void)[] = [];
  #isOpen = false;
  /** The database is being asked, or about to be, or has just been. */
  #isBusy = false;
  #isAsking = false;
  #cancelRest = (): void => {};
  /** Those of them whom everybody may see. */
  #open = 0;

  constructor(options: RosterOptions) {
    this.#options = options;
  }

  /** Starts, unless it has started. Resolves once everybody who was here by then is known. */
  async ready(): Promise<void> {
    this.#begin();
    if (this.#wanted.size === 0 && !this.#isAsking) return;
    await new Promise<void>((resolve) => this.#settled.push(resolve));
  }

  all(): Iterable<Present> {
    return this.#present.values();
  }

  get(playerId: string): Present | undefined {
    return this.#present.get(playerId);
  }

  /** How many are here, as far as everybody may know. */
  get count(): number {
    return this.#open;
  }

  /** Returns an unsubscribe function. */
  subscribe(listener: RosterListener): () => void {
    this.#begin();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  close(): void {
    for (const stop of this.#stop.splice(0)) stop();
    this.#cancelRest();
    this.#listeners.clear();
    this.#wanted.clear();
    this.#settle();
  }

  #begin(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    const { here, subscribeToStatuses, subscribeToFriends } = this.#options;
    this.#stop = [
      subscribeToStatuses((playerId, status) => this.#hear(playerId, status)),
      subscribeToFriends((change) => {
        // What others may see of them may have changed.
        for (const { viewerId, subjectId } of change) if (viewerId === null) this.#want(subjectId);
      }),
    ];
    for (const [playerId, status] of here()) this.#hear(playerId, status);
  }

  #hear(playerId: string, status: Status): void {
    if (status === "offline") return this.#remove(playerId);
    const before = this.#statuses.get(playerId);
    this.#statuses.set(playerId, status);
    const known = this.#present.get(playerId);
    if (known !== undefined) this.#show({ ...known, status });
    // A match may have moved their rating.
    if (known === undefined || (before === "playing" && status === "online")) this.#want(playerId);
  }

  #remove(playerId: string): void {
    this.#statuses.delete(playerId);
    this.#wanted.delete(playerId);
    const known = this.#present.get(playerId);
    if (known === undefined) return;
    this.#present.delete(playerId);
    this.#open -= isSeenByAll(known);
    for (const listener of this.#listeners) listener.gone(playerId);
  }

  #show(one: Present): void {
    const before = this.#present.get(one.card.id);
    this.#open += isSeenByAll(one) - (before === undefined ? 0 : isSeenByAll(before));
    this.#present.set(one.card.id, one);
    for (const listener of this.#listeners) listener.changed(one);
  }

  #want(playerId: string): void {
    if (!this.#statuses.has(playerId)) return;
    this.#wanted.add(playerId);
    if (this.#isBusy) return;
    this.#isBusy = true;
    // Together with everybody else who comes at this moment.
    this.#cancelRest = this.#options.timers.after(0, () => void this.#look());
  }

  /** Never rejects. */
  async #look(): Promise<void> {
    const { timers } = this.#options;
    this.#isAsking = true;
    const hasAnswered = await this.#ask([...this.#wanted].slice(0, CARDS_AT_ONCE));
    this.#isAsking = false;
    // Waiting for all of them doesn't mean waiting for a database that is away.
    if (this.#wanted.size === 0 || !hasAnswered) this.#settle();
    this.#cancelRest = timers.after(hasAnswered ? EVERY_MS : RETRY_MS, () => {
      if (this.#wanted.size > 0) void this.#look();
      else this.#isBusy = false;
    });
  }

  /** False when there was no answer and they are still wanted. */
  async #ask(ids: readonly string[]): Promise<boolean> {
    const { cards, complain } = this.#options;
    for (const id of ids) this.#wanted.delete(id);
    try {
      for (const card of await cards.of(ids)) {
        const status = this.#statuses.get(card.id);
        if (status !== undefined) this.#show({ card, status });
      }
      return true;
    } catch (error) {
      complain(error, "looking up who is in the lobby; it is tried again");
      for (const id of ids) if (this.#statuses.has(id)) this.#wanted.add(id);
      return false;
    }
  }

  #settle(): void {
    for (const resolve of this.#settled.splice(0)) resolve();
  }
}

function isSeenByAll({ card }: Present): 0 | 1 {
  return card.privacy.status === "everyone" ? 1 : 0;
}
