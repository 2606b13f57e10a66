// Who waits, over all processes: in memory for the only one (memory-store.ts), in Redis for several
// (game-server/matchmaking/redis-store.ts). Each call is one step that happens whole or not at all, so that nobody is paired
// twice, whichever process pairs at the same moment. What follows from it: matchmaker.ts.

import type { CooldownRecord } from "../../ranking/cooldowns.ts";
import type { QueueName } from "../../schema/queues.ts";

/** A place in the queue. A player has one at most. Times are ms of wall-clock time. */
export interface StoredTicket extends QueueName {
  readonly ticketId: string;
  readonly playerId: string;
  /** The process that they are connected to. */
  readonly processId: string;
  readonly name: string;
  /** What pairs are made by; that of a new player where there is none. */
  readonly rating: number;
  readonly deviation: number;
  readonly sinceMs: number;
  readonly avoids: readonly string[];
  readonly lastOpponents: readonly string[];
  readonly roundTripMs: number | null;
  /** How far behind they want spectators to be. */
  readonly watchDelaySeconds: number;
}

/** Two who are asked whether they play. They are out of the queue meanwhile. */
export interface Proposal {
  readonly id: string;
  readonly tickets: readonly [StoredTicket, StoredTicket];
  readonly untilMs: number;
  /** Who has accepted: ids of players. */
  readonly accepted: readonly string[];
}

/** What became of somebody who came into the queue. */
export interface Entry {
  /** Otherwise nothing has changed: the player has a proposal elsewhere, or is held. */
  readonly where: "inLine" | "asked" | "held";
  /** Of the place that they had before and have lost; null when there was none. */
  readonly replaced: string | null;
}

export interface QueueStore {
  /** Into the queue, instead of whatever place the player has had there. */
  enter(ticket: StoredTicket): Promise<Entry>;
  /** Changes a ticket where it still stands in the queue. */
  change(ticket: StoredTicket): Promise<void>;
  /** Out of the queue, if the player still has this very ticket there. */
  leave(playerId: string, ticketId: string): Promise<void>;
  waiting(): Promise<readonly StoredTicket[]>;
  /** Takes both out of the queue and proposes them to each other; false, and nothing, unless both still have these tickets. */
  propose(proposal: Proposal): Promise<boolean>;
  proposals(): Promise<readonly Proposal[]>;
  /** One of the two accepts. Returns the proposal as it is then; null when it is settled already. */
  accept(id: string, playerId: string): Promise<Proposal | null>;
  /**
   * Ends a proposal. Exactly one caller gets it; all others get null. Some are held then: they get into no queue for so long, or until
   * they are released, so that nobody slips in before what follows is written. Both, when both have accepted; otherwise those to blame.
   * @param blamed null: those who have not accepted
   */
  settle(id: string, blamed: string | null, heldMs: number): Promise<Proposal | null>;
  /** Holds them, and takes them out of the queue. */
  hold(playerIds: readonly string[], heldMs: number): Promise<void>;
  release(playerIds: readonly string[]): Promise<void>;
  /** Claims the making of pairs for this process for so long; false when another has it. */
  lead(processId: string, ms: number): Promise<boolean>;
  /** This process counts as alive for so long from now on. */
  live(processId: string, ms: number): Promise<void>;
  /** Those of the processes that are alive. */
  living(processIds: readonly string[]): Promise<ReadonlySet<string>>;
  cooldownOf(playerId: string): Promise<CooldownRecord | null>;
  keepCooldown(playerId: string, record: CooldownRecord): Promise<void>;
  /** Of those who were paired lately in each queue, the latest first, in ms. */
  noteWait(queue: QueueName, waitedMs: number): Promise<void>;
  recentWaits(queue: QueueName): Promise<readonly number[]>;
}

/** Who is to be held when a proposal ends: see `settle`. */
export function heldAfter({ tickets, accepted }: Proposal, blamed: string | null): readonly string[] {
  const all = tickets.map(({ playerId }) => playerId);
  if (all.every((playerId) => accepted.includes(playerId))) return all;
  return all.filter((playerId) => (blamed === null ? !accepted.includes(playerId) : playerId === blamed));
}

/** So many are remembered. */
export const RECENT_WAITS = 20;

export function queueKey({ mode, ranked }: QueueName): string {
  return `${mode}:${ranked ? "ranked" : "casual"}`;
}
