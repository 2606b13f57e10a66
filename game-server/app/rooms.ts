// Which rooms there are, and what they are handed. How matches work: rooms/match/; the queue: rooms/matchmaking/; who is
// here: rooms/people/, rooms/lobby/.

import { matchMaker, type Room, type Server } from "@colyseus/core";
import type { PeopleDirectory } from "../../rooms/dependencies.ts";
import type { LobbyDependencies } from "../../rooms/lobby/lobby-dependencies.ts";
import { createLobbyRoom } from "../../rooms/lobby/lobby-room.ts";
import { createMatchRoom } from "../../rooms/match/match-room.ts";
import { type QueueDependencies, createQueueRoom } from "../../rooms/matchmaking/queue-room.ts";
import { createPeopleRoom } from "../../rooms/people/people-room.ts";
import { createSpectateRoom } from "../../rooms/spectate/spectate-room.ts";
import { SPECTATE_ROOM } from "../../schema/spectating.ts";
import { createWakeTimers } from "../../rooms/wake-timers.ts";
import { LOBBY_ROOM } from "../../schema/lobby.ts";
import { MATCH_ROOM, PEOPLE_ROOM, QUEUE_ROOM } from "../../schema/rooms.ts";
import type { EventsSince } from "../../rooms/spectate/match-events.ts";
import type { CreateTable } from "../match/serve-tables.ts";
import type { EventsOf } from "../spectate/match-streams.ts";

/** A client may join what is there, and come back; making rooms is ours. */
const METHODS_FOR_CLIENTS = ["join", "joinById"];

export function limitMatchmaking(): void {
  matchMaker.controller.exposedMethods = METHODS_FOR_CLIENTS;
}

export const createTable: CreateTable = async (order) => {
  const room = await matchMaker.createRoom(MATCH_ROOM, order);
  return room.roomId;
};

async function openSpectateRoom(tableId: string): Promise<string> {
  const room = await matchMaker.createRoom(SPECTATE_ROOM, { tableId });
  return room.roomId;
}

/** Of a table in any process; null where there is nothing to watch. */
export async function spectateRoomOf(roomId: string): Promise<string | null> {
  const [room] = await matchMaker.query({ roomId, name: MATCH_ROOM });
  if (room === undefined) return null;
  // It may end while it is asked.
  return matchMaker.remoteRoomCall<SpectatedRoom, "openSpectating">(roomId, "openSpectating", []).catch(() => null);
}

/** Of a table in any process. */
export const matchEventsOf: EventsOf = (roomId, matchId, from) =>
  // It may end while it is asked.
  matchMaker.remoteRoomCall<SpectatedRoom, "matchEvents">(roomId, "matchEvents", [matchId, from]).catch(() => null);

/** What a match room answers to other processes. */
type SpectatedRoom = Room & {
  openSpectating(): Promise<string | null>;
  matchEvents(matchId: string, from: number): EventsSince | null;
};

/** After the port is open. Answers how to stop what moves the rooms. */
export async function startRooms(
  server: Server,
  given: Omit<LobbyDependencies & QueueDependencies, "wakeTimers" | "openSpectateRoom" | "matchLocks"> & {
    readonly people: PeopleDirectory;
  },
): Promise<() => void> {
  const wakeTimers = createWakeTimers(
    () => given.clock.now(),
    (error) => {
      given.log.error({ err: error }, "a bug in what a wake timer calls");
    },
  );
  const dependencies = { ...given, wakeTimers, openSpectateRoom, matchLocks: given.matchmaker };
  server.define(MATCH_ROOM, createMatchRoom(dependencies));
  server.define(QUEUE_ROOM, createQueueRoom(dependencies));
  server.define(PEOPLE_ROOM, createPeopleRoom(dependencies));
  server.define(SPECTATE_ROOM, createSpectateRoom(dependencies));
  server.define(LOBBY_ROOM, createLobbyRoom(dependencies));
  await matchMaker.createRoom(QUEUE_ROOM, {});
  await matchMaker.createRoom(PEOPLE_ROOM, {});
  await matchMaker.createRoom(LOBBY_ROOM, {});
  return () => wakeTimers.stop();
}
