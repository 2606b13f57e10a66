// Ends what runs, within a time: a room that hangs must not keep the process from ending.

import type { Logger } from "pino";

/** Waits at most this long, and never throws: the rest of the shutdown has to happen in any case. */
export async function withinTime(what: string, ms: number, work: Promise<unknown>, log: Logger): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<"late">();
  const timer = setTimeout(resolve, ms, "late");
  try {
    if ((await Promise.race([work, promise])) === "late") log.warn({ what, ms }, "shutdown goes on without");
  } catch (error) {
    log.error({ err: error, what }, "shutdown goes on after a fault");
  } finally {
    clearTimeout(timer);
  }
}
