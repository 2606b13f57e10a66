// Which rooms there are, and what they are handed. How matches work: rooms/match/; the queue: rooms/matchmaking/.

import { matchMaker, type Server } from "@colyseus/core";
import type { Rules } from "../pong/rules.ts";
import type { RoomDependencies } from "../rooms/dependencies.ts";
import { createMatchRoom } from "../rooms/match/match-room.ts";
import { createQueueRoom } from "../rooms/matchmaking/queue-room.ts";
import { createAlarms } from "../rooms/alarms.ts";
import { MATCH_ROOM, QUEUE_ROOM } from "../schema/rooms.ts";
import type { CreateTable } from "./http/tables.ts";

/** A client may join what is there, and come back; making rooms is ours. */
const METHODS_FOR_CLIENTS = ["join", "joinById"];

export function limitMatchmaking(): void {
  matchMaker.controller.exposedMethods = METHODS_FOR_CLIENTS;
}

export const createTable: CreateTable = async (order) => {
  const room = await matchMaker.createRoom(MATCH_ROOM, order);
  return room.roomId;
};

/**
 * After the port is open. Answers how to stop what moves the rooms.
 * @param rules what is played when two who don't know each other meet
 */
export async function startRooms(
  server: Server,
  given: Omit<RoomDependencies, "alarms">,
  rules: Rules,
): Promise<() => void> {
  const alarms = createAlarms(
    () => given.clock.now(),
    (error) => {
      given.log.error({ err: error }, "a bug in what an alarm wakes");
    },
  );
  const dependencies = { ...given, alarms };
  server.define(MATCH_ROOM, createMatchRoom(dependencies));
  server.define(QUEUE_ROOM, createQueueRoom({ ...dependencies, createTable, rules }));
  await matchMaker.createRoom(QUEUE_ROOM, {});
  return () => {
    alarms.stop();
  };
}
