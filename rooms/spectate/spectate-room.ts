// Where a table is watched: sends spectators the match so far, and then what follows (feed.ts). A room of its own beside the
// match's, because whatever a match room publishes reaches everybody in it at once, and spectators may be behind.
//
// The players come first: nothing here is sent from within anything that serves them, and many who watch are served a few at a
// time (spread.ts).

import { ClientState } from "@colyseus/core";
import { encodeRecording } from "../../pong/recording-bytes.ts";
import {
  PIECE_MS,
  SPECTATORS,
  SPECTATE_OVER,
  SPECTATE_PIECE,
  SPECTATE_START,
  type SpectateOver,
  type SpectateStart,
  type Spectators,
} from "../../schema/spectating.ts";
import { CloseCode } from "../../schema/rooms.ts";
import { refuse } from "../admission.ts";
import type { RoomClass, RoomDependencies } from "../dependencies.ts";
import { type RallyClient, RallyRoom, bindRoom } from "../rally-room.ts";
import { reserveOncePerPlayer } from "../reservations.ts";
import type { MatchView } from "../match/match-view.ts";
import { Feed, type FeedPiece } from "./feed.ts";
import type { Feeds, SpectatedTable } from "./feeds.ts";
import { Spread } from "./spread.ts";

export interface SpectateDependencies extends RoomDependencies {
  readonly feeds: Feeds;
}

type Say = (client: SpectateClient) => void;
type SpectateClient = RallyClient;

const MOST_SPECTATORS = 1_000;
/** So long it is kept for the spectator that it was opened for, who may have a slow line. */
const FIRST_COMES_SECONDS = 60;
/** Served in one go, before whatever else waits: well under a millisecond. */
const SERVED_AT_ONCE = 8;
/** Over most of the time between two looks; a little is left for timers that are late. */
const SPREAD_MS = PIECE_MS * 0.9;
/** A piece at least once a second: spectators have to know how far it is. */
const PIECES_A_BEAT = 4;

abstract class SpectateRoom extends RallyRoom<{ dependencies: SpectateDependencies; client: SpectateClient }> {
  protected override readonly label = "a watch room";
  override maxClients = MOST_SPECTATORS;
  override seatReservationTimeout = FIRST_COMES_SECONDS;
  #tableId = "";
  #table!: SpectatedTable;
  #feed!: Feed;
  readonly #spread = new Spread<SpectateClient>({
    overMs: SPREAD_MS,
    atOnce: SERVED_AT_ONCE,
    isHere: ({ state }) => state !== ClientState.LEAVING,
    complain: (error) => this.complain(error),
  });
  #silence = 0;
  /** The latest piece, if it has not been sent. */
  #leftOut: FeedPiece | null = null;
  #toldCount = -1;

  override onCreate({ tableId }: { readonly tableId: string }): void {
    void this.setPrivate(true);
    reserveOncePerPlayer(this);
    this.#tableId = tableId;
    const table = this.dependencies.feeds.table(tableId);
    if (table === null) throw new Error("the table to watch has gone");
    this.#table = table;
    this.#feed = new Feed(table, table.delaySeconds);
    this.#feed.advance();
    super.onCreate();
    const beat = setInterval(() => this.#look(), PIECE_MS);
    this.untilDispose(
      () => clearInterval(beat),
      this.dependencies.blocks.subscribe((blockerId, blockedId, isBlocked) => {
        if (isBlocked) this.#part(blockerId, blockedId);
      }),
    );
  }

  override onDispose(): void {
    super.onDispose();
    this.#table.setSpectators(0);
    this.dependencies.feeds.forget(this.#tableId);
  }

  override async onJoin(client: SpectateClient): Promise<void> {
    const avoided = await this.dependencies.blocks.avoids(client.auth.id);
    if (this.#table.playerIds().some((id) => avoided.has(id))) refuse("full");
    if (client.state === ClientState.LEAVING) return;
    this.requireSignedIn(client);
    this.enter(client, "page");
    const { matchView } = this.#feed;
    const shown = this.#feed.shown();
    if (matchView !== null && shown !== null) client.send(SPECTATE_START, this.#start(matchView, shown));
    if (matchView !== null && this.#feed.isOver) client.send(SPECTATE_OVER, overOf(matchView));
    client.send(SPECTATORS, { count: this.clients.length } satisfies Spectators);
  }

  /** One has blocked the other: if one of them plays here, the other may no longer watch. */
  #part(...both: readonly [string, string]): void {
    const players = this.#table.playerIds();
    if (!both.some((id) => players.includes(id))) return;
    for (const client of this.clients) {
      if (both.includes(client.auth.id)) client.leave(CloseCode.full, "full");
    }
  }

  #look(): void {
    try {
      // Anyone still joining gets it with all the rest.
      const clients = this.clients.filter((client) => this.hasEntered(client));
      this.#spread.tell(clients, [...this.#updates(), ...this.#count()]);
    } catch (error) {
      this.complain(error);
    }
    if (this.dependencies.feeds.table(this.#tableId) === null && this.#feed.isOver)
      void this.disconnect(CloseCode.gone);
  }

  *#updates(): Generator<Say> {
    this.#silence++;
    for (const update of this.#feed.advance()) {
      if (update.kind === "start") {
        const start = this.#start(update.matchView, this.#feed.shown()!);
        yield (client) => client.send(SPECTATE_START, start);
      } else if (update.kind === "over") {
        const over = overOf(update.matchView);
        // The last point is to be seen before the end is.
        if (this.#leftOut !== null) yield this.#tellPiece(this.#leftOut);
        yield (client) => client.send(SPECTATE_OVER, over);
      } else if (isWorthTelling(update.piece) || this.#silence >= PIECES_A_BEAT) {
        yield this.#tellPiece(update.piece);
      } else {
        // It only says how far it is, and the next one says more.
        this.#leftOut = update.piece;
      }
    }
  }

  #tellPiece(piece: FeedPiece): Say {
    this.#silence = 0;
    this.#leftOut = null;
    const bytes = encodeRecording({ ...piece, hash: 0 });
    return (client) => client.sendBytes(SPECTATE_PIECE, bytes);
  }

  *#count(): Generator<Say> {
    const count = this.clients.length;
    if (count === this.#toldCount) return;
    this.#toldCount = count;
    this.#table.setSpectators(count);
    yield (client) => client.send(SPECTATORS, { count } satisfies Spectators);
  }

  #start({ matchId, mode, ranked, names }: MatchView, shown: FeedPiece): SpectateStart {
    const recording = encodeRecording({ ...shown, hash: 0 });
    const players = names.map((name) => ({ name }));
    return { matchId, mode, ranked, players, delaySeconds: this.#feed.delaySeconds, recording };
  }
}

function isWorthTelling({ presses, pauses, seenLate }: FeedPiece): boolean {
  return presses.length > 0 || pauses.length > 0 || seenLate.length > 0;
}

function overOf({ matchId, ending }: MatchView): SpectateOver {
  return { matchId, winner: ending?.winner ?? -1, endReason: ending?.endReason ?? "abandoned" };
}

export function createSpectateRoom(dependencies: SpectateDependencies): RoomClass {
  return bindRoom(SpectateRoom, dependencies);
}
