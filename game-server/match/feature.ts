// Tables: the room that a match is played in, and how one is set up.

import { matchMaker } from "@colyseus/core";
import type { Stores } from "../../db/stores.ts";
import { createMatchRoom } from "../../rooms/match/match-room.ts";
import { MATCH_ROOM } from "../../schema/rooms.ts";
import type { Feature } from "../http/feature.ts";
import type { Platform } from "../platform/platform.ts";
import { type CreateTable, serveTables } from "./serve-tables.ts";

export type { CreateTable } from "./serve-tables.ts";

export interface MatchFeature extends Feature {
  readonly createTable: CreateTable;
}

export function createMatch({ settings }: Platform, { ratings }: Stores): MatchFeature {
  const createTable: CreateTable = async (order) => {
    const room = await matchMaker.createRoom(MATCH_ROOM, order);
    return room.roomId;
  };
  return {
    createTable,
    routes: (api) => serveTables(api, { ratings, createTable, tablesPerMinute: settings.guestsPerMinute }),
    rooms: (dependencies) => [{ name: MATCH_ROOM, room: createMatchRoom(dependencies), isAlwaysOpen: false }],
  };
}
