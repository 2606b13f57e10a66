// Matchmakers on one store and one wire in virtual time, and people who note what they are sent.

import { randomUUID } from "node:crypto";
import { createMemoryStore } from "../../rooms/matchmaking/memory-store.ts";
import { Matchmaker } from "../../rooms/matchmaking/matchmaker.ts";
import type { QueueStore } from "../../rooms/matchmaking/queue-store.ts";
import type { QueueEvent } from "../../rooms/matchmaking/queue-events.ts";
import type { WaiterPort } from "../../rooms/matchmaking/waiters.ts";
import type { QueueName } from "../../schema/queues.ts";

export const RANKED: QueueName = { mode: "classic", ranked: true };

/** Several matchmakers on one store and one wire; time passes when the test says so. */
export class World {
  nowMs = 1_000_000;
  readonly tables: { queue: QueueName; playerIds: readonly string[] }[] = [];
  readonly complaints: unknown[] = [];
  readonly #timers: { at: number; call: () => void }[] = [];
  readonly #listeners = new Set<(event: QueueEvent) => void>();
  readonly #store: QueueStore;
  readonly #latency: (() => number) | null;
  failsToSeat = false;

  /** @param latency how long a step of the store takes each way, and an event on the wire, in ms; at once when left out */
  constructor(latency: (() => number) | null = null) {
    this.#latency = latency;
    const store = createMemoryStore(() => this.nowMs);
    this.#store = latency === null ? store : this.#slowed(store);
  }

  #slowed(store: QueueStore): QueueStore {
    return new Proxy(store, {
      get: (target, name: keyof QueueStore) => {
        const step = target[name].bind(target) as (...values: unknown[]) => Promise<unknown>;
        return async (...values: unknown[]) => {
          await this.#delay();
          const answer = await step(...values);
          await this.#delay();
          return answer;
        };
      },
    });
  }

  #delay(): Promise<void> {
    return new Promise((resolve) => this.#after(this.#latency?.() ?? 0, resolve));
  }

  #after(ms: number, call: () => void): () => void {
    const timer = { at: this.nowMs + ms, call };
    this.#timers.push(timer);
    return () => void (this.#timers.includes(timer) && this.#timers.splice(this.#timers.indexOf(timer), 1));
  }

  open(): Matchmaker {
    return new Matchmaker({
      processId: randomUUID(),
      store: this.#store,
      wire: {
        tell: (event) => this.#listeners.forEach((listener) => listener(event)),
        subscribe: (hear) => {
          const listener = this.#latency === null ? hear : this.#inOrder(hear);
          this.#listeners.add(listener);
          return () => this.#listeners.delete(listener);
        },
      },
      createTable: async (queue, tickets) => {
        if (this.failsToSeat) throw new Error("no table");
        this.tables.push({ queue, playerIds: tickets.map(({ playerId }) => playerId) });
        return `room${this.tables.length}`;
      },
      timers: {
        after: (ms, call) => this.#after(ms, call),
      },
      nowMs: () => this.nowMs,
      complain: (error) => this.complaints.push(error),
    });
  }

  /** Late, but one after the other. */
  #inOrder(hear: (event: QueueEvent) => void): (event: QueueEvent) => void {
    let lastAt = 0;
    return (event) => {
      lastAt = Math.max(lastAt, this.nowMs + (this.#latency?.() ?? 0));
      this.#after(lastAt - this.nowMs, () => hear(event));
    };
  }

  proposals(): Promise<readonly unknown[]> {
    return this.#store.proposals();
  }

  async pass(ms: number): Promise<void> {
    const end = this.nowMs + ms;
    for (;;) {
      await settle();
      const [next] = this.#timers.toSorted((a, b) => a.at - b.at);
      if (next === undefined || next.at > end) break;
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.nowMs = next.at;
      next.call();
    }
    this.nowMs = end;
  }
}

/** Lets promises that wait for nothing but each other come to their ends. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
}

export class Person {
  readonly id: string;
  readonly heard: string[] = [];
  onProposal = (): void => {};
  readonly port: WaiterPort = {
    waiting: ({ people }) => this.heard.push(`waiting ${people}`),
    proposed: ({ opponent }) => {
      this.heard.push(`proposed ${opponent.name} ${opponent.rating}`);
      this.onProposal();
    },
    answered: (count) => this.heard.push(`answered ${count}`),
    paired: (roomId) => this.heard.push(`paired ${roomId}`),
    unpaired: () => this.heard.push("unpaired"),
    coolingDown: ({ seconds, because }) => this.heard.push(`paused ${seconds} ${because}`),
    replaced: () => this.heard.push("replaced"),
    engaged: () => this.heard.push("engaged"),
  };

  constructor(id: string) {
    this.id = id;
  }

  get last(): string | undefined {
    return this.heard.at(-1);
  }

  enter(matchmaker: Matchmaker, avoids: string[] = []): Promise<void> {
    const ticket = {
      ...RANKED,
      playerId: this.id,
      name: this.id,
      rating: 1500,
      deviation: 80,
      avoids,
      lastOpponents: [],
      watchDelaySeconds: 0,
    };
    return matchmaker.enter(ticket, this.port);
  }
}
