// Opens the rooms of all features.

import { matchMaker, type Server } from "@colyseus/core";
import type { RoomDependencies } from "../../rooms/dependencies.ts";
import type { JoinContext } from "../../rooms/rally-room.ts";
import { createWakeTimers } from "../../rooms/wake-timers.ts";
import type { Feature } from "../http/feature.ts";

/** A client may join existing rooms and come back; only the server creates rooms. */
const METHODS_FOR_CLIENTS = ["join", "joinById"];

export function limitMatchmaking(): void {
  const { controller } = matchMaker;
  controller.exposedMethods = METHODS_FOR_CLIENTS;
  const invoke = controller.invokeMethod.bind(controller);
  // Who is let in depends on the room, of which Colyseus tells nothing to those who decide.
  controller.invokeMethod = (method, name, options, context) => {
    const roomId = method === "joinById" ? { roomId: name } : {};
    return invoke(method, name, options, context && (Object.assign(context, roomId) satisfies JoinContext));
  };
}

/** To be called after the port is open. Returns what stops the rooms' clocks. */
export async function startRooms(
  server: Server,
  features: readonly Feature[],
  given: Omit<RoomDependencies, "wakeTimers">,
): Promise<() => void> {
  const wakeTimers = createWakeTimers(
    () => given.clock.now(),
    (error) => {
      given.log.error({ err: error }, "a bug in what a wake timer calls");
    },
  );
  const rooms = features.flatMap((feature) => feature.rooms?.({ ...given, wakeTimers }) ?? []);
  for (const { name, room } of rooms) server.define(name, room);
  for (const { name, isAlwaysOpen } of rooms) if (isAlwaysOpen) await matchMaker.createRoom(name, {});
  return () => wakeTimers.stop();
}
