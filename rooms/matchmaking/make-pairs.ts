// One round of pairing: everybody who waits, in all processes, queue by queue. Done by one process at a time; should two do it at
// once, the store lets only one of them have each ticket.

import { randomUUID } from "node:crypto";
import { type PairingRules, type Ticket, pairUp } from "../../ranking/pairing.ts";
import { ACCEPT_SECONDS, QUEUES, type QueueName } from "../../schema/queues.ts";
import type { QueueEvent } from "./queue-events.ts";
import { type Proposal, type QueueStore, type StoredTicket, queueKey } from "./queue-store.ts";

/** In casual queues, the same two may meet again and again, if nobody else comes for a while. */
const CASUAL_THIRD_TIME_AFTER_MS = 15_000;
/** Whom nobody has been paired with lately. */
const NOBODY_WAITS = { people: {}, waitsMs: {} };

export type QueueSnapshot = Omit<Extract<QueueEvent, { kind: "line" }>, "kind">;

/** @param tell called for each pair that was made */
export async function makePairs(
  store: QueueStore,
  nowMs: number,
  tell: (proposal: Proposal) => void,
): Promise<QueueSnapshot> {
  const waiting = await withoutTheDead(store, await store.waiting());
  if (waiting.length === 0) return NOBODY_WAITS;
  const people: Record<string, number> = {};
  const waitsMs: Record<string, number | null> = {};
  for (const queue of QUEUES) {
    const key = queueKey(queue);
    const tickets = waiting.filter((ticket) => queueKey(ticket) === key);
    if (tickets.length === 0) continue;
    const left = tickets.length - 2 * (await pairTickets(store, tickets, queue, nowMs, tell));
    people[key] = left;
    waitsMs[key] = median(await store.recentWaits(queue));
  }
  return { people, waitsMs };
}

async function pairTickets(
  store: QueueStore,
  tickets: readonly StoredTicket[],
  { ranked }: QueueName,
  nowMs: number,
  tell: (proposal: Proposal) => void,
): Promise<number> {
  const rules: PairingRules = { thirdTimeAfterMs: ranked ? null : CASUAL_THIRD_TIME_AFTER_MS };
  let made = 0;
  for (const [one, other] of pairUp(
    tickets.map((ticket) => waitingTicket(ticket, nowMs)),
    rules,
  )) {
    const untilMs = nowMs + ACCEPT_SECONDS * 1000;
    const proposal = { id: randomUUID(), tickets: [one.stored, other.stored] as const, untilMs, accepted: [] };
    if (!(await store.propose(proposal))) continue;
    made++;
    tell(proposal);
  }
  return made;
}

function waitingTicket(stored: StoredTicket, nowMs: number): Ticket & { readonly stored: StoredTicket } {
  const { playerId, rating, deviation, lastOpponents, roundTripMs } = stored;
  return {
    playerId,
    rating,
    deviation,
    waitedMs: Math.max(0, nowMs - stored.sinceMs),
    avoids: new Set(stored.avoids),
    lastOpponents,
    roundTripMs,
    stored,
  };
}

/** Those whose process has died are gone with it. */
async function withoutTheDead(store: QueueStore, all: readonly StoredTicket[]): Promise<StoredTicket[]> {
  const living = await store.living([...new Set(all.map(({ processId }) => processId))]);
  const dead = all.filter(({ processId }) => !living.has(processId));
  for (const { playerId, ticketId } of dead) await store.leave(playerId, ticketId);
  return all.filter(({ processId }) => living.has(processId));
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
