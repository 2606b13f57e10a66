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
import { PEOPLE_ROOM } from "../schema/rooms.ts";
import type { Clock } from "./clock.ts";
import type { ServerAddress } from "./connect.ts";
import { LastingRoom } from "./lasting-room.ts";

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
  readonly #line: LastingRoom;
  #watched: readonly string[] = [];

  constructor(options: OpenPeopleOptions) {
    this.#options = options;
    this.#line = new LastingRoom({
      ...options,
      enter: (joiner) => joiner.enterByName(PEOPLE_ROOM),
      attach: (room) => this.#attach(room),
      onEnter: (room, isBack) => this.#enter(room, isBack),
      onClosed: (because) => options.onClosed(because),
    });
  }

  watch(ids: readonly string[]): void {
    // Looked at before it is kept.
    const messages = encodeWatch(ids);
    this.#watched = [...ids];
    const { room } = this.#line;
    if (room !== null) this.#send(room, messages);
  }

  close(): void {
    this.#line.close();
  }

  #attach(room: Room): void {
    room.onMessage(PEOPLE, (people: People) => this.#tell(() => this.#options.onPeople(people)));
    room.onMessage(FRIENDS_CHANGED, () => this.#tell(() => this.#options.onFriendsChanged()));
    room.onMessage(NOTICES_CHANGED, () => this.#tell(() => this.#options.onNoticesChanged?.()));
  }

  #enter(room: Room, isBack: boolean): void {
    if (this.#watched.length > 0) this.#send(room, encodeWatch(this.#watched));
    if (!isBack) return;
    this.#options.onFriendsChanged();
    this.#options.onNoticesChanged?.();
  }

  #tell(act: () => void): void {
    if (!this.#line.isClosed) act();
  }

  #send(room: Room, messages: readonly Uint8Array[]): void {
    if (room.connection.isOpen) for (const bytes of messages) room.sendBytes(WATCH, bytes);
  }
}
