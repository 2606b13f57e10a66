// Writes down when players left, a moment later and many at a time, as hundreds leave at once when a process ends. What the
// database does not take now is kept and retried; until it is written, it is read from here.

import type { Logger } from "pino";
import type { LastSeen } from "../../db/repositories/last-seen.ts";
import type { Timers } from "../platform/timers.ts";

const GATHER_MS = 200;
const RETRY_MS = 5_000;
/** Of one statement. */
const MAX_AT_ONCE = 500;

export interface LeftKeeper {
  note(playerId: string, at: Date): void;
  /** When each of the ids that exist was last here. */
  read(ids: readonly string[]): Promise<Map<string, Date>>;
  /** Writes what is left, if the database takes it. */
  close(): Promise<void>;
}

export interface LeftKeeperOptions {
  readonly lastSeen: LastSeen;
  readonly timers: Timers;
  readonly log: Logger;
}

export function createLeftKeeper({ lastSeen, timers, log }: LeftKeeperOptions): LeftKeeper {
  const unwritten = new Map<string, Date>();
  let cancel: (() => void) | null = null;

  function flushIn(ms: number): void {
    cancel ??= timers.after(ms, () => {
      cancel = null;
      void flush();
    });
  }

  async function flush(): Promise<void> {
    const batch = [...unwritten].slice(0, MAX_AT_ONCE);
    try {
      await lastSeen.write(batch);
    } catch (error) {
      log.warn({ err: error, players: unwritten.size }, "who has left is not written down yet");
      flushIn(RETRY_MS);
      return;
    }
    for (const [playerId, at] of batch) if (unwritten.get(playerId) === at) unwritten.delete(playerId);
    if (unwritten.size > 0) flushIn(GATHER_MS);
  }

  return {
    note(playerId, at) {
      unwritten.set(playerId, at);
      flushIn(GATHER_MS);
    },
    async read(ids) {
      // Read first: what is written meanwhile is no longer here and may not have been there yet.
      const here = ids.flatMap((id) => (unwritten.has(id) ? [[id, unwritten.get(id)!] as const] : []));
      const dates = await lastSeen.read(ids);
      for (const [id, at] of here) dates.set(id, at);
      return dates;
    },
    async close() {
      cancel?.();
      // A timer that is set while this waits finds nothing left to do.
      cancel = () => {};
      for (let tries = Math.ceil(unwritten.size / MAX_AT_ONCE); tries > 0; tries--) await flush();
    },
  };
}
