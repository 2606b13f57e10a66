// Live status of the player's friends and of everyone a page shows. Reconnects by itself, and then gets
// everything again.

import type { Room } from "@colyseus/sdk";
import {
  FRIENDS_CHANGED,
  NOTIFICATIONS_CHANGED,
  PEOPLE,
  type People,
  FOLLOW,
  encodeFollow,
} from "../schema/messages/people.ts";
import { PEOPLE_ROOM } from "../schema/rooms.ts";
import type { Clock } from "./ports.ts";
import type { ServerAddress } from "./connect.ts";
import { LastingRoom } from "./lasting-room.ts";

export interface OpenPeopleOptions extends ServerAddress {
  readonly clock: Clock;
  /** Somebody's status has changed, or has become visible or invisible. */
  onPeople(people: People): void;
  /** Requests, friends or blocks may have changed: GET /api/friends says how. Also after every return. */
  onFriendsChanged(): void;
  /** There may be something new to read: GET /api/notifications says what. Also after every return. */
  onNotificationsChanged?(): void;
  /** It stays closed: a Refusal. A lost connection is re-established. */
  onClosed(because: string): void;
}

export interface PeopleSubscription {
  /** Whom to watch besides friends, from now on. @throws RangeError on an invalid id */
  follow(ids: readonly string[]): void;
  /** Stops all callbacks. */
  close(): void;
}

export function openPeople(options: OpenPeopleOptions): PeopleSubscription {
  return new LivePeople(options);
}

class LivePeople implements PeopleSubscription {
  readonly #options: OpenPeopleOptions;
  readonly #line: LastingRoom;
  #followed: readonly string[] = [];

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

  follow(ids: readonly string[]): void {
    // Looked at before it is kept.
    const messages = encodeFollow(ids);
    this.#followed = [...ids];
    const { room } = this.#line;
    if (room !== null) this.#send(room, messages);
  }

  close(): void {
    this.#line.close();
  }

  #attach(room: Room): void {
    room.onMessage(PEOPLE, (people: People) => this.#tell(() => this.#options.onPeople(people)));
    room.onMessage(FRIENDS_CHANGED, () => this.#tell(() => this.#options.onFriendsChanged()));
    room.onMessage(NOTIFICATIONS_CHANGED, () => this.#tell(() => this.#options.onNotificationsChanged?.()));
  }

  #enter(room: Room, isBack: boolean): void {
    if (this.#followed.length > 0) this.#send(room, encodeFollow(this.#followed));
    if (!isBack) return;
    this.#options.onFriendsChanged();
    this.#options.onNotificationsChanged?.();
  }

  #tell(act: () => void): void {
    if (!this.#line.isClosed) act();
  }

  #send(room: Room, messages: readonly Uint8Array[]): void {
    if (room.connection.isOpen) for (const bytes of messages) room.sendBytes(FOLLOW, bytes);
  }
}
