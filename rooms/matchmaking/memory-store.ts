// A QueueStore for the only process.

import type { CooldownRecord } from "../../ranking/cooldowns.ts";
import type { QueueName } from "../../schema/queues.ts";
import {
  type Entry,
  type Proposal,
  type QueueStore,
  RECENT_WAITS,
  type StoredTicket,
  heldAfter,
  queueKey,
} from "./queue-store.ts";

const FORGET_EVERY_MS = 60_000;

/** @param nowMs any clock that goes on, in ms */
export function createMemoryStore(nowMs: () => number = () => performance.now()): QueueStore {
  return new MemoryStore(nowMs);
}

class MemoryStore implements QueueStore {
  readonly #nowMs: () => number;
  readonly #tickets = new Map<string, StoredTicket>();
  readonly #proposals = new Map<string, Proposal>();
  readonly #heldUntilMs = new Map<string, number>();
  #forgotMs = -Infinity;
  readonly #cooldowns = new Map<string, CooldownRecord>();
  readonly #waits = new Map<string, number[]>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  async enter(ticket: StoredTicket): Promise<Entry> {
    const { playerId } = ticket;
    const isAsked = [...this.#proposals.values()].some(({ tickets }) => tickets.some((one) => isOf(one, playerId)));
    if (isAsked) return { where: "asked", replaced: null };
    if ((this.#heldUntilMs.get(playerId) ?? 0) > this.#nowMs()) return { where: "held", replaced: null };
    const replaced = this.#tickets.get(playerId)?.ticketId ?? null;
    this.#tickets.set(playerId, ticket);
    return { where: "inLine", replaced };
  }

  async change(ticket: StoredTicket): Promise<void> {
    if (this.#stands(ticket)) this.#tickets.set(ticket.playerId, ticket);
  }

  async leave(playerId: string, ticketId: string): Promise<void> {
    if (this.#stands({ playerId, ticketId })) this.#tickets.delete(playerId);
  }

  async waiting(): Promise<StoredTicket[]> {
    return [...this.#tickets.values()];
  }

  async propose(proposal: Proposal): Promise<boolean> {
    if (!proposal.tickets.every((ticket) => this.#stands(ticket))) return false;
    for (const { playerId } of proposal.tickets) this.#tickets.delete(playerId);
    this.#proposals.set(proposal.id, proposal);
    return true;
  }

  async proposals(): Promise<Proposal[]> {
    return [...this.#proposals.values()];
  }

  async accept(id: string, playerId: string): Promise<Proposal | null> {
    const before = this.#proposals.get(id);
    if (before === undefined) return null;
    const after = { ...before, accepted: [...new Set([...before.accepted, playerId])] };
    this.#proposals.set(id, after);
    return after;
  }

  async settle(id: string, blamed: string | null, heldMs: number): Promise<Proposal | null> {
    const proposal = this.#proposals.get(id) ?? null;
    if (proposal === null) return null;
    this.#proposals.delete(id);
    this.#hold(heldAfter(proposal, blamed), heldMs);
    return proposal;
  }

  async hold(playerIds: readonly string[], heldMs: number): Promise<void> {
    for (const playerId of playerIds) this.#tickets.delete(playerId);
    this.#hold(playerIds, heldMs);
  }

  async release(playerIds: readonly string[]): Promise<void> {
    for (const playerId of playerIds) this.#heldUntilMs.delete(playerId);
  }

  async lead(): Promise<boolean> {
    return true;
  }

  async live(): Promise<void> {}

  async living(processIds: readonly string[]): Promise<Set<string>> {
    return new Set(processIds);
  }

  async cooldownOf(playerId: string): Promise<CooldownRecord | null> {
    return this.#cooldowns.get(playerId) ?? null;
  }

  async keepCooldown(playerId: string, record: CooldownRecord): Promise<void> {
    this.#cooldowns.set(playerId, record);
  }

  async noteWait(queue: QueueName, waitedMs: number): Promise<void> {
    const key = queueKey(queue);
    this.#waits.set(key, [waitedMs, ...(this.#waits.get(key) ?? [])].slice(0, RECENT_WAITS));
  }

  async recentWaits(queue: QueueName): Promise<number[]> {
    return this.#waits.get(queueKey(queue)) ?? [];
  }

  #stands({ playerId, ticketId }: Pick<StoredTicket, "playerId" | "ticketId">): boolean {
    return this.#tickets.get(playerId)?.ticketId === ticketId;
  }

  #hold(playerIds: readonly string[], heldMs: number): void {
    const now = this.#nowMs();
    this.#forget(now);
    for (const playerId of playerIds) this.#heldUntilMs.set(playerId, now + heldMs);
  }

  /** Now and then removes those whose time is up and whom nobody has released. */
  #forget(now: number): void {
    if (now < this.#forgotMs + FORGET_EVERY_MS) return;
    this.#forgotMs = now;
    for (const [playerId, untilMs] of this.#heldUntilMs) if (untilMs <= now) this.#heldUntilMs.delete(playerId);
  }
}

function isOf(ticket: StoredTicket, playerId: string): boolean {
  return ticket.playerId === playerId;
}
