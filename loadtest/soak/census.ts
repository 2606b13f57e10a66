// Loaded into a server that is soaked (`node --expose-gc --import`): counts what it holds on to, when asked over the process
// channel.

import { matchMaker } from "@colyseus/core";

export interface Census {
  /** Rooms that there are. */
  readonly rooms: number;
  /** Of the main thread, after a full collection, in MB. */
  readonly heapMb: number;
  /** Buffers outside of it, in MB. */
  readonly externalMb: number;
  /** Of the whole process, the database's thread included, in MB. */
  readonly rssMb: number;
  /** What keeps the process busy, by kind: timers, sockets, requests under way (process.getActiveResourcesInfo). */
  readonly resources: Readonly<Record<string, number>>;
}

function count(): Census {
  // Twice: what finalizers let go of in the first goes in the second.
  for (let round = 0; round < 2; round++) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  const mb = (bytes: number): number => bytes / 2 ** 20;
  return {
    rooms: matchMaker.stats.local.roomCount,
    heapMb: mb(heapUsed),
    externalMb: mb(external),
    rssMb: mb(rss),
    resources,
  };
}

if (process.send !== undefined) {
  process.on("message", () => process.send?.(count()));
  process.channel?.unref();
}
