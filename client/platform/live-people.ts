// The page's connection to the people room, for signed-in players: while it is open, they count as online, and get their friends'
// status and requests. One for all pages, across page changes; in a match the match's own connection counts.

import { askFriends, type FriendsReply } from "../../schema/http/friends.ts";
import type { People, PersonSeen } from "../../schema/messages/people.ts";
import type { PageKind } from "../../schema/performance-metrics.ts";
import type { PeopleSubscription } from "../../sdk/open-people.ts";
import { askNotifications } from "../../schema/http/notifications.ts";
import { call } from "./api.ts";
import type { Visitor } from "./visitor.ts";
import { FreshNotifications, type NotificationChanges } from "./fresh-notifications.ts";

/** A page that shows people. */
export interface PeopleListener {
  hearPeople(people: People): void;
  /** The lists of friends as they are now; something in them may have changed. */
  hearFriends(lists: FriendsReply): void;
}

export interface LivePeople {
  /** Which page is open. */
  pageIs(kind: PageKind): void;
  /** Calls back for these and for friends, with what is known first, until `left` aborts. Does nothing without an account. */
  follow(ids: readonly string[], listener: PeopleListener, left: AbortSignal): void;
}

/** @param noticed called with what has come while the page was open, latest first, and with what has been read since */
export function createLivePeople(visitor: Visitor, noticed: (changes: NotificationChanges) => void): LivePeople {
  const live = new Live(visitor, noticed);
  visitor.subscribe(() => live.settle(), new AbortController().signal);
  return live;
}

class Live implements LivePeople {
  readonly #noticed: (changes: NotificationChanges) => void;
  readonly #visitor: Visitor;
  readonly #listeners = new Map<PeopleListener, readonly string[]>();
  readonly #fresh = new FreshNotifications();
  /** What the connection has sent. */
  readonly #seen = new Map<string, PersonSeen>();
  #isInMatch = false;
  /** Whose connection is open or being opened. */
  #playerId: string | null = null;
  /** The player who was refused: not retried until the player changes. */
  #refusedId: string | null = null;
  #subscription: PeopleSubscription | null = null;

  constructor(visitor: Visitor, noticed: (changes: NotificationChanges) => void) {
    this.#noticed = noticed;
    this.#visitor = visitor;
  }

  pageIs(kind: PageKind): void {
    this.#isInMatch = kind === "match";
    this.settle();
  }

  follow(ids: readonly string[], listener: PeopleListener, left: AbortSignal): void {
    if (left.aborted) return;
    this.#listeners.set(listener, ids);
    left.addEventListener("abort", () => {
      this.#listeners.delete(listener);
      this.#watch();
    });
    this.#watch();
    listener.hearPeople([...this.#seen.values()]);
  }

  /** Makes sure that there is a connection exactly when there should be one. */
  settle(): void {
    const player = this.#visitor.known();
    // While the server is being asked again, the player stays the same.
    if (player === undefined) return;
    const id = player?.kind === "account" ? player.id : null;
    if (id !== this.#refusedId) this.#refusedId = null;
    const wanted = this.#isInMatch || this.#refusedId !== null ? null : id;
    if (wanted === this.#playerId) return;
    this.#close();
    this.#playerId = wanted;
    if (wanted !== null) void this.#open(wanted);
  }

  async #open(playerId: string): Promise<void> {
    const parts = await loadParts();
    if (parts === null || this.#playerId !== playerId || this.#subscription !== null) return;
    this.#subscription = parts.openPeople({
      url: location.origin,
      clock: parts.browserClock,
      onPeople: (people) => this.#hear(people),
      onFriendsChanged: () => void this.#askFriends(),
      onNotificationsChanged: () => void this.#askNotices(),
      onClosed: (because) => this.#refused(playerId, because),
    });
    this.#watch();
    void this.#askFriends();
    void this.#askNotices();
  }

  #close(): void {
    this.#subscription?.close();
    this.#subscription = null;
    this.#seen.clear();
  }

  #refused(playerId: string, because: string): void {
    this.#close();
    this.#playerId = null;
    this.#refusedId = playerId;
    if (because === "signedOut") this.#visitor.forget();
  }

  #watch(): void {
    this.#subscription?.follow([...new Set([...this.#listeners.values()].flat())]);
  }

  #hear(people: People): void {
    for (const one of people) this.#seen.set(one.id, one);
    for (const listener of this.#listeners.keys()) listener.hearPeople(people);
  }

  async #askNotices(): Promise<void> {
    const subscription = this.#subscription;
    const reply = await call(askNotifications).catch(() => null);
    if (reply === null || subscription !== this.#subscription) return;
    this.#visitor.setUnreadNotifications(reply.unread);
    const changes = this.#fresh.take(this.#playerId, reply.notices);
    if (changes.fresh.length > 0 || changes.over.length > 0) this.#noticed(changes);
  }

  async #askFriends(): Promise<void> {
    const subscription = this.#subscription;
    const lists = await call(askFriends).catch(() => null);
    // Sent again when the connection is back.
    if (lists === null || subscription !== this.#subscription) return;
    this.#visitor.setFriendRequests(lists.incoming.length);
    for (const listener of this.#listeners.keys()) listener.hearFriends(lists);
  }
}

/** Null where they do not come: without them the pages show what they knew when they were opened. */
async function loadParts() {
  try {
    const [sdk, time] = await Promise.all([import("../../sdk/open-people.ts"), import("./browser-clock.ts")]);
    return { openPeople: sdk.openPeople, browserClock: time.browserClock };
  } catch {
    return null;
  }
}
