// Joining rooms over Colyseus: one place for how, and for distinguishing a refusal from a connection that is down.

import { Client, type Room } from "@colyseus/sdk";
import { RULES_VERSION } from "../pong/rules.ts";
import { type JoinOptions, PROTOCOL_VERSION, REFUSALS, type Refusal } from "../schema/rooms.ts";

/** Colyseus' code for a room that is not there (ErrorCode.MATCHMAKE_INVALID_ROOM_ID); and for one that is crowded, which passes. */
const NO_SUCH_ROOM = 522;
const CROWDED = /locked/u;

const OPTIONS: JoinOptions = { protocol: PROTOCOL_VERSION, rules: RULES_VERSION };

export interface ServerAddress {
  /** http(s) address of the server. */
  readonly url: string;
  /** Where no browser adds them: the session cookie, the Origin. */
  readonly headers?: Record<string, string>;
}

/**
 * A Colyseus client that joins by id or by name. Handlers are attached before the room's first message can come.
 * @param attach puts them on
 */
export class Joiner extends Client {
  readonly #attach: (room: Room) => void;

  constructor(address: ServerAddress, attach: (room: Room) => void) {
    super(address.url, address.headers === undefined ? {} : { headers: address.headers });
    this.#attach = attach;
  }

  protected override createRoom<T>(...parameters: Parameters<Client["createRoom"]>) {
    const room = super.createRoom<T>(...(parameters as [string]));
    // Reconnecting is our own: a seat belongs to a player, not to a connection (open-match.ts).
    room.reconnection.enabled = false;
    closeQuietly(room);
    this.#attach(room);
    return room;
  }

  enterById(roomId: string): Promise<Room> {
    return this.joinById(roomId, OPTIONS);
  }

  /** @param options of this room, beside those of every room */
  enterByName(name: string, options: object = {}): Promise<Room> {
    return this.join(name, { ...options, ...OPTIONS });
  }
}

/**
 * The server says why before it closes the connection of somebody it refuses. Colyseus would print that as an error when the connection
 * closes; here the join fails with it.
 */
function closeQuietly(room: Room): void {
  // Not `once`: removing it during the event would skip the next listener, the join itself.
  room.onError(() => {
    const { connection, joinedAtTime } = room as unknown as { connection: Room["connection"]; joinedAtTime: number };
    // In the room by then: a later close has to be noticed.
    if (joinedAtTime !== 0) return;
    delete connection.events.onclose;
    connection.close();
  });
}

/** Why a join failed, when that is final; null when trying again may help. */
export function refusalIn(error: unknown): Refusal | null {
  const { message, code } = error as { message?: unknown; code?: unknown };
  const named = REFUSALS.find((refusal) => refusal === message);
  if (named !== undefined) return named;
  return code === NO_SUCH_ROOM && !CROWDED.test(String(message)) ? "gone" : null;
}

/** Leaves, if it is joined. Never rejects. */
export async function leaveRoom(room: Room | null | undefined): Promise<void> {
  if (room?.connection.isOpen === true) await room.leave(true).catch(() => undefined);
}
