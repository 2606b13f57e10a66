// Who is offline, online or playing. Counted by connection, so that several tabs are one person; a connection counts for a little
// longer than it lasts, so that a reload or a page change is not a departure. What other processes know:
// presence-peers.ts.

import type { Logger } from "pino";
import type { LastSeen } from "../../db/repositories/last-seen.ts";
import type { Status } from "../../contract/people.ts";
import type { Bus } from "../platform/bus.ts";
import { createLeftKeeper, type LeftKeeper } from "./last-seen-writer.ts";
import { createPeers, higher, type Peers } from "./presence-peers.ts";
import type { Timers } from "../platform/timers.ts";

/** How long a connection still counts after its end. */
const GRACE_MS = 3_000;

/** What somebody is connected to. */
export type Where = "page" | "match";

export interface Seen {
  readonly status: Status;
  /** ISO; null while they are here, and for somebody who does not exist. */
  readonly lastSeenAt: string | null;
}

export interface Presence {
  /** A connection was opened. Returns what to call when it has ended. */
  enter(playerId: string, where: Where): () => void;
  /** Of each of the ids. */
  statusesOf(ids: readonly string[]): Promise<Map<string, Seen>>;
  /** Everybody who is online or playing, in whichever process. */
  here(): Iterable<readonly [playerId: string, status: Status]>;
  /** Calls back on every change, in whichever process it happens. Returns an unsubscribe function. */
  subscribe(listener: (playerId: string, seen: Seen) => void): () => void;
  /** Everybody here is gone. */
  close(): Promise<void>;
}

export interface PresenceOptions {
  readonly bus: Bus;
  readonly lastSeen: LastSeen;
  readonly timers: Timers;
  /** Wall-clock time. */
  readonly wallClock: () => Date;
  readonly log: Logger;
}

export function createPresence(options: PresenceOptions): Presence {
  return new LivePresence(options);
}

class LivePresence implements Presence {
  readonly #options: PresenceOptions;
  readonly #here = new Map<string, Record<Where, number>>();
  /** What was last announced; without those who are offline. */
  readonly #told = new Map<string, Status>();
  /** Who was connected here since they came: then we, too, have to write down when they leave. */
  readonly #hosted = new Set<string>();
  readonly #listeners = new Set<(playerId: string, seen: Seen) => void>();
  readonly #left: LeftKeeper;
  readonly #peers: Peers;
  #isClosed = false;

  constructor(options: PresenceOptions) {
    this.#options = options;
    const { bus, timers } = options;
    this.#left = createLeftKeeper(options);
    this.#peers = createPeers({
      bus,
      timers,
      statusesHere: () => [...this.#here.keys()].map((id) => [id, this.#statusHere(id)]),
      changed: (playerId, isOrphan) => this.#settle(playerId, isOrphan),
    });
    this.#peers.start();
  }

  enter(playerId: string, where: Where): () => void {
    this.#count(playerId, where, 1);
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#options.timers.after(GRACE_MS, () => this.#count(playerId, where, -1));
    };
  }

  async statusesOf(ids: readonly string[]): Promise<Map<string, Seen>> {
    const away = ids.filter((id) => !this.#told.has(id));
    const dates = away.length === 0 ? new Map<string, Date>() : await this.#left.read(away);
    return new Map(
      ids.map((id) => {
        // Somebody may have come or gone while this was read.
        const status = this.#told.get(id) ?? "offline";
        const lastSeenAt = status === "offline" ? (dates.get(id)?.toISOString() ?? null) : null;
        return [id, { status, lastSeenAt }];
      }),
    );
  }

  here(): Iterable<readonly [playerId: string, status: Status]> {
    return this.#told;
  }

  subscribe(listener: (playerId: string, seen: Seen) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const gone = [...this.#here.keys()];
    this.#here.clear();
    this.#listeners.clear();
    for (const playerId of gone) this.#settle(playerId);
    this.#peers.close();
    await this.#left.close();
  }

  #statusHere(playerId: string): Status {
    const counts = this.#here.get(playerId);
    if (counts === undefined) return "offline";
    return counts.match > 0 ? "playing" : "online";
  }

  #count(playerId: string, where: Where, change: 1 | -1): void {
    if (this.#isClosed) return;
    this.#hosted.add(playerId);
    const before = this.#statusHere(playerId);
    const counts = this.#here.get(playerId) ?? { page: 0, match: 0 };
    counts[where] += change;
    if (counts.page + counts.match === 0) this.#here.delete(playerId);
    else this.#here.set(playerId, counts);
    const status = this.#statusHere(playerId);
    if (status === before) return;
    this.#peers.tell(playerId, status);
    this.#settle(playerId);
  }

  /** @param isOrphan their process has died and can't write it down */
  #settle(playerId: string, isOrphan = false): void {
    const status = higher(this.#statusHere(playerId), this.#peers.statusOf(playerId));
    if (status === (this.#told.get(playerId) ?? "offline")) return;
    if (status === "offline") this.#told.delete(playerId);
    else this.#told.set(playerId, status);
    const at = this.#options.wallClock();
    if (status === "offline" && (this.#hosted.delete(playerId) || isOrphan)) this.#left.note(playerId, at);
    const seen = { status, lastSeenAt: status === "offline" ? at.toISOString() : null };
    for (const listener of this.#listeners) this.#attempt(() => listener(playerId, seen));
  }

  #attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#options.log.error({ err: error }, "a bug in who watches presence");
    }
  }
}
