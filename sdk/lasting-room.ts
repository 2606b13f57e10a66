// A room that stays joined as long as a page needs it: rejoined, after ever longer waits, when the connection is lost or the
// server is away, until it is closed or the server says that it stays closed.

import { type Backoff, waitAfter } from "../contract/backoff.ts";
import type { Room } from "@colyseus/sdk";
import type { Clock } from "./ports.ts";
import { Joiner, type ServerAddress, refusalIn, leaveRoom } from "./connect.ts";
import { refusalOf } from "../schema/rooms.ts";

/** Before each try to come back, in ms. */
const RECONNECT_MS: Backoff = [500, 1000, 2000, 5000, 10_000];

/** A join that is not answered by then, as on a connection that has died silently, is given up and retried. */
const LONGEST_JOIN_MS = 8_000;

export interface LastingRoomOptions extends ServerAddress {
  readonly clock: Clock;
  readonly enter: (joiner: Joiner) => Promise<Room>;
  /** How many attempts to join or rejoin. Left out: no limit. */
  readonly mostTries?: number;
  /** A room that does not exist won't appear; otherwise a server that has just started may lack it for a moment. */
  readonly isGoneForGood?: boolean;
  /** Attaches its handlers to a room, before its first message. */
  readonly attach: (room: Room) => void;
  /** It has joined. @param isBack not for the first time */
  readonly onEnter: (room: Room, isBack: boolean) => void;
  /** It stays closed: a Refusal, or "unreachable" after `mostTries`. */
  readonly onClosed: (because: string) => void;
}

export class LastingRoom {
  readonly #options: LastingRoomOptions;
  #room: Room | null = null;
  #isClosed = false;
  #tries = 0;
  #hasBeenIn = false;
  #cancelTry: () => void = () => {};

  constructor(options: LastingRoomOptions) {
    this.#options = options;
    void this.#join();
  }

  /** Null while it is not joined. */
  get room(): Room | null {
    return this.#room;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Stops all callbacks. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#cancelTry();
    void leaveRoom(this.#room);
  }

  async #join(): Promise<void> {
    try {
      const joiner = new Joiner(this.#options, (joining) => this.#attach(joining));
      const room = await this.#inTime(this.#options.enter(joiner));
      if (this.#isClosed) await leaveRoom(room);
      else this.#enter(room);
    } catch (error) {
      const refusal = refusalIn(error);
      const isPassing = refusal === "gone" && this.#options.isGoneForGood !== true;
      if (refusal === null || isPassing) this.#tryAgain();
      else this.#end(refusal);
    }
  }

  /** @throws Error when it takes too long; a join that succeeds later is undone */
  #inTime(entering: Promise<Room>): Promise<Room> {
    return new Promise((resolve, reject) => {
      let isLate = false;
      const cancel = this.#options.clock.after(LONGEST_JOIN_MS, () => {
        isLate = true;
        reject(new Error("the join is not answered"));
      });
      entering
        .then((room) => (isLate ? leaveRoom(room) : resolve(room)))
        .catch(reject)
        .finally(cancel);
    });
  }

  #attach(room: Room): void {
    this.#options.attach(room);
    room.onLeave((code: number) => {
      // Until it has joined once, the join itself fails.
      if (this.#room !== room) return;
      this.#room = null;
      const refusal = refusalOf(code);
      if (refusal === null) this.#tryAgain();
      else this.#end(refusal);
    });
  }

  #enter(room: Room): void {
    if (!room.connection.isOpen) return this.#tryAgain();
    this.#room = room;
    this.#tries = 0;
    this.#options.onEnter(room, this.#hasBeenIn);
    this.#hasBeenIn = true;
  }

  #tryAgain(): void {
    if (this.#isClosed) return;
    if (this.#tries >= (this.#options.mostTries ?? Infinity)) return this.#end("unreachable");
    const wait = waitAfter(RECONNECT_MS, ++this.#tries);
    this.#cancelTry = this.#options.clock.after(wait, () => void this.#join());
  }

  #end(because: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#options.onClosed(because);
  }
}
