// Who is here, live: a page of a signed-in account joins, says whom it shows, and hears of them and of its friends what it may
// see. While it is joined, its player counts as being on a page. Who is told what: viewer.ts; the messages:
// schema/messages/people.ts.

import { type AuthContext, type Client, ClientState, Room } from "@colyseus/core";
import {
  FRIENDS_CHANGED,
  NOTIFICATIONS_CHANGED,
  PEOPLE,
  type People,
  FOLLOW,
  readFollow,
} from "../../schema/messages/people.ts";
import { admit, isRefusal, refuse, requireSignedIn } from "../admission.ts";
import type { WakeTimer } from "../wake-timers.ts";
import type { FriendChange, Identity, PeopleDirectory, RoomClass, RoomDependencies } from "../dependencies.ts";
import { MessageGuard } from "../message-guard.ts";
import { NO_PATCHES_MS } from "../no-patches.ts";
import { Pages } from "../pages.ts";
import { RateLimit } from "../rate-limit.ts";
import { type Seen, Viewer } from "./viewer.ts";

export interface PeopleDependencies extends RoomDependencies {
  readonly people: PeopleDirectory;
}

interface Page {
  readonly viewer: Viewer;
  readonly limit: RateLimit;
  readonly leave: () => void;
  /** Something is being asked for this page; one thing at a time. */
  isBusy: boolean;
  /** Its friends are to be looked up anew. */
  areFriendsStale: boolean;
}

type PeopleClient = Client & { auth: Identity; userData?: Page };

/** Between two messages to a page. */
const EVERY_MS = 250;
/** After the database did not answer. */
const RETRY_MS = 5_000;
/** Looking up whom a page may see costs more than a press. */
const FOLLOW_LIMIT = { burst: 30, perSecond: 2, patience: 60 };

abstract class PeopleRoom extends Room<{ client: PeopleClient }> {
  protected abstract readonly dependencies: PeopleDependencies;
  override maxClients = Infinity;
  override autoDispose = false;
  override patchRate = NO_PATCHES_MS;
  readonly #pages = new Pages<PeopleClient>();
  readonly #waiting = new Set<PeopleClient>();
  #guard!: MessageGuard;
  #wakeTimer!: WakeTimer;
  #isSet = false;
  #toldMs = -Infinity;
  #unsubscribe: (() => void)[] = [];

  override onCreate(): void {
    const { log, wakeTimers, people } = this.dependencies;
    this.#guard = new MessageGuard(this, log, {
      type: FOLLOW,
      receive: (client, bytes) => this.#follow(client as PeopleClient, bytes),
    });
    this.onMessage("*", (client: PeopleClient) => this.#guard.dismiss(client));
    this.#wakeTimer = wakeTimers.create(
      () => this.#tellAll(),
      () => {},
    );
    this.#unsubscribe = [
      people.subscribeToStatuses((id, seen) => this.#hear(id, seen)),
      people.subscribeToFriends((change) => this.#hearOfFriends(change)),
      people.subscribeToNotifications((ids) => this.#hearOfNotifications(ids)),
    ];
  }

  override onJoin(client: PeopleClient): void {
    const { connections, clock } = this.dependencies;
    requireSignedIn(this.dependencies, client.auth);
    const { id } = client.auth;
    if (!this.#pages.add(id, client)) refuse("full");
    const close = (): void => this.#guard.signOut(client);
    client.userData = {
      viewer: new Viewer(id),
      limit: new RateLimit(clock.now(), FOLLOW_LIMIT),
      leave: connections.enter({ identity: client.auth, where: "page", close }),
      isBusy: false,
      areFriendsStale: true,
    };
    this.#wake(client);
  }

  override onLeave(client: PeopleClient): void {
    if (client.userData === undefined) return;
    client.userData.leave();
    this.#waiting.delete(client);
    this.#pages.remove(client.auth.id, client);
  }

  override onDispose(): void {
    this.#wakeTimer.clear();
    for (const unwatch of this.#unsubscribe) unwatch();
  }

  override onUncaughtException(error: Error, method: string): void {
    if (isRefusal(error)) return;
    this.dependencies.log.error({ err: error, room: this.roomId, method }, "a bug in the people room");
  }

  #follow(client: PeopleClient, bytes: Uint8Array): void {
    const { userData: page } = client;
    if (page === undefined) return;
    const verdict = page.limit.take(this.dependencies.clock.now());
    const watch = readFollow(bytes);
    if (verdict === "kick" || watch === null) this.#guard.dismiss(client);
    if (verdict !== "ok" || watch === null) return;
    page.viewer.watch(watch);
    this.#wake(client);
  }

  #hear(id: string, seen: Seen): void {
    for (const client of this.clients) {
      if (client.userData?.viewer.hear(id, seen) === true) this.#wake(client);
    }
  }

  #hearOfFriends(change: FriendChange): void {
    for (const { viewerId, subjectId, isTold } of change) {
      const concerned = viewerId === null ? this.clients : this.#pages.of(viewerId);
      for (const client of concerned) {
        const { userData: page } = client;
        if (page === undefined) continue;
        page.viewer.doubt(subjectId);
        if (isTold) {
          page.areFriendsStale = true;
          client.send(FRIENDS_CHANGED);
        }
        if (isTold || page.viewer.watches(subjectId)) this.#wake(client);
      }
    }
  }

  #hearOfNotifications(playerIds: readonly string[]): void {
    for (const id of playerIds) {
      for (const client of this.#pages.of(id)) client.send(NOTIFICATIONS_CHANGED);
    }
  }

  /** Sees to it that this page is told what it does not know yet, soon. */
  #wake(client: PeopleClient): void {
    this.#waiting.add(client);
    if (this.#isSet) return;
    this.#isSet = true;
    this.#wakeTimer.set(Math.max(this.#toldMs + EVERY_MS, this.dependencies.clock.now()));
  }

  #tellAll(): void {
    this.#isSet = false;
    this.#toldMs = this.dependencies.clock.now();
    const clients = [...this.#waiting];
    this.#waiting.clear();
    for (const client of clients) {
      this.#tell(client).catch((error: unknown) => {
        this.dependencies.log.warn({ err: error }, "a page is not told who is here; it is tried again");
        setTimeout(() => this.#retry(client), RETRY_MS);
      });
    }
  }

  #retry(client: PeopleClient): void {
    if (this.clients.includes(client)) this.#wake(client);
  }

  async #tell(client: PeopleClient): Promise<void> {
    const { userData: page } = client;
    if (page === undefined || page.isBusy) return;
    page.isBusy = true;
    try {
      await this.#lookUp(page);
    } finally {
      page.isBusy = false;
    }
    if (client.state === ClientState.LEAVING) return;
    const people: People = page.viewer.takeNews();
    if (people.length > 0) client.send(PEOPLE, people);
    // What came up while it was being looked up.
    if (page.areFriendsStale || page.viewer.hasQuestions) this.#wake(client);
  }

  async #lookUp(page: Page): Promise<void> {
    const { people } = this.dependencies;
    const { viewer } = page;
    if (page.areFriendsStale) {
      page.areFriendsStale = false;
      try {
        viewer.befriend(await people.friendsOf(viewer.playerId));
      } catch (error) {
        page.areFriendsStale = true;
        throw error;
      }
    }
    const ids = viewer.takeQuestions();
    if (ids.length === 0) return;
    try {
      const visible = await people.visibleTo(viewer.playerId, ids);
      const seen = await people.statusesOf([...visible]);
      for (const id of ids) viewer.answer(id, seen.get(id) ?? null);
    } catch (error) {
      for (const id of ids) viewer.doubt(id);
      throw error;
    }
  }
}

export function createPeopleRoom(dependencies: PeopleDependencies): RoomClass {
  return class extends PeopleRoom {
    protected readonly dependencies = dependencies;

    static override async onAuth(_token: string, options: unknown, context: AuthContext): Promise<Identity> {
      const identity = await admit(dependencies, options, context.headers);
      return identity.kind === "account" ? identity : refuse("signedOut");
    }
  };
}
