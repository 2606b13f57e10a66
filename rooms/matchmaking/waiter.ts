// Somebody who waits and is connected to this process, as the matchmaker knows them (matchmaker.ts).

import type { Cooldown, ProposalMessage, Waiting } from "../../schema/queues.ts";
import type { StoredTicket } from "./queue-store.ts";

/** What somebody who waits is told. */
export interface WaiterPort {
  waiting(message: Waiting): void;
  proposed(message: ProposalMessage): void;
  answered(count: number): void;
  paired(roomId: string): void;
  unpaired(): void;
  coolingDown(message: Cooldown): void;
  /** They wait somewhere else now. */
  replaced(): void;
  /** They are at a match, or on the way to one. */
  engaged(): void;
}

export type NewTicket = Omit<StoredTicket, "ticketId" | "processId" | "sinceMs" | "roundTripMs">;

export interface Waiter {
  ticket: StoredTicket;
  readonly port: WaiterPort;
  /** Of the proposal that they are asked about. */
  asked: string | null;
  askedUntilMs: number;
}
