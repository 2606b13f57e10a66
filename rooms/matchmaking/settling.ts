// How a proposal ends: with a table for two who have both accepted, or a cooldown for whoever is to blame, and nobody at two tables. What
// announces it: matchmaker.ts.

import { type CooldownRecord, nextCooldown, secondsLeft } from "../../ranking/cooldowns.ts";
import type { QueueName } from "../../schema/queues.ts";
import type { QueueWire } from "./queue-events.ts";
import { type Proposal, type QueueStore, type StoredTicket, heldAfter } from "./queue-store.ts";

/** Unless it is renewed, or they are released before: nobody is held for ever by a process that has died. */
const HELD_MS = 60_000;

/** One of the two got to another table meanwhile: no more their fault than the other's. */
const NOBODY = "";

export interface SettlingOptions {
  readonly store: QueueStore;
  readonly wire: QueueWire;
  /** Makes a table with places kept for these players and returns its room's id. */
  readonly createTable: (queue: QueueName, tickets: readonly StoredTicket[]) => Promise<string>;
  /** Wall-clock time, in ms. */
  readonly nowMs: () => number;
  readonly complain: (error: unknown, what: string) => void;
}

export class Settling {
  readonly #options: SettlingOptions;

  constructor(options: SettlingOptions) {
    this.#options = options;
  }

  /** Seconds left of this player's cooldown; 0 for none. */
  async cooldownFor(playerId: string): Promise<number> {
    const { store, nowMs } = this.#options;
    return secondsLeft(await store.cooldownOf(playerId), nowMs());
  }

  /**
   * Ends a proposal, if nobody else has: with a table when both have accepted, however late one of them declines; otherwise with a
   * cooldown for whoever is to blame.
   * @param decliner null: the time is up, and those who have not accepted are to blame
   */
  async settle(id: string, decliner: string | null): Promise<void> {
    const { store, wire } = this.#options;
    const proposal = await store.settle(id, decliner, HELD_MS);
    if (proposal === null) return;
    if (proposal.accepted.length === proposal.tickets.length) {
      wire.tell({ kind: "settled", id, roomId: await this.#seat(proposal), refused: {}, declined: false });
      return;
    }
    const blamed = heldAfter(proposal, decliner);
    const refused: Record<string, number> = {};
    for (const playerId of blamed) refused[playerId] = await this.#startCooldown(playerId);
    await store.release(blamed);
    wire.tell({ kind: "settled", id, roomId: null, refused, declined: decliner !== null });
  }

  /** Records that they are playing. @param isNew they have just come to their table, which cancels any proposal */
  async hold(playerIds: readonly string[], isNew: boolean): Promise<void> {
    const { store } = this.#options;
    await store.hold(playerIds, HELD_MS);
    if (!isNew) return;
    for (const { id, tickets } of await store.proposals()) {
      if (tickets.some(({ playerId }) => playerIds.includes(playerId))) await this.settle(id, NOBODY);
    }
  }

  /** Null when no table could be made: both wait again. */
  async #seat({ tickets }: Proposal): Promise<string | null> {
    const { createTable, store, nowMs, complain } = this.#options;
    const [{ mode, ranked }] = tickets;
    try {
      const roomId = await createTable({ mode, ranked }, tickets);
      for (const { sinceMs } of tickets) await store.noteWait({ mode, ranked }, nowMs() - sinceMs);
      return roomId;
    } catch (error) {
      complain(error, "two were paired and got no table");
      await store.release(tickets.map(({ playerId }) => playerId));
      return null;
    }
  }

  async #startCooldown(playerId: string): Promise<number> {
    const { store, nowMs } = this.#options;
    const record: CooldownRecord = nextCooldown(await store.cooldownOf(playerId), nowMs());
    await store.keepCooldown(playerId, record);
    return secondsLeft(record, nowMs());
  }
}
