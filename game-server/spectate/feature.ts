// Watching matches: which are on, the rooms where they are watched, and their events for tools. A table may stand in any process.

import { matchMaker, type Room } from "@colyseus/core";
import type { BlockList, RoomDependencies } from "../../rooms/dependencies.ts";
import { Feeds } from "../../rooms/spectate/feeds.ts";
import type { EventsSince } from "../../rooms/spectate/match-events.ts";
import { createSpectateRoom } from "../../rooms/spectate/spectate-room.ts";
import { MATCH_ROOM } from "../../schema/rooms.ts";
import { SPECTATE_ROOM } from "../../schema/spectating.ts";
import type { Feature } from "../http/feature.ts";
import type { Platform } from "../platform/platform.ts";
import { createLiveMatches, type LiveList } from "./live-matches.ts";
import { type EventsOf, MatchStreams } from "./match-streams.ts";
import { serveEvents } from "./serve-events.ts";
import { serveLive } from "./serve-live.ts";

export type { LiveList } from "./live-matches.ts";
export { openTo } from "./serve-live.ts";

export interface SpectateFeature extends Feature, Pick<RoomDependencies, "feeds" | "openSpectateRoom"> {
  readonly live: LiveList;
}

export function createSpectate(
  { settings, bus, timers }: Platform,
  { blocks }: { readonly blocks: BlockList },
): SpectateFeature {
  const live = createLiveMatches(bus, timers);
  const streams = new MatchStreams({ eventsOf: matchEventsOf, timers });
  const options = { live, blocks, watchesPerMinute: settings.guestsPerMinute };
  return {
    live,
    feeds: new Feeds(),
    async openSpectateRoom(tableId) {
      const room = await matchMaker.createRoom(SPECTATE_ROOM, { tableId });
      return room.roomId;
    },
    routes(api) {
      serveLive(api, { ...options, spectateRoomOf });
      serveEvents(api, { ...options, streams });
    },
    rooms: (dependencies) => [{ name: SPECTATE_ROOM, room: createSpectateRoom(dependencies), isAlwaysOpen: false }],
    interrupt: () => streams.close(),
    close: () => live.close(),
  };
}

/** What a match room answers to other processes. */
type SpectatedRoom = Room & {
  openSpectating(): Promise<string | null>;
  matchEvents(matchId: string, from: number): EventsSince | null;
};

/** Null where there is nothing to watch. */
async function spectateRoomOf(roomId: string): Promise<string | null> {
  const [room] = await matchMaker.query({ roomId, name: MATCH_ROOM });
  if (room === undefined) return null;
  // It may end while it is asked.
  return matchMaker.remoteRoomCall<SpectatedRoom, "openSpectating">(roomId, "openSpectating", []).catch(() => null);
}

const matchEventsOf: EventsOf = (roomId, matchId, from) =>
  // It may end while it is asked.
  matchMaker.remoteRoomCall<SpectatedRoom, "matchEvents">(roomId, "matchEvents", [matchId, from]).catch(() => null);
