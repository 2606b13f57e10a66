// The lobby, live: who is here, challenges, live matches. What is done about challenges goes over HTTP
// (schema/http/challenges.ts). Reconnects by itself, and then gets everything again.

import type { Room } from "@colyseus/sdk";
import type { LobbyState } from "../schema/lobby-state.ts";
import { LOBBY_ROOM, MAX_SEARCH, NEARBY, type Nearby, SEARCH } from "../schema/lobby.ts";
import type { Clock } from "./ports.ts";
import type { ServerAddress } from "./connect.ts";
import { LastingRoom } from "./lasting-room.ts";
import { EMPTY_LOBBY, type Lobby, readLobby } from "./read-lobby.ts";

export interface OpenLobbyOptions extends ServerAddress {
  readonly clock: Clock;
  /** Something has changed. */
  onChange(): void;
  /** It stays closed: a Refusal. A lost connection is re-established. */
  onClosed(because: string): void;
}

/** What a page of the lobby has and may do. */
export interface LobbySubscription {
  readonly lobby: Lobby;
  /** Whether it knows who is here. */
  readonly isReady: boolean;
  /** Whether others are here who fit the search. */
  readonly hasMore: boolean;
  isFriend(playerId: string): boolean;
  /** Of a challenge: until it expires, never below 0. */
  secondsLeft(challenge: { readonly untilMs: number }): number;
  /** From now on only those are shown whose name has this in it; "" shows all. */
  search(text: string): void;
  /** Stops all callbacks. */
  close(): void;
}

export function openLobby(options: OpenLobbyOptions): LobbySubscription {
  return new LiveLobby(options);
}

class LiveLobby implements LobbySubscription {
  readonly #options: OpenLobbyOptions;
  readonly #line: LastingRoom;
  #lobby: Lobby = EMPTY_LOBBY;
  #nearby: Nearby = { hasMore: false, friends: [], nowMs: 0 };
  /** Our own, when that was received. */
  #toldMs = 0;
  #search = "";
  #isReady = false;

  constructor(options: OpenLobbyOptions) {
    this.#options = options;
    this.#line = new LastingRoom({
      ...options,
      enter: (joiner) => joiner.enterByName(LOBBY_ROOM),
      attach: (room) => this.#attach(room),
      onEnter: (room) => {
        if (this.#search !== "") this.#say(room);
      },
      onClosed: (because) => options.onClosed(because),
    });
  }

  get lobby(): Lobby {
    return this.#lobby;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get hasMore(): boolean {
    return this.#nearby.hasMore;
  }

  isFriend(playerId: string): boolean {
    return this.#nearby.friends.includes(playerId);
  }

  secondsLeft({ untilMs }: { readonly untilMs: number }): number {
    const passedMs = this.#options.clock.now() - this.#toldMs;
    return Math.max(0, (untilMs - this.#nearby.nowMs - passedMs) / 1000);
  }

  search(text: string): void {
    this.#search = text.slice(0, MAX_SEARCH);
    const room = this.#line.room;
    if (room !== null) this.#say(room);
  }

  close(): void {
    this.#line.close();
  }

  #say(room: Room): void {
    if (room.connection.isOpen) room.sendBytes(SEARCH, new TextEncoder().encode(this.#search));
  }

  #attach(room: Room): void {
    room.onStateChange((state: unknown) => {
      this.#lobby = readLobby(state as LobbyState);
      this.#tell();
    });
    room.onMessage(NEARBY, (nearby: Nearby) => {
      this.#nearby = nearby;
      this.#toldMs = this.#options.clock.now();
      this.#isReady = true;
      this.#tell();
    });
  }

  #tell(): void {
    if (!this.#line.isClosed) this.#options.onChange();
  }
}
