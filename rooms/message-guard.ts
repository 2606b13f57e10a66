// Checks every message before Colyseus reads it. Colyseus answers, decodes and logs without limit what none of our clients
// sends (its pings, its requests, its inputs, packed payloads, names that are no text), and a socket that is being closed may
// go on talking for half a minute.

import { type Client, ClientState, type Room, type RoomException } from "@colyseus/core";
import type { Logger } from "pino";
import { CloseCode } from "../schema/rooms.ts";

/** First bytes of the frames that our clients send (@colyseus/shared-types, Protocol). */
const JOIN = 10;
const LEAVE = 12;
const NAMED = 13;
const BYTES = 17;
/** A name of up to 31 letters begins with its length in these bits. */
const SHORT_NAME = 0xa0;

/** How long a client that was signed out has to answer the close frame. */
const SIGN_OUT_MS = 300;

/** The room's message handler; Colyseus binds it to each socket that joins. */
const RECEIVE = "_onMessage";
interface Receiver {
  [RECEIVE](client: Client, frame: Uint8Array): void;
}

/** Bytes of one type, sent so often that each step on their way counts. */
export interface HotMessage {
  /** Below 128. */
  readonly type: number;
  receive(client: Client, bytes: Uint8Array): void;
}

export class MessageGuard {
  readonly #room: Room;
  readonly #log: Logger;
  readonly #dismissed = new WeakSet<Client>();

  /**
   * Put it before a room's messages in onCreate.
   * @param hot takes the bytes of one type past Colyseus, which would look them up by a text made of their number
   */
  constructor(room: Room, log: Logger, hot?: HotMessage) {
    this.#room = room;
    this.#log = log;
    const receiver = room as unknown as Receiver;
    const receive = receiver[RECEIVE].bind(room);
    receiver[RECEIVE] = (client, frame) => {
      if (this.#dismissed.has(client)) return;
      if (hot !== undefined && frame[0] === BYTES && frame[1] === hot.type) this.#receiveHot(hot, client, frame);
      else if (isExpected(frame, client.state === ClientState.JOINING)) receive(client, frame);
      else this.dismiss(client);
    };
  }

  /** An exception is one of our bugs, and the room lives on, as with every other message. */
  #receiveHot(hot: HotMessage, client: Client, frame: Uint8Array): void {
    if (client.state === ClientState.LEAVING) return;
    try {
      hot.receive(client, frame.subarray(2));
    } catch (error) {
      this.#room.onUncaughtException?.(error as RoomException, "onMessage");
    }
  }

  /** Disconnects a client for what it sent, and ignores anything further from it. */
  dismiss(client: Client): void {
    if (this.#dismissed.has(client)) return;
    const { id } = client.auth as { id: string };
    this.#log.info({ room: this.#room.roomId, player: id }, "sent away: nobody plays like this");
    this.#end(client, "flood");
  }

  /** Ends the connection of somebody who was signed out; if they don't close it, it is cut. */
  signOut(client: Client): void {
    if (this.#dismissed.has(client)) return;
    this.#end(client, "signedOut");
    const socket = client.ref as unknown as { terminate(): void };
    const timer = setTimeout(() => socket.terminate(), SIGN_OUT_MS);
    client.ref.once("close", () => clearTimeout(timer));
  }

  #end(client: Client, why: "flood" | "signedOut"): void {
    this.#dismissed.add(client);
    client.leave(CloseCode[why], why);
  }
}

/** Whether one of our clients may send this. @param isJoining it has not confirmed its join yet */
function isExpected(frame: Uint8Array, isJoining: boolean): boolean {
  switch (frame[0]) {
    case JOIN:
      return isJoining && frame.length === 1;
    case LEAVE:
      return frame.length === 1;
    case NAMED:
      return isName(frame.subarray(1));
    case BYTES:
      return frame.length > 1 && frame[1]! < 128;
    default:
      return false;
  }
}

/** A short name of letters, and no payload. */
function isName(bytes: Uint8Array): boolean {
  if (bytes.length < 2 || bytes[0] !== SHORT_NAME + bytes.length - 1 || bytes.length > 32) return false;
  return bytes.subarray(1).every((byte) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}
