// A QueueStore for the only process.

import type { PauseRecord } from "../../ranking/pauses.ts";
import { type Proposal, type QueueStore, RECENT_WAITS, type StoredTicket, heldAfter, queueKey } from "./queue-store.ts";

/** @param nowMs any clock that goes on, in ms */
export function createMemoryStore(nowMs: () => number = () => performance.now()): QueueStore {
  const heldUntilMs = new Map<string, number>();
  const tickets = new Map<string, StoredTicket>();
  const proposals = new Map<string, Proposal>();
  const pauses = new Map<string, PauseRecord>();
  const waits = new Map<string, number[]>();
  const stands = ({ playerId, ticketId }: StoredTicket) => tickets.get(playerId)?.ticketId === ticketId;

  return {
    enter: async (ticket) => {
      const { playerId } = ticket;
      const isAsked = [...proposals.values()].some((one) => one.tickets.some((other) => other.playerId === playerId));
      const isHeld = (heldUntilMs.get(playerId) ?? 0) > nowMs();
      if (isAsked || isHeld) return { stands: false, replaced: null };
      const replaced = tickets.get(playerId)?.ticketId ?? null;
      tickets.set(playerId, ticket);
      return { stands: true, replaced };
    },
    change: async (ticket) => void (stands(ticket) && tickets.set(ticket.playerId, ticket)),
    leave: async (playerId, ticketId) => {
      if (tickets.get(playerId)?.ticketId === ticketId) tickets.delete(playerId);
    },
    waiting: async () => [...tickets.values()],
    propose: async (proposal) => {
      if (!proposal.tickets.every(stands)) return false;
      for (const { playerId } of proposal.tickets) tickets.delete(playerId);
      proposals.set(proposal.id, proposal);
      return true;
    },
    proposals: async () => [...proposals.values()],
    accept: async (id, playerId) => {
      const before = proposals.get(id);
      if (before === undefined) return null;
      const accepted = [...new Set([...before.accepted, playerId])];
      const after = { ...before, accepted };
      proposals.set(id, after);
      return after;
    },
    settle: async (id, blamed, heldMs) => {
      const proposal = proposals.get(id) ?? null;
      if (proposal === null) return null;
      proposals.delete(id);
      for (const [playerId, untilMs] of heldUntilMs) if (untilMs <= nowMs()) heldUntilMs.delete(playerId);
      for (const playerId of heldAfter(proposal, blamed)) heldUntilMs.set(playerId, nowMs() + heldMs);
      return proposal;
    },
    release: async (playerIds) => playerIds.forEach((playerId) => heldUntilMs.delete(playerId)),
    lead: async () => true,
    live: async () => {},
    living: async (processIds) => new Set(processIds),
    pauseOf: async (playerId) => pauses.get(playerId) ?? null,
    keepPause: async (playerId, record) => void pauses.set(playerId, record),
    noteWait: async (queue, waitedMs) => {
      const key = queueKey(queue);
      waits.set(key, [waitedMs, ...(waits.get(key) ?? [])].slice(0, RECENT_WAITS));
    },
    recentWaits: async (queue) => waits.get(queueKey(queue)) ?? [],
  };
}
