// Joins a Colyseus room over a raw socket: asks for a seat over HTTP, takes it, says that it is there.

import { takeName } from "../schema/http/guests.ts";
import type { ServerAddress } from "../sdk/connect.ts";
import { send } from "./call.ts";
import { openRawSocket, type RawSocket, type RawSocketEvents } from "./raw-socket.ts";

/** First bytes of Colyseus' frames (@colyseus/shared-types, Protocol). */
export const Frame = { join: 10, data: 13, state: 14, patch: 15, bytes: 17 } as const;

export interface LoadTarget {
  readonly port: number;
  /** The session cookie and the like. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface TakenSeat {
  readonly socket: RawSocket;
  readonly roomId: string;
}

/** The same for calls of its endpoints. */
export function serverOf({ port, headers }: LoadTarget): ServerAddress {
  return { url: `http://127.0.0.1:${port}`, headers };
}

/**
 * @param what as in Colyseus' matchmaking: `joinById/ROOM`, `joinOrCreate/NAME`
 * @param onMessage gets every frame that comes once the seat is taken
 */
export async function takeSeat(
  target: LoadTarget,
  what: string,
  options: unknown,
  onMessage: RawSocketEvents["message"],
): Promise<TakenSeat> {
  const reply = await fetch(`http://127.0.0.1:${target.port}/matchmake/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...target.headers },
    body: JSON.stringify(options),
  });
  if (!reply.ok) throw new Error(`${what}: ${reply.status} ${await reply.text()}`);
  const seat = (await reply.json()) as { sessionId: string; roomId: string; processId: string };
  const path = `/${seat.processId}/${seat.roomId}?sessionId=${seat.sessionId}`;
  const { promise: isIn, resolve: enter, reject: refuse } = Promise.withResolvers<void>();
  const socket = await openRawSocket(target.port, path, target.headers, {
    message: (payload) => (payload[0] === Frame.join ? enter() : onMessage(payload)),
    closed: (code) => refuse(new Error(`closed with ${code}`)),
  });
  await isIn;
  socket.send(Uint8Array.of(Frame.join));
  return { socket, roomId: seat.roomId };
}

/** Somebody new, as a target whose headers say who they are. */
export async function takeGuest(target: LoadTarget, name: string): Promise<LoadTarget> {
  const reply = await send(serverOf(target), takeName, { body: { name } });
  if (!reply.ok) throw new Error(`${name}: ${reply.status} ${await reply.text()}`);
  const cookie = reply.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return { port: target.port, headers: { ...target.headers, cookie } };
}
