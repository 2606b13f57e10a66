// Loaded into the server that is measured (`node --import`): says when it stood still, and which time it is in a room.

import { matchMaker } from "@colyseus/core";
import { monotonicMs } from "./monotonic.ts";
import { watchStalls } from "./stalls.ts";

export type ServerQuestion = "stalls" | { readonly roomTime: string };

/** A room's time, and the system's at that moment, in ms. */
export interface RoomTime {
  readonly roomMs: number;
  readonly atMs: number;
}

if (process.send !== undefined) {
  const stalls = watchStalls();
  process.on("message", (question: ServerQuestion) => {
    process.send?.(question === "stalls" ? stalls : roomTime(question.roomTime));
  });
  // Being asked is no reason to stay alive.
  process.channel?.unref();
}

function roomTime(roomId: string): RoomTime | { error: string } {
  const room = matchMaker.getLocalRoomById(roomId) as unknown as { roomTimeMs(): number } | undefined;
  return room === undefined ? { error: `no room ${roomId}` } : { roomMs: room.roomTimeMs(), atMs: monotonicMs() };
}
