// What the rooms are given by whatever starts them (game-server/app/rooms.ts), so that they know neither settings nor HTTP and
// tests can give them a clock of their own.

import type { Room } from "@colyseus/core";
import type { Logger } from "pino";
import type { MatchKeeper } from "../db/match-keeper.ts";
import type { Status } from "../contract/people.ts";
import type { Feeds } from "./spectate/feeds.ts";
import type { MatchLocks } from "./match/match-lock.ts";
import type { WakeTimers } from "./wake-timers.ts";
import type { LiveMatchReply } from "../schema/http/spectating.ts";

/** The parameter of defineRoom. */
export type RoomClass = new () => Room;

/** Who sits behind a connection. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  /** A `bot` is a guest that a program plays for. */
  readonly kind: "guest" | "bot" | "account";
  /** Of the session that this connection was opened with: SHA-256 of its id, in hex. */
  readonly sessionKey: string;
  /** When that session was looked up, in monotonic ms: a revocation after that holds for this connection. */
  readonly checkedMs: number;
}

/** A connection to a room, as the registry of all connections sees it. */
export interface Connection {
  readonly identity: Identity;
  /** What it makes of the player: somebody who is online, or somebody who is playing. */
  readonly where: "page" | "match";
  /** The player was signed out: ends it at once. */
  readonly close: () => void;
}

/** Who has blocked whom. */
export interface BlockList {
  /** Those who have blocked this player. */
  blockersOf(playerId: string): Promise<Set<string>>;
  /** Those whom this player has blocked, or who have blocked them. */
  avoids(playerId: string): Promise<Set<string>>;
  /** Calls back on every change. Returns an unsubscribe function. */
  subscribe(listener: (blockerId: string, blockedId: string, isBlocked: boolean) => void): () => void;
}

/** Whom a change between players concerns. */
export type FriendChange = readonly {
  /** What they may see of the subject may have changed. Null: anybody who watches the subject. */
  readonly viewerId: string | null;
  readonly subjectId: string;
  /** Their lists of friends, requests or blocks have changed, too. */
  readonly isTold: boolean;
}[];

interface Seen {
  readonly status: Status;
  /** ISO; null while they are here. */
  readonly lastSeenAt: string | null;
}

/** Who is here, and who may see it. */
export interface PeopleDirectory {
  friendsOf(playerId: string): Promise<readonly string[]>;
  /** Those of the ids whose status the viewer may see. */
  visibleTo(viewerId: string, ids: readonly string[]): Promise<Set<string>>;
  statusesOf(ids: readonly string[]): Promise<Map<string, Seen>>;
  /** Calls back on every change, whoever may see it. Returns an unsubscribe function, as the next one does. */
  subscribeToStatuses(listener: (playerId: string, seen: Seen) => void): () => void;
  subscribeToFriends(listener: (change: FriendChange) => void): () => void;
  /** Calls back when somebody has something new to read. */
  subscribeToNotifications(listener: (playerIds: readonly string[]) => void): () => void;
}

export interface RoomDependencies {
  /** The player of the session cookie in these headers, or null when there is none. */
  identify(headers: Headers): Promise<Omit<Identity, "checkedMs"> | null>;
  /** Where rooms register each connection: it holds the player's name, shows them as present, and ends when they are signed out. */
  readonly connections: {
    /** Returns what to call when the connection has ended. */
    enter(connection: Connection): () => void;
    /** Whether somebody was signed out since their session was looked up. */
    isRevoked(identity: Identity): boolean;
  };
  readonly blocks: BlockList;
  /** Writes that never fail: what the database does not take now is kept and retried. */
  readonly matches: Pick<MatchKeeper, "begin" | "finish">;
  /** The tables of this process that may be watched. */
  readonly feeds: Feeds;
  /** Creates the room where a table is watched, and returns its id. */
  readonly openSpectateRoom: (tableId: string) => Promise<string>;
  /** Who is at a table with somebody, or on the way there. */
  readonly matchLocks: MatchLocks;
  /** The list of matches that may be watched, in all processes. */
  readonly live: LiveMatches;
  readonly log: Logger;
  /** Monotonic milliseconds. */
  readonly clock: { now(): number };
  readonly times: {
    /** How long a dropped player may stay away at a stretch. */
    readonly reconnectSeconds: number;
    /** How long in all, per match. */
    readonly reconnectTotalSeconds: number;
    readonly noShowSeconds: number;
  };
  /** Whether a page of this Origin may talk to us as Host; a request without Origin comes from no browser page. */
  allowOrigin(origin: string | null, host: string): boolean;
  /** The one timer of the process. */
  readonly wakeTimers: WakeTimers;
}

/** A match that is on and may be watched, as lists show it. */
export type LiveMatch = LiveMatchReply;

/** Announces it to every process. */
export interface LiveMatches {
  tell(match: LiveMatch): void;
  gone(roomId: string): void;
}
