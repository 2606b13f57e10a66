// The matchmaker of one process: looks after the players who are connected here, from their place in the queue to their table, and
// takes turns with those of other processes in making pairs (make-pairs.ts). Tickets are in the store (queue-store.ts), so
// nothing but a connection is lost with a process.

import { randomUUID } from "node:crypto";
import { isProvisional } from "../../ranking/glicko2.ts";
import type { QueueName, Waiting } from "../../schema/queues.ts";
import { type After, every } from "../wake-timers.ts";
import { type QueueSnapshot, makePairs } from "./make-pairs.ts";
import type { QueueEvent } from "./queue-events.ts";
import { Settling, type SettlingOptions } from "./settling.ts";
import { type NewTicket, type Waiter, type WaiterPort, Waiters } from "./waiters.ts";
import { type Proposal, type StoredTicket, queueKey } from "./queue-store.ts";

/** Between two rounds of pairing. */
const ROUND_MS = 500;
/** How long a process leads, unless it renews that. */
const LEAD_MS = 3_000;
/** How often it is checked whether everybody here is still in the queue; a process that misses three is dead. */
const LOOK_MS = 4_000;
/** After it has expired: an answer may still be on its way. */
const LATE_MS = 500;
/** After that, the process that should have ended a proposal is gone, and any other may. */
const LOST_MS = LATE_MS + LOOK_MS;

export interface MatchmakerOptions extends SettlingOptions {
  readonly processId: string;
  readonly timers: After;
}

export class Matchmaker {
  readonly #options: MatchmakerOptions;
  readonly #settling: Settling;
  readonly #waiters = new Waiters();
  readonly #stop: (() => void)[] = [];
  #snapshot: QueueSnapshot = { people: {}, waitsMs: {} };
  #isPairing = false;
  #isClosed = false;

  constructor(options: MatchmakerOptions) {
    this.#options = options;
    this.#settling = new Settling(options);
    this.#stop.push(options.wire.subscribe((event) => this.#hear(event)));
    const often = (ms: number, what: string, act: () => Promise<void>): void => {
      this.#stop.push(every(ms, options.timers, act, (error) => options.complain(error, what)));
    };
    often(ROUND_MS, "pairing", () => this.#round());
    often(LOOK_MS, "looking after who waits", () => this.#lookAfter());
  }

  /**
   * Joins the queue. A place that the same player had elsewhere is given up; if they have a proposal elsewhere or are on the way to a
   * table, they stay there, and this page is told so.
   */
  async enter(wanted: NewTicket, port: WaiterPort): Promise<void> {
    const { store, processId, nowMs } = this.#options;
    const ticket = { ...wanted, ticketId: randomUUID(), processId, sinceMs: nowMs(), roundTripMs: null };
    const waiter: Waiter = { ticket, port, asked: null, askedUntilMs: 0, isStanding: true };
    this.#waiters.add(waiter);
    await store.live(processId, LOOK_MS * 3);
    await this.#stand(waiter);
    // The same player may have been given a cooldown meanwhile, on another connection.
    const seconds = await this.cooldownFor(wanted.playerId);
    if (!this.#waiters.has(waiter)) return;
    if (seconds > 0) {
      await this.leave(port);
      return port.coolingDown({ seconds, because: "early" });
    }
    this.#show(waiter);
    await this.#round();
  }

  /** Out of the queue; who is asked at this moment declines. */
  async leave(port: WaiterPort): Promise<void> {
    const waiter = this.#waiters.at(port);
    if (waiter === null) return;
    this.#waiters.remove(waiter);
    const { playerId, ticketId } = waiter.ticket;
    if (waiter.asked === null) return this.#options.store.leave(playerId, ticketId);
    await this.#settling.settle(waiter.asked, playerId);
  }

  async accept(port: WaiterPort): Promise<void> {
    const { store, wire } = this.#options;
    const waiter = this.#waiters.at(port);
    if (waiter === null || waiter.asked === null) return;
    const id = waiter.asked;
    const proposal = await store.accept(id, waiter.ticket.playerId);
    if (proposal === null) return;
    wire.tell({ kind: "accepted", id, count: proposal.accepted.length });
    if (proposal.accepted.length === proposal.tickets.length) await this.#settling.settle(id, null);
  }

  async decline(port: WaiterPort): Promise<void> {
    const waiter = this.#waiters.at(port);
    if (waiter !== null && waiter.asked !== null) await this.#settling.settle(waiter.asked, waiter.ticket.playerId);
  }

  /** Whom they avoid has changed, or how long their round trip is. */
  async change(playerId: string, change: Partial<Pick<StoredTicket, "avoids" | "roundTripMs">>): Promise<void> {
    for (const waiter of this.#waiters.ofPlayer(playerId)) {
      this.#waiters.renew(waiter, { ...waiter.ticket, ...change });
      if (waiter.asked === null) await this.#options.store.change(waiter.ticket);
    }
  }

  /** As it was at the last round of pairing, in all processes. */
  lineOf(queue: QueueName): Waiting {
    const key = queueKey(queue);
    const waitMs = this.#snapshot.waitsMs[key] ?? null;
    return {
      people: this.#snapshot.people[key] ?? 0,
      expectedSeconds: waitMs === null ? null : Math.ceil(waitMs / 1000),
    };
  }

  /** Seconds left of this player's cooldown; 0 for none. */
  cooldownFor(playerId: string): Promise<number> {
    return this.#settling.cooldownFor(playerId);
  }

  /** They are at a table, however they came there: out of every queue, and what they are asked is off. */
  hold(playerIds: readonly string[], isNew: boolean): void {
    this.#attempt("keeping in mind who plays", () => this.#settling.hold(playerIds, isNew));
  }

  /** Their match is over, or their table is gone: they may wait again. */
  release(playerIds: readonly string[]): void {
    this.#attempt("letting wait again", () => this.#options.store.release(playerIds));
  }

  close(): void {
    this.#isClosed = true;
    for (const stop of this.#stop.splice(0)) stop();
  }

  // -- pairs ---------------------------------------------------------------------------------------------------

  async #round(): Promise<void> {
    const { store, processId, wire, nowMs } = this.#options;
    if (this.#isPairing || this.#isClosed || !(await store.lead(processId, LEAD_MS))) return;
    this.#isPairing = true;
    try {
      const snapshot = await makePairs(store, nowMs(), (proposal) => wire.tell(eventsOf(proposal)));
      if (JSON.stringify(snapshot) !== JSON.stringify(this.#snapshot)) wire.tell({ kind: "line", ...snapshot });
    } finally {
      this.#isPairing = false;
    }
  }

  #hear(event: QueueEvent): void {
    switch (event.kind) {
      case "proposed":
        for (const { ticketId } of event.players) this.#ask(ticketId, event);
        return;
      case "accepted":
        for (const { asked, port } of this.#waiters.all()) if (asked === event.id) port.answered(event.count);
        return;
      case "settled":
        for (const waiter of this.#waiters.all()) if (waiter.asked === event.id) this.#conclude(waiter, event);
        return;
      case "replaced": {
        const waiter = this.#waiters.withTicket(event.ticketId);
        if (waiter !== null) this.#turnAway(waiter);
        return;
      }
      case "line":
        this.#snapshot = event;
        for (const waiter of this.#waiters.all()) this.#show(waiter);
    }
  }

  #ask(ticketId: string, { id, untilMs, players }: Extract<QueueEvent, { kind: "proposed" }>): void {
    const waiter = this.#waiters.withTicket(ticketId);
    const opponent = players.find((other) => other.ticketId !== ticketId);
    if (waiter === null || opponent === undefined || waiter.asked === id) return;
    const { nowMs, timers } = this.#options;
    waiter.asked = id;
    waiter.askedUntilMs = untilMs;
    const { name, rating, deviation } = opponent;
    const provisional = isProvisional(deviation);
    const leftMs = Math.max(0, untilMs - nowMs());
    waiter.port.proposed({
      secondsLeft: leftMs / 1000,
      opponent: { name, rating: waiter.ticket.ranked ? Math.round(rating) : null, provisional },
    });
    timers.after(leftMs + LATE_MS, () => {
      if (!this.#isClosed) this.#attempt("ending a proposal", () => this.#settling.settle(id, null));
    });
  }

  #conclude(waiter: Waiter, { roomId, refused, declined }: Extract<QueueEvent, { kind: "settled" }>): void {
    const seconds = refused[waiter.ticket.playerId];
    if (roomId !== null) {
      this.#waiters.remove(waiter);
      waiter.port.paired(roomId);
    } else if (seconds !== undefined) {
      this.#waiters.remove(waiter);
      waiter.port.coolingDown({ seconds, because: declined ? "declined" : "missed" });
    } else {
      waiter.port.unpaired();
      this.#attempt("waiting again", () => this.#enterAgain(waiter));
    }
  }

  /** As long in the queue as before. */
  async #enterAgain(waiter: Waiter): Promise<void> {
    waiter.asked = null;
    this.#waiters.renew(waiter, { ...waiter.ticket, ticketId: randomUUID() });
    await this.#stand(waiter);
    if (this.#waiters.has(waiter)) this.#show(waiter);
  }

  /** Puts the ticket into the queue, and takes it out again where they have left meanwhile. */
  async #stand(waiter: Waiter): Promise<void> {
    const { store, wire } = this.#options;
    const { playerId, ticketId } = waiter.ticket;
    waiter.isStanding = true;
    const { where, replaced } = await store.enter(waiter.ticket).finally(() => (waiter.isStanding = false));
    if (replaced !== null) wire.tell({ kind: "replaced", ticketId: replaced });
    if (where !== "inLine") return this.#turnAway(waiter, where === "held");
    if (!this.#waiters.has(waiter)) await store.leave(playerId, ticketId);
  }

  /** The same player waits or has a proposal somewhere else, or is playing. */
  #turnAway(waiter: Waiter, isEngaged = false): void {
    if (!this.#waiters.remove(waiter)) return;
    if (isEngaged) waiter.port.engaged();
    else waiter.port.replaced();
  }

  #show({ ticket, port, asked }: Waiter): void {
    // They may have been asked while they were let in, and are not to think that this is off.
    if (asked !== null) return;
    const { people, expectedSeconds } = this.lineOf(ticket);
    port.waiting({ people: Math.max(1, people), expectedSeconds });
  }

  // -- what may have got lost --------------------------------------------------------------------------------

  async #lookAfter(): Promise<void> {
    const { store, processId, nowMs } = this.#options;
    await store.live(processId, LOOK_MS * 3);
    // Whose ticket is on its way, or has been given since, is not to be missed in what is read now.
    const before = this.#waiters
      .all()
      .flatMap((waiter) => (waiter.isStanding ? [] : [[waiter, waiter.ticket] as const]));
    const queued = await store.waiting();
    const standing = new Set(queued.map(({ ticketId }) => ticketId));
    for (const ticket of queued) if (this.#isGhost(ticket)) await store.leave(ticket.playerId, ticket.ticketId);
    const asked = await store.proposals();
    for (const [waiter, { ticketId }] of before) {
      const isSame = this.#waiters.has(waiter) && waiter.ticket.ticketId === ticketId;
      if (!isSame || waiter.isStanding || standing.has(ticketId)) continue;
      const mine = asked.find(({ tickets }) => tickets.some((ticket) => ticket.ticketId === ticketId));
      if (mine !== undefined) this.#ask(ticketId, eventsOf(mine));
      else if (waiter.asked === null || nowMs() > waiter.askedUntilMs + LOOK_MS) await this.#enterAgain(waiter);
    }
    for (const { id, untilMs } of asked) if (nowMs() > untilMs + LOST_MS) await this.#settling.settle(id, null);
  }

  /** Of this process, and of nobody who is here. */
  #isGhost({ ticketId, processId }: StoredTicket): boolean {
    return processId === this.#options.processId && this.#waiters.withTicket(ticketId) === null;
  }

  #attempt(what: string, act: () => Promise<void>): void {
    act().catch((error: unknown) => this.#options.complain(error, what));
  }
}

function eventsOf({ id, untilMs, tickets }: Proposal): Extract<QueueEvent, { kind: "proposed" }> {
  const [one, other] = tickets;
  return { kind: "proposed", id, untilMs, players: [one, other] };
}
