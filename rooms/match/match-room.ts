// The Colyseus room around a table: joins, messages, the published state, and what is written when a match ends.
// What a match is and what happens in it: table.ts.

import { randomInt, randomUUID } from "node:crypto";
import { ClientState } from "@colyseus/core";
import type { WebSocket } from "ws";
import { createGame } from "../../pong/games.ts";
import type { Rules } from "../../pong/rules.ts";
import type { MatchState } from "../../schema/match-state.ts";
import { UP } from "../../schema/messages/match.ts";
import type { Stakes } from "../../contract/modes.ts";
import { CloseCode, MATCH_REQUESTS } from "../../schema/rooms.ts";
import { refuse } from "../admission.ts";
import type { RoomClass, RoomDependencies } from "../dependencies.ts";
import { type RallyClient, RallyRoom, bindRoom } from "../rally-room.ts";
import { reserveOncePerPlayer } from "../reservations.ts";
import type { WakeTimer } from "../wake-timers.ts";
import type { Verdict } from "../rate-limit.ts";
import { knock } from "./door.ts";
import { MatchLock } from "./match-lock.ts";
import type { EndedMatch } from "./ended-match.ts";
import { Table } from "./table.ts";
import { createMatchState, publishStatus } from "./table-status.ts";
import { RoomLife } from "./room-life.ts";
import { storedResult, storedStart } from "./stored-match.ts";
import type { EventsSince } from "../spectate/match-events.ts";
import { PublicTable } from "./public-table.ts";
import type { TablePlan } from "./table-options.ts";

/** What a table is made with; only the server makes tables. */
export interface TableOrder {
  readonly plan: TablePlan;
  readonly rules: Rules;
  readonly stakes: Stakes;
  readonly watching: Spectating;
  /** What is known of how strong they are, by their ids. */
  readonly ratings?: Readonly<Record<string, number>>;
  /** Ids of the players whose seats are kept; others go to whoever comes first. */
  readonly invited: readonly string[];
}

/** Who may watch a table, and how much later. */
export interface Spectating {
  readonly isPublic: boolean;
  /** 0 to MAX_SPECTATE_DELAY. */
  readonly delaySeconds: number;
}

const PING_BYTES = 4;

type MatchClient = RallyClient<{ readonly participant: number }>;

abstract class MatchRoom extends RallyRoom<{ dependencies: RoomDependencies; state: MatchState; client: MatchClient }> {
  protected override readonly label = "a match room";
  /** Colyseus would lock a full room for everybody, its players included; door.ts lets in those who have a seat. */
  override maxClients = Infinity;
  override autoDispose = false;
  #invited: readonly string[] = [];
  #bornMs = 0;
  readonly #bornAt = Date.now();
  /** By participant. */
  readonly #sitting = new Map<number, MatchClient>();
  #table!: Table;
  #life!: RoomLife;
  #wakeTimer!: WakeTimer;
  /** Room time that the wake timer is set to. */
  #wakeSetMs = NaN;
  #publicTable: PublicTable | null = null;
  #matchLock: MatchLock | null = null;

  override onCreate({ plan, rules, stakes, invited, watching, ratings = {} }: TableOrder): void {
    super.onCreate({}, { type: UP, receive: (client, bytes) => this.#receive(client as MatchClient, bytes) });
    reserveOncePerPlayer(this);
    this.#invited = invited;
    const { clock, times } = this.dependencies;
    this.#bornMs = clock.now();
    this.#life = new RoomLife(times.noShowSeconds * 1000);
    void this.setPrivate(true);
    const game = createGame(rules);
    const waiting = {
      reconnectMs: times.reconnectSeconds * 1000,
      reconnectTotalMs: times.reconnectTotalSeconds * 1000,
    };
    this.#table = new Table(
      { game, times: waiting, plan, stakes, invited, ratings: stakes.ranked ? ratings : {} },
      this.#port(),
      this.roomTimeMs(),
    );
    this.state = createMatchState(this.#table.status);
    for (const name of MATCH_REQUESTS) this.onMessage(name, (client: MatchClient) => this.#request(client, name));
    this.#wakeTimer = this.createWakeTimer(
      () => this.#wake(),
      (stalledMs) => this.#table.excuse(stalledMs),
    );
    if (plan.kind === "duel" && this.#table.status.isPaired)
      this.#matchLock = new MatchLock(invited, this.dependencies.matchLocks);
    if (watching.isPublic && plan.kind === "duel") this.#publicTable = this.#show(watching.delaySeconds, ratings);
    this.#settle();
  }

  /** For spectators: the id of the room to join. Null where there is nothing to watch. Called from any process. */
  openSpectating(): Promise<string | null> {
    const { feeds, openSpectateRoom } = this.dependencies;
    return feeds.roomFor(this.roomId, openSpectateRoom);
  }

  /** For tools that follow a match: MatchEvents.since. Called from any process. */
  matchEvents(matchId: string, from: number): EventsSince | null {
    return this.#publicTable?.events(matchId, from) ?? null;
  }

  /** For the door. Called from any process. */
  async admits(playerId: string): Promise<boolean> {
    return this.#table.hasSeatFor(playerId) && !(await this.#isUnwelcome(playerId));
  }

  override async onJoin(client: MatchClient): Promise<void> {
    const { id, name } = client.auth;
    // The seat that was free when they knocked may be taken since, or they may have been blocked.
    if (await this.#isUnwelcome(id)) refuse("full");
    // They have left meanwhile: Colyseus handles that.
    if (client.state === ClientState.LEAVING) return;
    this.requireSignedIn(client);
    const participant = this.#table.sit(id, name, this.roomTimeMs());
    if (typeof participant !== "number") refuse(participant);
    const before = this.#sitting.get(participant);
    this.#sitting.set(participant, client);
    this.enter(client, "match");
    client.userData = { participant };
    before?.leave(CloseCode.elsewhere, "elsewhere");
    client.ref.on("pong", (data: Buffer) => this.#pong(client, data));
    this.#table.greet(participant, this.roomTimeMs());
    this.#settle();
  }

  override onLeave(client: MatchClient): void {
    if (client.userData === undefined) return;
    super.onLeave(client);
    const { participant } = client.userData;
    if (this.#sitting.get(participant) !== client) return;
    this.#sitting.delete(participant);
    this.#table.drop(participant, this.roomTimeMs());
    this.#settle();
  }

  override onDispose(): void {
    super.onDispose();
    this.#publicTable?.close();
    this.#matchLock?.end();
  }

  protected override complain(error: unknown, about: object): void {
    super.complain(error, { match: this.#table.status.matchId, ...about });
  }

  /** Room time now, in ms: what every client's clock tries to be (schema/timing.ts). */
  roomTimeMs(): number {
    return this.dependencies.clock.now() - this.#bornMs;
  }

  /** Whether somebody who sits here, or is expected to, has blocked them. Whoever has a seat keeps it, whatever happens. */
  async #isUnwelcome(playerId: string): Promise<boolean> {
    const isSeated = () => this.#table.status.seats.some((seat) => seat.playerId === playerId);
    if (isSeated() || this.#invited.includes(playerId)) return false;
    const blockers = await this.dependencies.blocks.blockersOf(playerId);
    const others = [...this.#invited, ...this.#table.status.seats.map((seat) => seat.playerId)];
    return !isSeated() && others.some((id) => blockers.has(id));
  }

  #wake(): void {
    const now = this.roomTimeMs();
    this.#table.advance(now);
    this.#settle();
    const end = this.#life.judge(this.#table.status, this.#sitting.size, now);
    if (end !== null) void this.disconnect(end);
  }

  /** After every message to the table: publishes what has changed, and makes sure that the table is woken in time. */
  #settle(): void {
    if (this.#table.takeChanged()) {
      publishStatus(this.state, this.#table.status);
      this.broadcastPatch();
      this.#publicTable?.tell(this.#table.status);
    }
    this.#matchLock?.tell(this.#table.status.phase, this.roomTimeMs());
    const wakeMs = this.#table.wakeMs;
    if (wakeMs === this.#wakeSetMs) return;
    this.#wakeSetMs = wakeMs;
    this.#wakeTimer.set(this.#bornMs + wakeMs);
  }

  #show(delaySeconds: number, ratings: Readonly<Record<string, number>>): PublicTable {
    const { dependencies, roomId } = this;
    const table = this.#table;
    const spectated = {
      matchViews: table.matchViews,
      nowMs: () => this.roomTimeMs(),
      delaySeconds,
      playerIds: () => table.status.seats.map(({ playerId }) => playerId),
      setSpectators: (count: number) => {
        table.setSpectators(count);
        this.#settle();
      },
    };
    return new PublicTable(roomId, spectated, ratings, dependencies);
  }

  #receive(client: MatchClient, bytes: Uint8Array): void {
    const participant = this.#participantOf(client);
    if (participant === null) return;
    this.#punish(client, this.#table.receive(participant, bytes, this.roomTimeMs()));
    this.#settle();
  }

  #pong(client: MatchClient, data: Buffer): void {
    const participant = this.#participantOf(client);
    if (participant !== null && data.length === PING_BYTES)
      this.#table.pong(participant, data.readUInt32BE(), this.roomTimeMs());
  }

  #request(client: MatchClient, name: (typeof MATCH_REQUESTS)[number]): void {
    const participant = this.#participantOf(client);
    if (participant === null) return;
    const verdict = this.#table.admit(participant, this.roomTimeMs());
    this.#punish(client, verdict);
    if (verdict !== "ok") return;
    this.#table.request(participant, name, this.roomTimeMs());
    this.#settle();
  }

  /** Null for somebody who has been replaced by another tab and is still talking. */
  #participantOf(client: MatchClient): number | null {
    const participant = client.userData?.participant;
    return participant !== undefined && this.#sitting.get(participant) === client ? participant : null;
  }

  #punish(client: MatchClient, verdict: Verdict): void {
    if (verdict === "kick") this.dismiss(client);
  }

  #port() {
    return {
      send: (participant: number, type: number, bytes: Uint8Array) =>
        this.#sitting.get(participant)?.sendBytes(type, bytes),
      ping: (participant: number, id: number) =>
        (this.#sitting.get(participant)?.ref as WebSocket | undefined)?.ping(pingPayload(id)),
      chance: () => Math.random(),
      nextMatch: () => ({ matchId: randomUUID(), seed: randomInt(2 ** 32) }),
      diverged: (participant: number) => {
        const { matchId } = this.#table.status;
        this.dependencies.log.warn({ match: matchId, room: this.roomId, participant }, "a player's world differed");
      },
      odd: (participant: number) => {
        const { matchId } = this.#table.status;
        const player = this.#sitting.get(participant)?.auth.id;
        this.dependencies.log.info({ match: matchId, room: this.roomId, player }, "pings are answered oddly late");
      },
      begun: (matchId: string, seed: number) => this.#begin(matchId, seed),
      ended: (match: EndedMatch) => this.#end(match),
    };
  }

  #begin(id: string, seed: number): void {
    void this.dependencies.matches.begin(storedStart(this.#origin(id), seed, this.#table.status, this.roomTimeMs()));
  }

  #end(match: EndedMatch): void {
    void this.dependencies.matches.finish(
      storedResult(this.#origin(match.matchId), match, this.#publicTable?.delaySeconds ?? 0),
    );
  }

  #origin(id: string) {
    return { id, roomId: this.roomId, bornAt: this.#bornAt };
  }
}

function pingPayload(id: number): Buffer {
  const payload = Buffer.allocUnsafe(PING_BYTES);
  payload.writeUInt32BE(id);
  return payload;
}

export function createMatchRoom(dependencies: RoomDependencies): RoomClass {
  return bindRoom(MatchRoom, dependencies, (identity, roomId) => knock(roomId, identity));
}
