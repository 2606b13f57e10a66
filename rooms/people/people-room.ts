// Who is here, live: a page of a signed-in account joins, says whom it shows, and gets what it may see of them and of its friends.
// While it is joined, its player counts as being on a page. Who gets what: viewer.ts; the messages:
// schema/messages/people.ts.

import { ClientState } from "@colyseus/core";
import {
  FRIENDS_CHANGED,
  NOTIFICATIONS_CHANGED,
  PEOPLE,
  type People,
  FOLLOW,
  readFollow,
} from "../../schema/messages/people.ts";
import { refuse } from "../admission.ts";
import type { FriendChange, PeopleDirectory, RoomClass, RoomDependencies } from "../dependencies.ts";
import { Pages } from "../pages.ts";
import { type RallyClient, RallyRoom, bindRoom } from "../rally-room.ts";
import { RateLimit } from "../rate-limit.ts";
import { type Seen, Viewer } from "./viewer.ts";

export interface PeopleDependencies extends RoomDependencies {
  readonly people: PeopleDirectory;
}

interface Page {
  readonly viewer: Viewer;
  readonly limit: RateLimit;
  /** Something is being asked for this page; one thing at a time. */
  isBusy: boolean;
  /** Its friends are to be looked up again. */
  areFriendsStale: boolean;
}

type PeopleClient = RallyClient<Page>;

/** Between two messages to a page. */
const EVERY_MS = 250;
/** When the database did not answer. */
const RETRY_MS = 5_000;
/** Looking up whom a page may see costs more than a press. */
const FOLLOW_LIMIT = { burst: 30, perSecond: 2, patience: 60 };

abstract class PeopleRoom extends RallyRoom<{ dependencies: PeopleDependencies; client: PeopleClient }> {
  protected override readonly label = "the people room";
  override maxClients = Infinity;
  override autoDispose = false;
  readonly #pages = new Pages<PeopleClient>();
  readonly #waiting = new Set<PeopleClient>();
  #tellSoon!: () => void;

  override onCreate(): void {
    super.onCreate(
      {},
      {
        type: FOLLOW,
        receive: (client, bytes) => this.#follow(client as PeopleClient, bytes),
      },
    );
    const { people } = this.dependencies;
    this.#tellSoon = this.createThrottle(EVERY_MS, () => this.#tellAll());
    this.untilDispose(
      people.subscribeToStatuses((id, seen) => this.#hear(id, seen)),
      people.subscribeToFriends((change) => this.#hearOfFriends(change)),
      people.subscribeToNotifications((ids) => this.#hearOfNotifications(ids)),
    );
  }

  override onJoin(client: PeopleClient): void {
    this.requireSignedIn(client);
    const { id } = client.auth;
    if (!this.#pages.add(id, client)) refuse("full");
    this.enter(client, "page");
    client.userData = {
      viewer: new Viewer(id),
      limit: new RateLimit(this.dependencies.clock.now(), FOLLOW_LIMIT),
      isBusy: false,
      areFriendsStale: true,
    };
    this.#wake(client);
  }

  override onLeave(client: PeopleClient): void {
    if (client.userData === undefined) return;
    super.onLeave(client);
    this.#waiting.delete(client);
    this.#pages.remove(client.auth.id, client);
  }

  #follow(client: PeopleClient, bytes: Uint8Array): void {
    const { userData: page } = client;
    if (page === undefined) return;
    const verdict = page.limit.take(this.dependencies.clock.now());
    const follow = readFollow(bytes);
    if (verdict === "kick" || follow === null) this.dismiss(client);
    if (verdict !== "ok" || follow === null) return;
    page.viewer.follow(follow);
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
        if (isTold || page.viewer.follows(subjectId)) this.#wake(client);
      }
    }
  }

  #hearOfNotifications(playerIds: readonly string[]): void {
    for (const id of playerIds) {
      for (const client of this.#pages.of(id)) client.send(NOTIFICATIONS_CHANGED);
    }
  }

  /** Makes sure that this page soon gets what it does not know yet. */
  #wake(client: PeopleClient): void {
    this.#waiting.add(client);
    this.#tellSoon();
  }

  #tellAll(): void {
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
    const people: People = page.viewer.takeUpdates();
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
  return bindRoom(PeopleRoom, dependencies, (identity) =>
    identity.kind === "account" ? identity : refuse("signedOut"),
  );
}
