// The Colyseus room around a match core: joins, messages, the published state, and what is written when a match ends.
// What a match is and what happens in it: match-core.ts.

import { randomInt, randomUUID } from "node:crypto";
import { type AuthContext, type Client, ClientState, Room } from "@colyseus/core";
import { CLASSIC } from "../../pong/court.ts";
import type { Rules } from "../../pong/rules.ts";
import type { MatchState } from "../../schema/match-state.ts";
import { UP } from "../../schema/messages/match.ts";
import type { Stakes } from "../../schema/modes.ts";
import { CloseCode, MATCH_REQUESTS } from "../../schema/rooms.ts";
import { admit, isRefusal, refuse, requireSignedIn } from "../admission.ts";
import type { Alarm } from "../alarms.ts";
import type { Identity, RoomClass, RoomDependencies } from "../dependencies.ts";
import { FrameGuard } from "../frame-guard.ts";
import { NO_PATCHES_MS } from "../no-patches.ts";
import type { Verdict } from "../rate-limit.ts";
import { Engagement } from "./engagement.ts";
import type { EndedMatch } from "./ended-match.ts";
import { MatchCore } from "./match-core.ts";
import { createMatchState, publishStatus } from "./publish-status.ts";
import { RoomLife } from "./room-life.ts";
import { storedResult, storedStart } from "./stored-match.ts";
import type { EventsSince } from "../watch/match-events.ts";
import { Showcase } from "./showcase.ts";
import type { TablePlan } from "./table.ts";

/** What a table is made with; only the server makes tables. */
export interface TableOrder {
  readonly plan: TablePlan;
  readonly rules: Rules;
  readonly stakes: Stakes;
  readonly watching: Watching;
  /** What is known of how strong they are, by their ids. */
  readonly ratings?: Readonly<Record<string, number>>;
  /** Ids of the players whose places are kept; others go to whoever comes first. */
  readonly invited: readonly string[];
}

/** Who may watch a table, and how much later. */
export interface Watching {
  readonly isPublic: boolean;
  /** 0 to MAX_WATCH_DELAY. */
  readonly delaySeconds: number;
}

/** More than this come only to stress us: two players, their other tabs, and a few who follow a link too late. */
const MAX_CLIENTS = 16;

type MatchClient = Client & { auth: Identity; userData?: { place: number; leave: () => void } };

/** What it needs is bound in by createMatchRoom: Colyseus lists a room's options, so they can't carry it. */
abstract class MatchRoom extends Room<{ state: MatchState; client: MatchClient }> {
  protected abstract readonly dependencies: RoomDependencies;
  override maxClients = MAX_CLIENTS;
  override patchRate = NO_PATCHES_MS;
  override autoDispose = false;
  #invited: readonly string[] = [];
  #bornMs = 0;
  readonly #bornAt = Date.now();
  /** By place. */
  readonly #sitting = new Map<number, MatchClient>();
  #core!: MatchCore;
  readonly #life = new RoomLife();
  #guard!: FrameGuard;
  #alarm!: Alarm;
  /** Room time that the alarm is set to. */
  #alarmMs = NaN;
  #showcase: Showcase | null = null;
  #engagement: Engagement | null = null;

  override onCreate({ plan, rules, stakes, invited, watching, ratings = {} }: TableOrder): void {
    this.#invited = invited;
    const { clock, alarms, times } = this.dependencies;
    this.#bornMs = clock.now();
    void this.setPrivate(true);
    const game = { court: CLASSIC, rules };
    const waiting = {
      reconnectMs: times.reconnectSeconds * 1000,
      reconnectTotalMs: times.reconnectTotalSeconds * 1000,
    };
    this.#core = new MatchCore(
      { game, times: waiting, plan, stakes, invited, ratings: stakes.ranked ? ratings : {} },
      this.#port(),
      this.roomTimeMs(),
    );
    this.state = createMatchState(this.#core.status);
    this.#guard = new FrameGuard(this, this.dependencies.log, {
      type: UP,
      receive: (client, bytes) => this.#receive(client as MatchClient, bytes),
    });
    for (const name of MATCH_REQUESTS) this.onMessage(name, (client: MatchClient) => this.#request(client, name));
    this.onMessage("*", (client: MatchClient) => this.#guard.dismiss(client));
    this.#alarm = alarms.create(
      () => this.#wake(),
      (stalledMs) => this.#core.excuse(stalledMs),
    );
    if (plan.kind === "duel" && this.#core.status.isPaired)
      this.#engagement = new Engagement(invited, this.dependencies.engagements);
    if (watching.isPublic && plan.kind === "duel") this.#showcase = this.#show(watching.delaySeconds, ratings);
    this.#settle();
  }

  /** For who wants to watch: the id of the room to join. Null where there is nothing to watch. Called from any process. */
  openWatching(): Promise<string | null> {
    const { feeds, openWatchRoom } = this.dependencies;
    return feeds.roomFor(this.roomId, openWatchRoom);
  }

  /** For tools that follow a match: MatchEvents.since. Called from any process. */
  matchEvents(matchId: string, from: number): EventsSince | null {
    return this.#showcase?.events(matchId, from) ?? null;
  }

  override async onJoin(client: MatchClient): Promise<void> {
    const { connections } = this.dependencies;
    const { id, name } = client.auth;
    if (await this.#isUnwelcome(id)) refuse("full");
    // They have left meanwhile: Colyseus sees to it.
    if (client.state === ClientState.LEAVING) return;
    requireSignedIn(this.dependencies, client.auth);
    const place = this.#core.sit(id, name, this.roomTimeMs());
    if (typeof place !== "number") refuse(place);
    const before = this.#sitting.get(place);
    this.#sitting.set(place, client);
    const close = (): void => this.#guard.signOut(client);
    client.userData = { place, leave: connections.enter({ identity: client.auth, where: "match", close }) };
    before?.leave(CloseCode.elsewhere, "elsewhere");
    this.#core.greet(place, this.roomTimeMs());
    this.#settle();
  }

  override onLeave(client: MatchClient): void {
    if (client.userData === undefined) return;
    const { place, leave } = client.userData;
    leave();
    if (this.#sitting.get(place) !== client) return;
    this.#sitting.delete(place);
    this.#core.drop(place, this.roomTimeMs());
    this.#settle();
  }

  override onDispose(): void {
    this.#alarm.clear();
    this.#showcase?.close();
    this.#engagement?.end();
  }

  /** A bug: told to whoever operates this, and the room lives on. */
  override onUncaughtException(error: Error, method: string): void {
    if (isRefusal(error)) return;
    this.dependencies.log.error(
      { err: error, room: this.roomId, match: this.#core.status.matchId, method },
      "a bug in a match room",
    );
  }

  /** Room time now, in ms: what every client's clock tries to be (schema/timing.ts). */
  roomTimeMs(): number {
    return this.dependencies.clock.now() - this.#bornMs;
  }

  /** Whether somebody who sits here, or is expected to, has blocked them. Whoever has a place keeps it, whatever happens. */
  async #isUnwelcome(playerId: string): Promise<boolean> {
    const isSeated = () => this.#core.status.seats.some((seat) => seat.playerId === playerId);
    if (isSeated() || this.#invited.includes(playerId)) return false;
    const blockers = await this.dependencies.blocks.blockersOf(playerId);
    const others = [...this.#invited, ...this.#core.status.seats.map((seat) => seat.playerId)];
    return !isSeated() && others.some((id) => blockers.has(id));
  }

  #wake(): void {
    const now = this.roomTimeMs();
    this.#core.advance(now);
    this.#settle();
    const end = this.#life.judge(this.#core.status, this.#sitting.size, now);
    if (end !== null) void this.disconnect(end);
  }

  /** After everything that is said to the table: publishes what has changed, and sees to it that the table is woken in time. */
  #settle(): void {
    if (this.#core.takeChanged()) {
      publishStatus(this.state, this.#core.status);
      this.broadcastPatch();
      this.#showcase?.tell(this.#core.status);
    }
    this.#engagement?.tell(this.#core.status.phase, this.roomTimeMs());
    const wakeMs = this.#core.wakeMs;
    if (wakeMs === this.#alarmMs) return;
    this.#alarmMs = wakeMs;
    this.#alarm.set(this.#bornMs + wakeMs);
  }

  #show(delaySeconds: number, ratings: Readonly<Record<string, number>>): Showcase {
    const { dependencies, roomId } = this;
    const core = this.#core;
    const table = {
      courses: core.courses,
      nowMs: () => this.roomTimeMs(),
      delaySeconds,
      playerIds: () => core.status.seats.map(({ playerId }) => playerId),
      setWatchers: (count: number) => {
        core.setWatchers(count);
        this.#settle();
      },
    };
    return new Showcase(roomId, table, ratings, dependencies);
  }

  #receive(client: MatchClient, bytes: Uint8Array): void {
    const place = this.#placeOf(client);
    if (place === null) return;
    this.#punish(client, this.#core.receive(place, bytes, this.roomTimeMs()));
    this.#settle();
  }

  #request(client: MatchClient, name: (typeof MATCH_REQUESTS)[number]): void {
    const place = this.#placeOf(client);
    if (place === null) return;
    const verdict = this.#core.admit(place, this.roomTimeMs());
    this.#punish(client, verdict);
    if (verdict !== "ok") return;
    this.#core.request(place, name, this.roomTimeMs());
    this.#settle();
  }

  /** Null for somebody who has been replaced by another tab and is still talking. */
  #placeOf(client: MatchClient): number | null {
    const place = client.userData?.place;
    return place !== undefined && this.#sitting.get(place) === client ? place : null;
  }

  #punish(client: MatchClient, verdict: Verdict): void {
    if (verdict === "kick") this.#guard.dismiss(client);
  }

  #port() {
    return {
      send: (place: number, type: number, bytes: Uint8Array) => this.#sitting.get(place)?.sendBytes(type, bytes),
      nextMatch: () => ({ matchId: randomUUID(), seed: randomInt(2 ** 32) }),
      begun: (matchId: string, seed: number) => this.#begin(matchId, seed),
      ended: (match: EndedMatch) => this.#end(match),
    };
  }

  #begin(id: string, seed: number): void {
    void this.dependencies.matches.begin(storedStart(this.#origin(id), seed, this.#core.status, this.roomTimeMs()));
  }

  #end(match: EndedMatch): void {
    void this.dependencies.matches.finish(
      storedResult(this.#origin(match.matchId), match, this.#showcase?.delaySeconds ?? 0),
    );
  }

  #origin(id: string) {
    return { id, roomId: this.roomId, bornAt: this.#bornAt };
  }
}

export function createMatchRoom(dependencies: RoomDependencies): RoomClass {
  return class extends MatchRoom {
    protected readonly dependencies = dependencies;

    static override async onAuth(_token: string, options: unknown, context: AuthContext): Promise<Identity> {
      return admit(dependencies, options, context.headers);
    }
  };
}
