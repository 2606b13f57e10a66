// The matchmaker of one process: looks after the players who are connected here, from their place in line to their table, and
// takes turns with those of other processes in making pairs (make-pairs.ts). Who waits is in the store (queue-store.ts), so
// nothing but a connection is lost with a process.

import { randomUUID } from "node:crypto";
import type { PauseRecord } from "../../ranking/pauses.ts";
import { nextPause, secondsLeft } from "../../ranking/pauses.ts";
import { isProvisional } from "../../ranking/glicko2.ts";
import type { QueueName } from "../../schema/queues.ts";
import { type After, every } from "./every.ts";
import { type Line, makePairs } from "./make-pairs.ts";
import type { QueueNews, QueueWire } from "./queue-news.ts";
import type { NewTicket, Waiter, WaiterPort } from "./waiter.ts";
import { type Proposal, type QueueStore, type StoredTicket, queueKey } from "./queue-store.ts";

/** Between two rounds of pairing. */
const ROUND_MS = 500;
/** Whoever leads does so for so long, unless it says so again. */
const LEAD_MS = 3_000;
/** Between two looks whether everybody here still stands where they should; a process is dead after three without. */
const LOOK_MS = 4_000;
/** After the time is up: an answer may still be on its way. */
const LATE_MS = 500;

export interface MatchmakerOptions {
  readonly processId: string;
  readonly store: QueueStore;
  readonly wire: QueueWire;
  /** Makes a table with places kept for these players and answers its room's id. */
  readonly createTable: (queue: QueueName, tickets: readonly StoredTicket[]) => Promise<string>;
  readonly timers: After;
  /** The calendar's time, in ms. */
  readonly nowMs: () => number;
  readonly complain: (error: unknown, what: string) => void;
}

export class Matchmaker {
  readonly #options: MatchmakerOptions;
  readonly #waiters = new Map<string, Waiter>();
  readonly #stop: (() => void)[] = [];
  #line: Line = { people: {}, waitsMs: {} };
  #isPairing = false;
  #isClosed = false;

  constructor(options: MatchmakerOptions) {
    this.#options = options;
    this.#stop.push(options.wire.watch((news) => this.#hear(news)));
    const { timers, complain } = options;
    this.#stop.push(
      every(
        ROUND_MS,
        timers,
        () => this.#round(),
        (error) => complain(error, "pairing"),
      ),
      every(
        LOOK_MS,
        timers,
        () => this.#lookAfter(),
        (error) => complain(error, "looking after who waits"),
      ),
    );
  }

  /** Seconds of a pause that runs for this player; 0 for none. */
  async pausedFor(playerId: string): Promise<number> {
    const { store, nowMs } = this.#options;
    return secondsLeft(await store.pauseOf(playerId), nowMs());
  }

  /** Into the line. Whoever waited elsewhere as the same player is out of it. */
  async enter(wanted: NewTicket, port: WaiterPort): Promise<void> {
    const { store, processId, nowMs } = this.#options;
    const before = this.#waiters.get(wanted.playerId);
    if (before !== undefined) await this.leave(wanted.playerId, before.port);
    before?.port.replaced();
    const ticket = { ...wanted, ticketId: randomUUID(), processId, sinceMs: nowMs(), roundTripMs: null };
    const waiter: Waiter = { ticket, port, asked: null, askedUntilMs: 0 };
    this.#waiters.set(ticket.playerId, waiter);
    await store.live(processId, LOOK_MS * 3);
    const elsewhere = await this.#stand(waiter);
    if (elsewhere !== null)
      this.#options.wire.tell({ kind: "replaced", playerId: ticket.playerId, ticketId: elsewhere.ticketId });
    this.#show(waiter);
    await this.#round();
  }

  /** Out of the line; who is asked at this moment lets somebody down. */
  async leave(playerId: string, port: WaiterPort): Promise<void> {
    const waiter = this.#waiters.get(playerId);
    if (waiter?.port !== port) return;
    this.#waiters.delete(playerId);
    if (waiter.asked === null) return this.#options.store.leave(playerId, waiter.ticket.ticketId);
    await this.#refuse(waiter.asked, playerId);
    await this.#givePause(playerId);
  }

  async accept(playerId: string): Promise<void> {
    const { store, wire } = this.#options;
    const id = this.#waiters.get(playerId)?.asked ?? null;
    if (id === null) return;
    const proposal = await store.accept(id, playerId);
    if (proposal === null) return;
    wire.tell({ kind: "accepted", id, count: proposal.accepted.length });
    if (proposal.accepted.length === proposal.tickets.length) await this.#settle(id);
  }

  async decline(playerId: string): Promise<void> {
    const id = this.#waiters.get(playerId)?.asked ?? null;
    if (id !== null) await this.#refuse(id, playerId);
  }

  /** Whom they avoid has changed, or how long their line is. */
  async change(playerId: string, change: Partial<Pick<StoredTicket, "avoids" | "roundTripMs">>): Promise<void> {
    const waiter = this.#waiters.get(playerId);
    if (waiter === undefined) return;
    waiter.ticket = { ...waiter.ticket, ...change };
    if (waiter.asked === null) await this.#options.store.change(waiter.ticket);
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
      const line = await makePairs(store, nowMs(), (proposal) => wire.tell(newsOf(proposal)));
      if (JSON.stringify(line) !== JSON.stringify(this.#line)) wire.tell({ kind: "line", ...line });
    } finally {
      this.#isPairing = false;
    }
  }

  #hear(news: QueueNews): void {
    switch (news.kind) {
      case "proposed":
        for (const { playerId } of news.players) this.#ask(playerId, news);
        return;
      case "accepted":
        for (const { asked, port } of this.#waiters.values()) if (asked === news.id) port.answered(news.count);
        return;
      case "settled":
        for (const waiter of this.#waiters.values()) if (waiter.asked === news.id) this.#conclude(waiter, news);
        return;
      case "replaced":
        return this.#replace(news);
      case "line":
        this.#line = news;
        for (const waiter of this.#waiters.values()) if (waiter.asked === null) this.#show(waiter);
    }
  }

  #ask(playerId: string, { id, untilMs, players }: Extract<QueueNews, { kind: "proposed" }>): void {
    const waiter = this.#waiters.get(playerId);
    const opponent = players.find((other) => other.playerId !== playerId);
    if (waiter === undefined || opponent === undefined || waiter.asked === id) return;
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
      if (!this.#isClosed) this.#attempt("ending a proposal", () => this.#settle(id));
    });
  }

  /** Ends a proposal, if nobody else has: a table when both have accepted, otherwise those are to blame who have not. */
  async #settle(id: string): Promise<void> {
    const proposal = await this.#options.store.settle(id);
    if (proposal === null) return;
    const ids = proposal.tickets.map(({ playerId }) => playerId);
    const refused = ids.filter((one) => !proposal.accepted.includes(one));
    const roomId = refused.length === 0 ? await this.#seat(proposal) : null;
    this.#options.wire.tell({ kind: "settled", id, roomId, refused, declined: false });
  }

  async #refuse(id: string, playerId: string): Promise<void> {
    const { store, wire } = this.#options;
    if ((await store.settle(id)) === null) return;
    wire.tell({ kind: "settled", id, roomId: null, refused: [playerId], declined: true });
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
      return null;
    }
  }

  #conclude(waiter: Waiter, { roomId, refused, declined }: Extract<QueueNews, { kind: "settled" }>): void {
    const { playerId } = waiter.ticket;
    if (roomId !== null) {
      this.#waiters.delete(playerId);
      waiter.port.paired(roomId);
    } else if (refused.includes(playerId)) {
      this.#waiters.delete(playerId);
      this.#attempt("giving a pause", async () => {
        const seconds = await this.#givePause(playerId);
        waiter.port.paused({ seconds, because: declined ? "declined" : "missed" });
      });
    } else {
      waiter.port.unpaired();
      this.#attempt("waiting again", () => this.#enterAgain(waiter));
    }
  }

  async #givePause(playerId: string): Promise<number> {
    const { store, nowMs } = this.#options;
    const record: PauseRecord = nextPause(await store.pauseOf(playerId), nowMs());
    await store.keepPause(playerId, record);
    return secondsLeft(record, nowMs());
  }

  /** As long in line as before. */
  async #enterAgain(waiter: Waiter): Promise<void> {
    waiter.asked = null;
    waiter.ticket = { ...waiter.ticket, ticketId: randomUUID() };
    await this.#stand(waiter);
    this.#show(waiter);
  }

  /** Puts the ticket into the line, and takes it out again where they have left meanwhile. */
  async #stand(waiter: Waiter): Promise<StoredTicket | null> {
    const { store } = this.#options;
    const { playerId, ticketId } = waiter.ticket;
    const before = await store.enter(waiter.ticket);
    if (this.#waiters.get(playerId) !== waiter) await store.leave(playerId, ticketId);
    return before;
  }

  #replace({ playerId, ticketId }: Extract<QueueNews, { kind: "replaced" }>): void {
    const waiter = this.#waiters.get(playerId);
    if (waiter?.ticket.ticketId !== ticketId) return;
    this.#waiters.delete(playerId);
    waiter.port.replaced();
  }

  #show({ ticket, port }: Waiter): void {
    const key = queueKey(ticket);
    const waitMs = this.#line.waitsMs[key] ?? null;
    port.waiting({
      people: Math.max(1, this.#line.people[key] ?? 0),
      expectedSeconds: waitMs === null ? null : Math.ceil(waitMs / 1000),
    });
  }

  // -- what may have got lost --------------------------------------------------------------------------------

  async #lookAfter(): Promise<void> {
    const { store, processId, nowMs } = this.#options;
    await store.live(processId, LOOK_MS * 3);
    const before = [...this.#waiters.values()];
    const line = await store.waiting();
    const standing = new Set(line.map(({ ticketId }) => ticketId));
    for (const ticket of line) if (this.#isGhost(ticket)) await store.leave(ticket.playerId, ticket.ticketId);
    const asked = await store.proposals();
    for (const waiter of before) {
      const { ticket } = waiter;
      if (this.#waiters.get(ticket.playerId) !== waiter || standing.has(ticket.ticketId)) continue;
      const mine = asked.find(({ tickets }) => tickets.some(({ ticketId }) => ticketId === ticket.ticketId));
      if (mine !== undefined) this.#ask(ticket.playerId, newsOf(mine));
      else if (waiter.asked === null || nowMs() > waiter.askedUntilMs + LOOK_MS) await this.#enterAgain(waiter);
    }
  }

  /** Of this process, and of nobody who is here. */
  #isGhost({ playerId, ticketId, processId }: StoredTicket): boolean {
    return processId === this.#options.processId && this.#waiters.get(playerId)?.ticket.ticketId !== ticketId;
  }

  #attempt(what: string, act: () => Promise<void>): void {
    act().catch((error: unknown) => this.#options.complain(error, what));
  }
}

function newsOf({ id, untilMs, tickets }: Proposal): Extract<QueueNews, { kind: "proposed" }> {
  const [one, other] = tickets;
  return { kind: "proposed", id, untilMs, players: [one, other] };
}
