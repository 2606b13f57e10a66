// Who is in the other processes. Each sends the others its changes, numbered, and a heartbeat once a second.
// A process that notificationEvents a gap asks for everything; one that has been silent for some seconds is dead, and so are the
// connections it had. Nothing is stored, so a Redis that was away or emptied does no lasting harm.

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { STATUSES, type Status } from "../../contract/people.ts";
import type { Bus, Channel } from "../platform/bus.ts";
import type { Timers } from "../platform/timers.ts";

const ALIVE_EVERY_MS = 1_000;
/** A process that has been silent for this long is dead. */
const DEAD_AFTER_MS = 10_000;
/** One that shut down cleanly: its players come back elsewhere meanwhile. */
const FAREWELL_MS = 3_000;
/** How long an answer may take. */
const ASK_AGAIN_MS = 2_000;

const StatusName = z.enum(STATUSES);
const from = z.string();
/** How many changes the sender has announced. */
const seq = z.number().int().nonnegative();

const Message = z.discriminatedUnion("kind", [
  /** Asks one process, or all, for everything. */
  z.object({ kind: z.literal("ask"), from, to: z.string().nullable() }),
  z.object({ kind: z.literal("all"), from, seq, players: z.array(z.tuple([z.string(), StatusName])) }),
  z.object({ kind: z.literal("change"), from, seq, playerId: z.string(), status: StatusName }),
  z.object({ kind: z.literal("alive"), from, seq }),
  z.object({ kind: z.literal("bye"), from }),
]);
type Message = z.infer<typeof Message>;

const PRESENCE: Channel<Message> = { name: "presence", message: Message };

interface Peer {
  readonly statuses: Map<string, Status>;
  seq: number;
  deadMs: number;
  askedMs: number;
}

export interface Peers {
  /** Asks who is there, and sends heartbeats from now on. */
  start(): void;
  /** The highest that any other process reports. */
  statusOf(playerId: string): Status;
  /** Tells the others. */
  tell(playerId: string, status: Status): void;
  close(): void;
}

export interface PeersOptions {
  readonly bus: Bus;
  readonly timers: Timers;
  /** Of everybody in this process. */
  readonly statusesHere: () => [playerId: string, status: Status][];
  /** A player's status elsewhere may have changed. @param isOrphan because their process has died */
  readonly changed: (playerId: string, isOrphan: boolean) => void;
}

export function createPeers(options: PeersOptions): Peers {
  const peers = new PeerTable(options);
  return {
    start: () => peers.start(),
    statusOf: (playerId) => peers.statusOf(playerId),
    tell: (playerId, status) => peers.tell(playerId, status),
    close: () => peers.close(),
  };
}

class PeerTable {
  readonly #id = randomUUID();
  readonly #options: PeersOptions;
  readonly #peers = new Map<string, Peer>();
  readonly #unsubscribe: () => void;
  #cancel: () => void = () => {};
  #seq = 0;

  constructor(options: PeersOptions) {
    this.#options = options;
    this.#unsubscribe = options.bus.subscribe(PRESENCE, (message) => {
      if (message.from !== this.#id) this.#hear(message);
    });
  }

  start(): void {
    this.#say({ kind: "ask", from: this.#id, to: null });
    this.#beat();
  }

  statusOf(playerId: string): Status {
    let status: Status = "offline";
    for (const { statuses } of this.#peers.values()) status = higher(status, statuses.get(playerId) ?? "offline");
    return status;
  }

  tell(playerId: string, status: Status): void {
    this.#say({ kind: "change", from: this.#id, seq: ++this.#seq, playerId, status });
  }

  close(): void {
    this.#cancel();
    this.#say({ kind: "bye", from: this.#id });
    this.#unsubscribe();
  }

  #say(message: Message): void {
    this.#options.bus.publish(PRESENCE, message);
  }

  #beat(): void {
    this.#say({ kind: "alive", from: this.#id, seq: this.#seq });
    const nowMs = this.#options.timers.now();
    for (const [id, peer] of this.#peers) if (nowMs >= peer.deadMs) this.#bury(id, peer);
    this.#cancel = this.#options.timers.after(ALIVE_EVERY_MS, () => this.#beat());
  }

  #bury(id: string, { statuses }: Peer): void {
    this.#peers.delete(id);
    for (const playerId of statuses.keys()) this.#options.changed(playerId, true);
  }

  #hear(message: Message): void {
    const nowMs = this.#options.timers.now();
    if (message.kind === "ask") {
      if (message.to === null || message.to === this.#id) this.#sayAll();
      return;
    }
    const peer = this.#peerOf(message.from, nowMs);
    peer.deadMs = nowMs + (message.kind === "bye" ? FAREWELL_MS : DEAD_AFTER_MS);
    if (message.kind === "all") this.#replace(peer, message.players, message.seq);
    else if (message.kind === "change") this.#change(peer, message);
    if (message.kind === "change" || message.kind === "alive") this.#askIfMissed(message.from, peer, message.seq);
  }

  #sayAll(): void {
    this.#say({ kind: "all", from: this.#id, seq: this.#seq, players: this.#options.statusesHere() });
  }

  #peerOf(id: string, nowMs: number): Peer {
    let peer = this.#peers.get(id);
    if (peer === undefined) {
      peer = { statuses: new Map(), seq: -1, deadMs: nowMs + DEAD_AFTER_MS, askedMs: -Infinity };
      this.#peers.set(id, peer);
    }
    return peer;
  }

  #replace(peer: Peer, players: readonly (readonly [string, Status])[], told: number): void {
    const concerned = new Set([...peer.statuses.keys(), ...players.map(([playerId]) => playerId)]);
    peer.statuses.clear();
    for (const [playerId, status] of players) peer.statuses.set(playerId, status);
    peer.seq = told;
    for (const playerId of concerned) this.#options.changed(playerId, false);
  }

  #change(peer: Peer, message: Extract<Message, { kind: "change" }>): void {
    // A change that was missed in between is recovered by asking.
    if (message.seq === peer.seq + 1) peer.seq++;
    if (message.status === "offline") peer.statuses.delete(message.playerId);
    else peer.statuses.set(message.playerId, message.status);
    this.#options.changed(message.playerId, false);
  }

  #askIfMissed(id: string, peer: Peer, told: number): void {
    const nowMs = this.#options.timers.now();
    if (told === peer.seq || nowMs - peer.askedMs < ASK_AGAIN_MS) return;
    peer.askedMs = nowMs;
    this.#say({ kind: "ask", from: this.#id, to: id });
  }
}

/** Of two statuses of one player, what others see. */
export function higher(one: Status, other: Status): Status {
  return STATUSES.indexOf(one) > STATUSES.indexOf(other) ? one : other;
}
