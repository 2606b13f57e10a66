// Where a table is watched: tells those who come what there has been, and then what comes (feed.ts). A room of its own beside the
// match's, because whatever a match room publishes reaches everybody in it at once, and those who watch may be behind.
//
// The players come first: nothing here is sent from within anything that serves them, and many who watch are served a few at a
// time (spread.ts).

import { type AuthContext, type Client, ClientState, Room } from "@colyseus/core";
import { encodeRecording } from "../../pong/recording-bytes.ts";
import {
  PIECE_MS,
  WATCHERS,
  WATCH_OVER,
  WATCH_PIECE,
  WATCH_START,
  type WatchOver,
  type WatchStart,
  type Watchers,
} from "../../schema/watching.ts";
import { CloseCode } from "../../schema/rooms.ts";
import { admit, isRefusal, refuse, requireSignedIn } from "../admission.ts";
import type { Identity, RoomClass, RoomDependencies } from "../dependencies.ts";
import { FrameGuard } from "../frame-guard.ts";
import { NO_PATCHES_MS } from "../no-patches.ts";
import type { Course } from "../match/course.ts";
import { Feed, type FeedPiece } from "./feed.ts";
import type { Feeds, WatchableTable } from "./feeds.ts";
import { Spread } from "./spread.ts";

export interface WatchDependencies extends RoomDependencies {
  readonly feeds: Feeds;
}

type Say = (client: WatchClient) => void;
type WatchClient = Client & { auth: Identity; userData?: { leave: () => void } };

const MOST_WATCHERS = 1_000;
/** Served in one go, before whatever else waits: well under a millisecond. */
const SERVED_AT_ONCE = 8;
/** Over most of the time between two looks; a little is left for timers that are late. */
const SPREAD_MS = PIECE_MS * 0.9;
/** A second passes without a piece at most: whoever watches has to know how far it is. */
const PIECES_A_BEAT = 4;

abstract class WatchRoom extends Room<{ client: WatchClient }> {
  protected abstract readonly dependencies: WatchDependencies;
  override maxClients = MOST_WATCHERS;
  override patchRate = NO_PATCHES_MS;
  #tableId = "";
  #table!: WatchableTable;
  #feed!: Feed;
  #guard!: FrameGuard;
  readonly #spread = new Spread<WatchClient>({
    overMs: SPREAD_MS,
    atOnce: SERVED_AT_ONCE,
    isHere: ({ state }) => state !== ClientState.LEAVING,
    complain: (error) => this.#complain(error),
  });
  #unwatch = (): void => {};
  #beat: ReturnType<typeof setInterval> | null = null;
  #silence = 0;
  /** The latest piece, when it was not told. */
  #leftOut: FeedPiece | null = null;
  #toldCount = -1;

  override onCreate({ tableId }: { readonly tableId: string }): void {
    void this.setPrivate(true);
    this.#tableId = tableId;
    const table = this.dependencies.feeds.table(tableId);
    if (table === null) throw new Error("the table to watch has gone");
    this.#table = table;
    this.#feed = new Feed(table, table.delaySeconds);
    this.#feed.advance();
    this.#guard = new FrameGuard(this, this.dependencies.log);
    this.onMessage("*", (client: WatchClient) => this.#guard.dismiss(client));
    this.#beat = setInterval(() => this.#look(), PIECE_MS);
    this.#unwatch = this.dependencies.blocks.watch((blockerId, blockedId, isBlocked) => {
      if (isBlocked) this.#part(blockerId, blockedId);
    });
  }

  override onDispose(): void {
    if (this.#beat !== null) clearInterval(this.#beat);
    this.#unwatch();
    this.#table.setWatchers(0);
    this.dependencies.feeds.forget(this.#tableId);
  }

  override async onJoin(client: WatchClient): Promise<void> {
    const { blocks, connections } = this.dependencies;
    const avoided = await blocks.avoids(client.auth.id);
    if (this.#table.playerIds().some((id) => avoided.has(id))) refuse("full");
    if (client.state === ClientState.LEAVING) return;
    requireSignedIn(this.dependencies, client.auth);
    const close = (): void => this.#guard.signOut(client);
    client.userData = { leave: connections.enter({ identity: client.auth, where: "page", close }) };
    const { course } = this.#feed;
    const shown = this.#feed.shown();
    if (course !== null && shown !== null) client.send(WATCH_START, this.#start(course, shown));
    if (course !== null && this.#feed.isOver) client.send(WATCH_OVER, overOf(course));
    client.send(WATCHERS, { count: this.clients.length } satisfies Watchers);
  }

  override onLeave(client: WatchClient): void {
    client.userData?.leave();
  }

  override onUncaughtException(error: Error, method: string): void {
    if (isRefusal(error)) return;
    this.dependencies.log.error({ err: error, room: this.roomId, method }, "a bug in a watch room");
  }

  /** One of the two may play, and the other watch: no longer. */
  #part(...both: readonly [string, string]): void {
    const players = this.#table.playerIds();
    if (!both.some((id) => players.includes(id))) return;
    for (const client of this.clients) {
      if (both.includes(client.auth.id)) client.leave(CloseCode.full, "full");
    }
  }

  #look(): void {
    try {
      // Whoever is still being let in gets it with all the rest, at joining.
      const clients = this.clients.filter((client) => client.userData !== undefined);
      this.#spread.tell(clients, [...this.#news(), ...this.#count()]);
    } catch (error) {
      this.#complain(error);
    }
    if (this.dependencies.feeds.table(this.#tableId) === null && this.#feed.isOver)
      void this.disconnect(CloseCode.gone);
  }

  *#news(): Generator<Say> {
    this.#silence++;
    for (const news of this.#feed.advance()) {
      if (news.kind === "start") {
        const start = this.#start(news.course, this.#feed.shown()!);
        yield (client) => client.send(WATCH_START, start);
      } else if (news.kind === "over") {
        const over = overOf(news.course);
        // The last point is to be seen before the end is.
        if (this.#leftOut !== null) yield this.#tellPiece(this.#leftOut);
        yield (client) => client.send(WATCH_OVER, over);
      } else if (isWorthTelling(news.piece) || this.#silence >= PIECES_A_BEAT) {
        yield this.#tellPiece(news.piece);
      } else {
        // It says only how far it is, and the next one says more.
        this.#leftOut = news.piece;
      }
    }
  }

  #tellPiece(piece: FeedPiece): Say {
    this.#silence = 0;
    this.#leftOut = null;
    const bytes = encodeRecording({ ...piece, hash: 0 });
    return (client) => client.sendBytes(WATCH_PIECE, bytes);
  }

  *#count(): Generator<Say> {
    const count = this.clients.length;
    if (count === this.#toldCount) return;
    this.#toldCount = count;
    this.#table.setWatchers(count);
    yield (client) => client.send(WATCHERS, { count } satisfies Watchers);
  }

  #complain(error: unknown): void {
    this.dependencies.log.error({ err: error, room: this.roomId }, "a bug in a watch room");
  }

  #start({ matchId, mode, ranked, names }: Course, shown: FeedPiece): WatchStart {
    const recording = encodeRecording({ ...shown, hash: 0 });
    const players = names.map((name) => ({ name }));
    return { matchId, mode, ranked, players, delaySeconds: this.#feed.delaySeconds, recording };
  }
}

function isWorthTelling({ presses, pauses, seenLate }: FeedPiece): boolean {
  return presses.length > 0 || pauses.length > 0 || seenLate.length > 0;
}

function overOf({ matchId, ending }: Course): WatchOver {
  return { matchId, winner: ending?.winner ?? -1, endReason: ending?.endReason ?? "abandoned" };
}

export function createWatchRoom(dependencies: WatchDependencies): RoomClass {
  return class extends WatchRoom {
    protected readonly dependencies = dependencies;

    static override async onAuth(_token: string, options: unknown, context: AuthContext): Promise<Identity> {
      return admit(dependencies, options, context.headers);
    }
  };
}
