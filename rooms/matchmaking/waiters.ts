// Those who wait and are connected to one process, by their connection and by their ticket. A player may be here twice for a
// moment, until the earlier connection is told that there is a later one: each has a ticket of its own.

import type { Cooldown, ProposalMessage, Waiting } from "../../schema/queues.ts";
import type { StoredTicket } from "./queue-store.ts";

/** What somebody who is waiting is sent. */
export interface WaiterPort {
  waiting(message: Waiting): void;
  proposed(message: ProposalMessage): void;
  answered(count: number): void;
  paired(roomId: string): void;
  unpaired(): void;
  coolingDown(message: Cooldown): void;
  /** They are waiting somewhere else now. */
  replaced(): void;
  /** They are playing, or on the way to a match. */
  engaged(): void;
}

export type NewTicket = Omit<StoredTicket, "ticketId" | "processId" | "sinceMs" | "roundTripMs">;

export interface Waiter {
  ticket: StoredTicket;
  readonly port: WaiterPort;
  /** Of the proposal that they are asked about. */
  asked: string | null;
  askedUntilMs: number;
  /** Their ticket is on its way into the queue. */
  isStanding: boolean;
}

export class Waiters {
  readonly #byPort = new Map<WaiterPort, Waiter>();
  readonly #byTicket = new Map<string, Waiter>();

  add(waiter: Waiter): void {
    this.#byPort.set(waiter.port, waiter);
    this.#byTicket.set(waiter.ticket.ticketId, waiter);
  }

  /** False when they are not here any more. */
  remove(waiter: Waiter): boolean {
    this.#byTicket.delete(waiter.ticket.ticketId);
    return this.#byPort.delete(waiter.port);
  }

  has(waiter: Waiter): boolean {
    return this.#byPort.get(waiter.port) === waiter;
  }

  at(port: WaiterPort): Waiter | null {
    return this.#byPort.get(port) ?? null;
  }

  withTicket(ticketId: string): Waiter | null {
    return this.#byTicket.get(ticketId) ?? null;
  }

  /** The same place in the queue with another ticket, or with one that says something else. */
  renew(waiter: Waiter, ticket: StoredTicket): void {
    this.#byTicket.delete(waiter.ticket.ticketId);
    waiter.ticket = ticket;
    if (this.has(waiter)) this.#byTicket.set(ticket.ticketId, waiter);
  }

  all(): readonly Waiter[] {
    return [...this.#byPort.values()];
  }

  ofPlayer(playerId: string): readonly Waiter[] {
    return this.all().filter(({ ticket }) => ticket.playerId === playerId);
  }
}
