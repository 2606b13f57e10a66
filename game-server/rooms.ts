// Which rooms there are, and what they are handed. How matches work: rooms/match/; the queue: rooms/matchmaking/.

import { matchMaker, type Server } from "@colyseus/core";
import type { RoomDependencies } from "../rooms/dependencies.ts";
import type { CreateTable } from "./http/matches.ts";
import { MATCH_ROOM } from "../schema/rooms.ts";

/** A client may join what is there, and come back; making rooms is ours. */
const METHODS_FOR_CLIENTS = ["join", "joinById"];

export function limitMatchmaking(): void {
  matchMaker.controller.exposedMethods = METHODS_FOR_CLIENTS;
}

export const createTable: CreateTable = async (table) => {
  const room = await matchMaker.createRoom(MATCH_ROOM, table);
  return room.roomId;
};

/** After the port is open. */
export async function startRooms(_server: Server, _dependencies: Omit<RoomDependencies, "ticker">): Promise<void> {}
