// What Colyseus needs so that the rooms of all processes are found from each: a table is joined by its id from anywhere.
//
// The rooms that everybody joins by name (the queue, the people room) exist in each process, and all of them get the same over the
// bus, so a page joins that of the process it talks to: one that has just died is not asked.

import { type IRoomCache, type MatchMakerDriver, type Presence, type SortOptions, matchMaker } from "@colyseus/core";
import { RedisDriver } from "@colyseus/redis-driver";
import { RedisPresence } from "@colyseus/redis-presence";
import type { RedisClients } from "../platform/redis.ts";

export interface SharedRooms {
  readonly presence?: Presence;
  readonly driver?: MatchMakerDriver;
  readonly publicAddress?: string;
  readonly selectProcessIdToCreateRoom?: () => Promise<string>;
}

/**
 * Undefined for a single process.
 * @param publicAddress where a client reaches this very process, without a scheme
 */
export function sharedRooms(
  { publicAddress }: { readonly publicAddress: string | null },
  redis: RedisClients | null,
): SharedRooms {
  if (redis === null) return {};
  return {
    presence: new RedisPresence(redis.commands.duplicate({ lazyConnect: false })),
    driver: new NearbyDriver(redis.commands.duplicate({ lazyConnect: false })),
    // The player is already connected to this process, so it is the proxy that spreads the tables.
    selectProcessIdToCreateRoom: async () => matchMaker.processId,
    ...(publicAddress === null ? {} : { publicAddress }),
  };
}

class NearbyDriver extends RedisDriver {
  override findOne(conditions: Partial<IRoomCache>, sortOptions?: SortOptions): Promise<IRoomCache> {
    const isByName = conditions.roomId === undefined;
    const { processId } = matchMaker;
    return super.findOne(isByName ? { ...conditions, processId } : conditions, sortOptions);
  }
}
