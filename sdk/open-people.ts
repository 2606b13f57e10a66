// Hears live who is here: of one's friends, and of whomever a page shows. Comes back by itself when the line is cut, and is told
// everything anew then.

import type { Room } from "@colyseus/sdk";
import {
  FRIENDS_CHANGED,
  NOTICES_CHANGED,
  PEOPLE,
  type People,
  WATCH,
  encodeWatch,
} from "../schema/messages/people.ts";
import { PEOPLE_ROOM, refusalOf } from "../schema/rooms.ts";
import type { Clock } from "./clock.ts";
import { Joiner, type ServerAddress, refusalIn } from "./connect.ts";
import { leaveRoom } from "./leave-room.ts";

/** Waits before each try to come back, in ms; the last one again and again. */
const TRY_AFTER_MS = [500, 1000, 2000, 5000, 10_000];

export interface OpenPeopleOptions extends ServerAddress {
  readonly clock: Clock;
  /** Somebody's status is another one now, or may be seen now, or no longer. */
  onPeople(people: People): void;
  /** Requests, friends or blocks may have changed: GET /api/friends says how. Also after every return. */
  onFriendsChanged(): void;
  /** There may be something new to read: GET /api/notifications says what. Also after every return. */
  onNoticesChanged?(): void;
  /** It stays closed: a Refusal. A line that is only down is laid again. */
  onClosed(because: string): void;
}

export interface PeopleLine {
  /** Whom to hear of besides one's friends, from now on. @throws RangeError on what is no player's id */
  watch(ids: readonly string[]): void;
  /** Nothing is called back any more. */
  close(): void;
}

export function openPeople(options: OpenPeopleOptions): PeopleLine {
  return new Line(options);
}

class Line implements PeopleLine {
  readonly #options: OpenPeopleOptions;
  #watched: readonly string[] = [];
  #room: Room | null = null;
  #isClosed = false;
  #tries = 0;
  #hasBeenIn = false;
  #cancelTry: () => void = () => {};

  constructor(options: OpenPeopleOptions) {
    this.#options = options;
    void this.#join();
  }

  watch(ids: readonly string[]): void {
    // Looked at before it is kept.
    const messages = encodeWatch(ids);
    this.#watched = [...ids];
    if (this.#room !== null) this.#send(this.#room, messages);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#cancelTry();
    void leaveRoom(this.#room);
  }

  async #join(): Promise<void> {
    try {
      const room = await new Joiner(this.#options, (joining) => this.#attach(joining)).enterByName(PEOPLE_ROOM);
      if (this.#isClosed) await leaveRoom(room);
      else this.#enter(room);
    } catch (error) {
      const refusal = refusalIn(error);
      // A server that has just started has no room for a moment.
      if (refusal === null || refusal === "gone") this.#tryAgain();
      else this.#end(refusal);
    }
  }

  #attach(room: Room): void {
    room.onMessage(PEOPLE, (people: People) => {
      if (!this.#isClosed) this.#options.onPeople(people);
    });
    room.onMessage(FRIENDS_CHANGED, () => {
      if (!this.#isClosed) this.#options.onFriendsChanged();
    });
    room.onMessage(NOTICES_CHANGED, () => {
      if (!this.#isClosed) this.#options.onNoticesChanged?.();
    });
    room.onLeave((code: number) => {
      // Until it has been in, the join itself fails.
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
    if (this.#watched.length > 0) this.#send(room, encodeWatch(this.#watched));
    if (this.#hasBeenIn) {
      this.#options.onFriendsChanged();
      this.#options.onNoticesChanged?.();
    }
    this.#hasBeenIn = true;
  }

  #send(room: Room, messages: readonly Uint8Array[]): void {
    if (room.connection.isOpen) for (const bytes of messages) room.sendBytes(WATCH, bytes);
  }

  #tryAgain(): void {
    if (this.#isClosed) return;
    const wait = TRY_AFTER_MS[Math.min(this.#tries++, TRY_AFTER_MS.length - 1)]!;
    this.#cancelTry = this.#options.clock.after(wait, () => void this.#join());
  }

  #end(because: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#options.onClosed(because);
  }
}
