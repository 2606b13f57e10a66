// Joins a match and plays it: what the browser, the bots and the load tests begin with. Its MatchLink goes over a Colyseus room
// and reconnects by joining again: the seat belongs to the player, so it does not matter whether it is a new socket, a reloaded
// page or another tab that comes back.

import { type Backoff, waitAfter } from "../contract/backoff.ts";
import type { Room } from "@colyseus/sdk";
import type { MatchState } from "../schema/match-state.ts";
import { Down, UP } from "../schema/messages/match.ts";
import { type ClosedReason, type MatchRequest, refusalOf } from "../schema/rooms.ts";
import type { Clock, LinkListener, MatchLink } from "./ports.ts";
import { Joiner, type ServerAddress, refusalIn, leaveRoom } from "./connect.ts";
import { readStatus } from "./read-status.ts";
import { MatchSession } from "./match-session.ts";

export interface OpenMatchOptions extends ServerAddress {
  readonly roomId: string;
  readonly clock: Clock;
}

export function openMatch(options: OpenMatchOptions): MatchSession {
  return new MatchSession(new ColyseusLink(options), options.clock);
}

/** Before each try to come back, in ms. */
const RECONNECT_MS: Backoff = [200, 500, 1000, 2000, 3000];
/** A player who was seated keeps trying for longer than the match waits. */
const GIVE_UP_AFTER_MS = 180_000;

class ColyseusLink implements MatchLink {
  readonly #address: ServerAddress;
  readonly #roomId: string;
  readonly #clock: Clock;
  #listener: LinkListener | null = null;
  #room: Room | null = null;
  /** It has let us in, and its first state is still to come. */
  #entering: Room | null = null;
  #hasBeenIn = false;
  #isClosed = false;
  #tries = 0;
  #lostAt = 0;
  #cancelTry = (): void => {};

  constructor(options: OpenMatchOptions) {
    this.#address = options;
    this.#roomId = options.roomId;
    this.#clock = options.clock;
  }

  open(listener: LinkListener): void {
    this.#listener = listener;
    void this.#join();
  }

  send(bytes: Uint8Array): void {
    if (this.#room?.connection.isOpen === true) this.#room.sendBytes(UP, bytes);
  }

  ask(request: MatchRequest): void {
    if (this.#room?.connection.isOpen === true) this.#room.send(request);
  }

  renew(): void {
    const room = this.#room;
    if (room === null) return;
    this.#abandon(room);
    this.#lose();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#cancelTry();
    const room = this.#room ?? this.#entering;
    this.#room = null;
    void leaveRoom(room);
    this.#listener?.closed("");
  }

  async #join(): Promise<void> {
    try {
      const joiner = new Joiner(this.#address, (room) => this.#attach(room));
      const room = await joiner.enterById(this.#roomId);
      if (this.#isClosed) this.#abandon(room);
      else if (this.#room !== room) this.#entering = room;
    } catch (error) {
      if (!this.#isClosed) this.#fail(error);
    }
  }

  /** Everything that arrives on one connection, from before its first message. */
  #attach(room: Room): void {
    const isCurrent = (): boolean => this.#room === room && !this.#isClosed;
    const enter = (): void => {
      if (this.#room === room || this.#isClosed) return;
      this.#room = room;
      this.#entering = null;
      this.#hasBeenIn = true;
      this.#tries = 0;
      this.#listener?.opened();
    };
    room.onStateChange((state: unknown) => {
      enter();
      if (isCurrent()) this.#listener?.status(readStatus(state as MatchState));
    });
    for (const type of Object.values(Down)) {
      room.onMessage(type, (bytes: Uint8Array) => {
        if (isCurrent()) this.#listener?.received(type, bytes);
      });
    }
    room.onMessage("*", () => {});
    room.onLeave((code: number) => {
      if (!isCurrent()) return;
      this.#room = null;
      const refusal = refusalOf(code);
      if (refusal !== null) this.#end(refusal);
      else this.#lose();
    });
  }

  #lose(): void {
    this.#lostAt = this.#clock.now();
    this.#listener?.lost();
    this.#tryAgain();
  }

  #fail(error: unknown): void {
    const refusal = refusalIn(error);
    const hasTriedEnough = !this.#hasBeenIn || this.#clock.now() - this.#lostAt > GIVE_UP_AFTER_MS;
    if (refusal !== null) this.#end(refusal);
    else if (hasTriedEnough) this.#end("unreachable");
    else this.#tryAgain();
  }

  #tryAgain(): void {
    const wait = waitAfter(RECONNECT_MS, ++this.#tries);
    this.#cancelTry = this.#clock.after(wait, () => void this.#join());
  }

  #end(because: ClosedReason): void {
    this.#isClosed = true;
    this.#listener?.closed(because);
  }

  #abandon(room: Room): void {
    this.#room = null;
    room.removeAllListeners();
    room.connection.close();
  }
}
