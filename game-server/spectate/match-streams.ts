// Live matches as server-sent events, to tools that follow them: schema/http/events.ts. A match that somebody follows is asked again and
// again for what is new, in whatever process its table stands; one that nobody follows is not asked.

import type { Response } from "express";
import { every } from "../../rooms/wake-timers.ts";
import { UserError } from "../../rooms/user-error.ts";
import type { EventsSince } from "../../rooms/spectate/match-events.ts";
import type { MatchEvent } from "../../schema/http/events.ts";
import type { Timers } from "../platform/timers.ts";

const ASK_EVERY_MS = 500;
/** How often something is written, so that no proxy takes the connection for dead. */
const HEARTBEAT_MS = 15_000;
/** After how long a tool whose connection was cut comes back. */
const RETRY_MS = 3_000;
/** A client that leaves so much unread has stopped reading. */
const MOST_UNREAD_BYTES = 256 * 1024;
const MOST_STREAMS = 1_000;
const MOST_OF_ONE_ADDRESS = 20;

/** Events of a match without the first so many; null: there is no such match at this table any more. */
export type EventsOf = (roomId: string, matchId: string, from: number) => Promise<EventsSince | null>;

export interface StreamsOptions {
  readonly eventsOf: EventsOf;
  readonly timers: Timers;
}

export interface Followed {
  readonly roomId: string;
  readonly matchId: string;
  readonly players: readonly { readonly id: string }[];
}

/** The follower. */
export interface FollowedBy {
  /** To be counted. */
  readonly address: string;
  /** Null: nobody known. */
  readonly playerId: string | null;
}

interface Follower extends FollowedBy {
  readonly response: Response;
  /** So many events have been written, here or before; as the follower says, until the match has been looked at. */
  written: number;
  writtenMs: number;
}

export class MatchStreams {
  readonly #options: StreamsOptions;
  /** By the ids of matches. */
  readonly #matches = new Map<string, FollowedMatch>();

  constructor(options: StreamsOptions) {
    this.#options = options;
  }

  /**
   * Streams the events of a match until it is over, or the caller leaves.
   * @param lastId Last-Event-ID: what the caller has seen; of another match, or nonsense, it is nothing; at most all there is
   * @throws UserError 429 when there are too many, of this address or in all
   */
  open(followed: Followed, by: FollowedBy, lastId: string | undefined, response: Response): void {
    const followers = [...this.#matches.values()].flatMap((match) => [...match.followers]);
    const ofAddress = followers.filter(({ address }) => address === by.address).length;
    if (followers.length >= MOST_STREAMS || ofAddress >= MOST_OF_ONE_ADDRESS)
      throw new UserError("tooMany", { seconds: HEARTBEAT_MS / 1000 }, 429);
    // Proxies must not buffer it (nginx reads the last one).
    response.set({ "Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no" });
    response.type("text/event-stream").flushHeaders();
    response.write(`retry: ${RETRY_MS}\n\n`);
    const { matchId } = followed;
    const match = this.#matches.get(matchId) ?? this.#follow(followed);
    match.add({ ...by, response, written: seenOf(matchId, lastId), writtenMs: this.#options.timers.now() });
  }

  /** One of the two may play, and the other follow: no longer. */
  part(...both: readonly [string, string]): void {
    for (const { players, followers } of this.#matches.values()) {
      if (!players.some(({ id }) => both.includes(id))) continue;
      for (const { playerId, response } of followers) {
        if (playerId !== null && both.includes(playerId)) response.end();
      }
    }
  }

  /** Ends all of them at once. */
  close(): void {
    for (const match of this.#matches.values()) match.end();
  }

  #follow({ roomId, matchId, players }: Followed): FollowedMatch {
    const match = new FollowedMatch({ matchId, players }, this.#options, {
      ask: (from) => this.#options.eventsOf(roomId, matchId, from),
      ended: () => this.#matches.delete(matchId),
    });
    this.#matches.set(matchId, match);
    return match;
  }
}

class FollowedMatch {
  readonly players: Followed["players"];
  readonly followers = new Set<Follower>();
  readonly #matchId: string;
  readonly #timers: Timers;
  readonly #ask: (from: number) => Promise<EventsSince | null>;
  readonly #ended: () => void;
  readonly #stop: () => void;
  readonly #events: MatchEvent[] = [];
  #isOver = false;

  constructor(
    { matchId, players }: Omit<Followed, "roomId">,
    { timers }: StreamsOptions,
    { ask, ended }: { readonly ask: (from: number) => Promise<EventsSince | null>; readonly ended: () => void },
  ) {
    this.#matchId = matchId;
    this.players = players;
    this.#timers = timers;
    this.#ask = ask;
    this.#ended = ended;
    this.#stop = every(
      ASK_EVERY_MS,
      timers,
      () => this.#look(),
      () => this.end(),
    );
  }

  add(follower: Follower): void {
    this.followers.add(follower);
    follower.response.on("close", () => {
      this.followers.delete(follower);
      if (this.followers.size === 0) this.end();
    });
    this.#write(follower);
  }

  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stop();
    this.#ended();
    for (const { response } of this.followers) response.end();
  }

  async #look(): Promise<void> {
    const since = await this.#ask(this.#events.length);
    this.#events.push(...(since?.events ?? []));
    for (const follower of this.followers) {
      // A client that claims to have seen more than there is would miss what is to come.
      follower.written = Math.min(follower.written, this.#events.length);
      this.#write(follower);
    }
    if (since === null || since.isOver) this.end();
  }

  #write(follower: Follower): void {
    const { response, written } = follower;
    const isSilent = this.#timers.now() - follower.writtenMs >= HEARTBEAT_MS;
    const text = this.#events
      .slice(written)
      .map(({ kind, data }, at) => eventText(kind, data, idOf(this.#matchId, written + at + 1)))
      .join("");
    if (text === "" && !isSilent) return;
    follower.written = Math.max(written, this.#events.length);
    follower.writtenMs = this.#timers.now();
    response.write(text === "" ? ":\n\n" : text);
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
  }
}

/** JSON has no line breaks, so the data is one line. */
function eventText(kind: string, data: object, id: string): string {
  return `id: ${id}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** @param number of the event within its match, from 1 */
function idOf(matchId: string, number: number): string {
  return `${matchId}/${number}`;
}

/** How many events of a match a client has seen that saw this one last. */
function seenOf(matchId: string, lastId: string | undefined): number {
  const [of, number = ""] = lastId?.split("/") ?? [];
  return of === matchId && /^\d{1,6}$/u.test(number) ? Number(number) : 0;
}
