// Which rooms there are, and what they are handed. How matches work: rooms/match/; the queue: rooms/matchmaking/; who is
// here: rooms/people/, rooms/lobby/.

import { matchMaker, type Room, type Server } from "@colyseus/core";
import type { PeopleWatch } from "../rooms/dependencies.ts";
import type { LobbyDependencies } from "../rooms/lobby/lobby-dependencies.ts";
import { createLobbyRoom } from "../rooms/lobby/lobby-room.ts";
import { createMatchRoom } from "../rooms/match/match-room.ts";
import { type QueueDependencies, createQueueRoom } from "../rooms/matchmaking/queue-room.ts";
import { createPeopleRoom } from "../rooms/people/people-room.ts";
import { createWatchRoom } from "../rooms/watch/watch-room.ts";
import { WATCH_ROOM } from "../schema/watching.ts";
import { createAlarms } from "../rooms/alarms.ts";
import { LOBBY_ROOM } from "../schema/lobby.ts";
import { MATCH_ROOM, PEOPLE_ROOM, QUEUE_ROOM } from "../schema/rooms.ts";
import type { EventsSince } from "../rooms/watch/match-events.ts";
import type { CreateTable } from "./http/tables.ts";
import type { EventsOf } from "./streams/match-streams.ts";

/** A client may join what is there, and come back; making rooms is ours. */
const METHODS_FOR_CLIENTS = ["join", "joinById"];

export function limitMatchmaking(): void {
  matchMaker.controller.exposedMethods = METHODS_FOR_CLIENTS;
}

export const createTable: CreateTable = async (order) => {
  const room = await matchMaker.createRoom(MATCH_ROOM, order);
  return room.roomId;
};

async function openWatchRoom(tableId: string): Promise<string> {
  const room = await matchMaker.createRoom(WATCH_ROOM, { tableId });
  return room.roomId;
}

/** Of a table in any process; null where there is nothing to watch. */
export async function watchRoomOf(roomId: string): Promise<string | null> {
  const [room] = await matchMaker.query({ roomId, name: MATCH_ROOM });
  if (room === undefined) return null;
  // It may end while it is asked.
  return matchMaker.remoteRoomCall<WatchedRoom, "openWatching">(roomId, "openWatching", []).catch(() => null);
}

/** Of a table in any process. */
export const matchEventsOf: EventsOf = (roomId, matchId, from) =>
  // It may end while it is asked.
  matchMaker.remoteRoomCall<WatchedRoom, "matchEvents">(roomId, "matchEvents", [matchId, from]).catch(() => null);

/** What a match room answers to other processes. */
type WatchedRoom = Room & {
  openWatching(): Promise<string | null>;
  matchEvents(matchId: string, from: number): EventsSince | null;
};

/** After the port is open. Answers how to stop what moves the rooms. */
export async function startRooms(
  server: Server,
  given: Omit<LobbyDependencies & QueueDependencies, "alarms" | "openWatchRoom" | "engagements"> & {
    readonly people: PeopleWatch;
  },
): Promise<() => void> {
  const alarms = createAlarms(
    () => given.clock.now(),
    (error) => {
      given.log.error({ err: error }, "a bug in what an alarm wakes");
    },
  );
  const dependencies = { ...given, alarms, openWatchRoom, engagements: given.matchmaker };
  server.define(MATCH_ROOM, createMatchRoom(dependencies));
  server.define(QUEUE_ROOM, createQueueRoom(dependencies));
  server.define(PEOPLE_ROOM, createPeopleRoom(dependencies));
  server.define(WATCH_ROOM, createWatchRoom(dependencies));
  server.define(LOBBY_ROOM, createLobbyRoom(dependencies));
  await matchMaker.createRoom(QUEUE_ROOM, {});
  await matchMaker.createRoom(PEOPLE_ROOM, {});
  await matchMaker.createRoom(LOBBY_ROOM, {});
  return () => alarms.stop();
}
