// Who is here, open challenges, live matches: one state for all pages, of which each gets the public part and, by a view of its
// own, the people it may see and the challenges that concern it. It is written from the roster, the challenge service and the list of
// live matches, and sent four times a second at most; nothing that happens costs a query, and with thousands here the
// cost is bounded: a page shows MOST_SHOWN of them (viewer.ts), and only so many pages re-select at a time.

import { StateView } from "@colyseus/schema";
import { ClientState } from "@colyseus/core";
import { LobbyState } from "../../schema/lobby-state.ts";
import { MAX_SEARCH, MAX_SEARCH_BYTES, NEARBY, type Nearby, SEARCH } from "../../schema/lobby.ts";
import { refuse } from "../admission.ts";
import type { FriendChange, RoomClass, RoomDependencies, LiveMatch } from "../dependencies.ts";
import { Pages } from "../pages.ts";
import { type RallyClient, RallyRoom, bindRoom } from "../rally-room.ts";
import { RateLimit } from "../rate-limit.ts";
import { withLargeBuffers, writeChanged } from "../synced-state.ts";
import type { Challenge } from "./challenges.ts";
import { ShownChallenges } from "./shown-challenges.ts";
import { publishMatches } from "./shown-matches.ts";
import { ShownPeople } from "./shown-people.ts";
import { LobbyViewer } from "./viewer.ts";
import type { Cards } from "./cards.ts";
import type { ChallengeService } from "./challenge-service.ts";
import type { Roster } from "./roster.ts";

export interface LobbyServices {
  readonly roster: Pick<Roster, "all" | "get" | "count" | "subscribe">;
  readonly challenges: Pick<ChallengeService, "of" | "subscribe" | "enter">;
  readonly cards: Pick<Cards, "tiesOf" | "maySee">;
  /** Matches that are on and open to all, the strongest first. */
  readonly liveMatches: () => readonly LiveMatch[];
  /** Calls back when the list has changed. Returns an unsubscribe function, as the next one does. */
  readonly subscribeToLive: (listener: () => void) => () => void;
  readonly subscribeToFriends: (listener: (change: FriendChange) => void) => () => void;
  /** Wall-clock time, in ms. */
  readonly nowMs: () => number;
}

export interface LobbyDependencies extends RoomDependencies {
  readonly lobby: LobbyServices;
}

interface Page {
  readonly viewer: LobbyViewer;
  readonly limit: RateLimit;
  readonly leaveDesk: () => void;
  /** Ids of the people in its view. */
  readonly has: Set<string>;
  /** What was last sent to it (NEARBY), without the time. */
  told: string;
  /** Its player's relations to others are to be looked up; one thing at a time. */
  areTiesStale: boolean;
  isAsking: boolean;
}

type LobbyClient = RallyClient<Page>;

/** Between two patches. */
const EVERY_MS = 250;
/** How often live matches are checked. */
const MATCHES_EVERY_MS = 1_000;
/** When the database did not answer. */
const RETRY_MS = 5_000;
/** Pages that re-select from all who are here, between two patches. */
const MOST_CHOICES = 10;
/** People type fast; each search looks through all who are here. */
const SEARCH_LIMIT = { burst: 20, perSecond: 5, patience: 60 };

abstract class LobbyRoom extends RallyRoom<{
  dependencies: LobbyDependencies;
  state: LobbyState;
  client: LobbyClient;
}> {
  protected override readonly label = "the lobby";
  override maxClients = Infinity;
  override autoDispose = false;
  readonly #pages = new Pages<LobbyClient>();
  /** Pages that may not show the right people. */
  readonly #waiting = new Set<LobbyClient>();
  #people!: ShownPeople;
  #challenges!: ShownChallenges;
  #wake!: () => void;
  #areMatchesStale = true;
  #matchesMs = -Infinity;

  override onCreate(): void {
    super.onCreate(
      {},
      {
        type: SEARCH,
        receive: (client, bytes) => this.#search(client as LobbyClient, bytes),
      },
    );
    const { lobby } = this.dependencies;
    withLargeBuffers(() => {
      this.state = new LobbyState();
    });
    this.#people = new ShownPeople(this.state);
    this.#challenges = new ShownChallenges(this.state);
    this.#wake = this.createThrottle(EVERY_MS, () => this.#beat());
    this.untilDispose(
      lobby.roster.subscribe({
        changed: (one) => {
          const isShown = this.#people.update(one);
          for (const client of this.clients) if (client.userData?.viewer.hear(one) === true) this.#waiting.add(client);
          // There may be more than fit now, at least.
          if (isShown || this.clients.length > 0) this.#wake();
        },
        gone: (id) => {
          for (const client of this.clients) if (client.userData?.viewer.lose(id) === true) this.#waiting.add(client);
          this.#wake();
        },
      }),
      lobby.challenges.subscribe({
        changed: (one) => {
          this.#challenges.tell(one, this.#viewsOf(one));
          this.#wake();
        },
        forgotten: ({ id }) => {
          this.#challenges.forget(id);
          this.#wake();
        },
      }),
      lobby.subscribeToLive(() => {
        this.#areMatchesStale = true;
        this.#wake();
      }),
      lobby.subscribeToFriends((change) => this.#hearOfFriends(change)),
    );
  }

  override onJoin(client: LobbyClient): void {
    this.requireSignedIn(client);
    const { clock, lobby } = this.dependencies;
    const { id } = client.auth;
    if (!this.#pages.add(id, client)) refuse("full");
    this.enter(client, "page");
    client.view = new StateView();
    client.userData = {
      viewer: new LobbyViewer(id, (...who) => lobby.cards.maySee(...who)),
      limit: new RateLimit(clock.now(), SEARCH_LIMIT),
      leaveDesk: lobby.challenges.enter(id),
      has: new Set(),
      told: "",
      areTiesStale: true,
      isAsking: false,
    };
    this.#challenges.greet(client.view, lobby.challenges.of(id));
    this.#waiting.add(client);
    this.#wake();
  }

  override onLeave(client: LobbyClient): void {
    const { userData: page, view } = client;
    if (page === undefined || view === undefined) return;
    page.leaveDesk();
    super.onLeave(client);
    this.#people.follow(view, page.has, new Set(), () => undefined);
    view.dispose();
    this.#waiting.delete(client);
    this.#pages.remove(client.auth.id, client);
  }

  #search(client: LobbyClient, bytes: Uint8Array): void {
    const { userData: page } = client;
    if (page === undefined) return;
    const verdict = page.limit.take(this.dependencies.clock.now());
    if (verdict === "kick" || bytes.length > MAX_SEARCH_BYTES) this.dismiss(client);
    if (verdict !== "ok" || bytes.length > MAX_SEARCH_BYTES) return;
    page.viewer.search(new TextDecoder().decode(bytes).slice(0, MAX_SEARCH));
    this.#waiting.add(client);
    this.#wake();
  }

  #hearOfFriends(change: FriendChange): void {
    for (const { viewerId } of change) {
      if (viewerId === null) continue;
      for (const client of this.#pages.of(viewerId)) {
        if (client.userData !== undefined) client.userData.areTiesStale = true;
        this.#waiting.add(client);
        this.#wake();
      }
    }
  }

  #viewsOf({ from, to }: Challenge): StateView[] {
    const pages = [from.id, to.id].flatMap((id) => [...this.#pages.of(id)]);
    return pages.flatMap(({ view }) => view ?? []);
  }

  #beat(): void {
    const { lobby } = this.dependencies;
    let choices = 0;
    const clients = [...this.#waiting];
    this.#waiting.clear();
    for (const client of clients) {
      const { userData: page } = client;
      if (page === undefined) continue;
      // Until their relations are known, nobody else is shown to them.
      if (page.isAsking) continue;
      if (page.areTiesStale) this.#tie(client, page);
      else if (page.viewer.isStale && ++choices > MOST_CHOICES) this.#waiting.add(client);
      else this.#follow(client, page);
    }
    if (this.#areMatchesStale) this.#publishMatches();
    writeChanged(this.state, { here: lobby.roster.count });
    this.broadcastPatch();
    let isTold = true;
    for (const client of this.clients) isTold = this.#tellNearby(client) && isTold;
    if (this.#waiting.size > 0 || this.#areMatchesStale || !isTold) this.#wake();
  }

  #follow({ view }: LobbyClient, { viewer, has }: Page): void {
    const { roster } = this.dependencies.lobby;
    if (viewer.isStale) viewer.choose(roster.all(), roster.get(viewer.playerId)?.card ?? null);
    this.#people.follow(view!, has, viewer.shown, (id) => roster.get(id));
  }

  #publishMatches(): void {
    const now = this.dependencies.clock.now();
    if (now < this.#matchesMs + MATCHES_EVERY_MS) return;
    this.#matchesMs = now;
    this.#areMatchesStale = false;
    publishMatches(this.state, this.dependencies.lobby.liveMatches());
  }

  /** False where it is to be retried: a message sent before a join is complete may get lost. */
  #tellNearby(client: LobbyClient): boolean {
    const { userData: page } = client;
    // Sent once their relations are known, which wakes the room.
    if (page === undefined || page.areTiesStale || page.isAsking || client.state === ClientState.LEAVING) return true;
    if (client.state !== ClientState.JOINED) return false;
    const { hasMore, friends } = page.viewer;
    const told = JSON.stringify([hasMore, friends]);
    if (told === page.told) return true;
    page.told = told;
    client.send(NEARBY, { hasMore, friends, nowMs: this.dependencies.lobby.nowMs() } satisfies Nearby);
    return true;
  }

  /** Looks up the relations of this page's player. */
  #tie(client: LobbyClient, page: Page): void {
    page.isAsking = true;
    page.areTiesStale = false;
    this.dependencies.lobby.cards
      .tiesOf(client.auth.id)
      .then((ties) => page.viewer.tie(ties))
      .catch((error: unknown) => {
        page.areTiesStale = true;
        this.dependencies.log.warn({ err: error }, "a page of the lobby shows nobody yet; it is tried again");
        return new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      })
      .finally(() => {
        page.isAsking = false;
        if (!this.clients.includes(client)) return;
        this.#waiting.add(client);
        this.#wake();
      });
  }
}

export function createLobbyRoom(dependencies: LobbyDependencies): RoomClass {
  return bindRoom(LobbyRoom, dependencies);
}
