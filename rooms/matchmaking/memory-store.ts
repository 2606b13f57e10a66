// A QueueStore for the only process.

import type { PauseRecord } from "../../ranking/pauses.ts";
import { type Proposal, type QueueStore, RECENT_WAITS, type StoredTicket, queueKey } from "./queue-store.ts";

export function createMemoryStore(): QueueStore {
  const tickets = new Map<string, StoredTicket>();
  const proposals = new Map<string, Proposal>();
  const pauses = new Map<string, PauseRecord>();
  const waits = new Map<string, number[]>();
  const stands = ({ playerId, ticketId }: StoredTicket) => tickets.get(playerId)?.ticketId === ticketId;

  return {
    enter: async (ticket) => {
      const before = tickets.get(ticket.playerId) ?? null;
      tickets.set(ticket.playerId, ticket);
      return before;
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
    settle: async (id) => {
      const proposal = proposals.get(id) ?? null;
      proposals.delete(id);
      return proposal;
    },
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
