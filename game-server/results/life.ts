// Sends this process's heartbeats, and cuts off what dead processes have left running: those
// matches count as not played, and both players are told. See db/repositories/processes.ts.

import type { Logger } from "pino";
import type { Interrupted, Processes } from "../../db/repositories/processes.ts";
import { every } from "../../rooms/wake-timers.ts";
import type { Timers } from "../platform/timers.ts";

const RENEW_EVERY_MS = 5_000;
/** A process that has been silent for so long is dead. */
export const DEAD_AFTER_MS = 20_000;

export interface LifeOptions {
  readonly processes: Processes;
  /** Whether no other process can have this database. */
  readonly alone: boolean;
  /** Those who have something new to read. */
  readonly tell: (playerIds: readonly string[]) => void;
  readonly timers: Timers;
  readonly log: Logger;
}

export interface Life {
  /** Cuts off what this process still plays. */
  end(): Promise<void>;
}

/** Once what the last process kept has been written. */
export async function startLife({ processes, alone, tell, timers, log }: LifeOptions): Promise<Life> {
  await processes.renew();
  settle(alone ? await processes.sweepAll() : await processes.sweep(DEAD_AFTER_MS));
  /** Since when the database has taken every heartbeat: after an outage, all others look dead for a moment. */
  let steadySince = timers.now();
  const stop = every(RENEW_EVERY_MS, timers, beat, (error) => {
    steadySince = timers.now();
    log.warn({ err: error }, "the database does not hear that this process lives; it is told again");
  });

  function settle({ matches, playerIds }: Interrupted): void {
    if (matches > 0) log.warn({ interrupted: matches }, "matches were cut off when a server went down");
    if (playerIds.length > 0) tell(playerIds);
  }

  async function beat(): Promise<void> {
    await processes.renew();
    if (timers.now() - steadySince >= DEAD_AFTER_MS) settle(await processes.sweep(DEAD_AFTER_MS));
  }

  return {
    async end() {
      stop();
      try {
        settle(await processes.leave());
      } catch (error) {
        // The others, or the next start, take care of it.
        log.error({ err: error }, "matches that are cut off cannot be marked");
      }
    },
  };
}
