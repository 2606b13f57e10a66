// Play now: whoever joins waits here until there are two, gets a table, and is told where. Who plays whom: pairing.ts.

import { type AuthContext, type Client, ClientState, Room } from "@colyseus/core";
import type { Rules } from "../../pong/rules.ts";
import { forFun } from "../../schema/modes.ts";
import { CloseCode, PAIRED, type Paired, WAITING, type Waiting } from "../../schema/rooms.ts";
import { admit, isRefusal, requireSignedIn } from "../admission.ts";
import type { Identity, RoomClass, RoomDependencies } from "../dependencies.ts";
import { FrameGuard } from "../frame-guard.ts";
import type { TableOrder } from "../match/match-room.ts";
import { nextPair } from "./pairing.ts";

export interface QueueDependencies extends RoomDependencies {
  /** Makes a table with seats kept for these players and answers its room's id. */
  readonly createTable: (order: TableOrder) => Promise<string>;
  /** What is played when nobody has chosen. */
  readonly rules: Rules;
}

type QueueClient = Client & { auth: Identity; userData?: { leave: () => void } };

interface Place {
  readonly playerId: string;
  readonly client: QueueClient;
  readonly avoids: Set<string>;
}

/** Has no state to sync, so no patches and no timer either. */
const NEVER_MS = 2 ** 31 - 1;

abstract class QueueRoom extends Room<{ client: QueueClient }> {
  protected abstract readonly dependencies: QueueDependencies;
  override maxClients = Infinity;
  override autoDispose = false;
  override patchRate = NEVER_MS;
  #waiting: Place[] = [];
  /** Whom they avoid is being looked up. */
  readonly #arriving = new Set<Place>();
  #guard!: FrameGuard;
  #unwatch = (): void => {};

  override onCreate(): void {
    this.#guard = new FrameGuard(this, this.dependencies.log);
    this.onMessage("*", (client: QueueClient) => this.#guard.dismiss(client));
    this.#unwatch = this.dependencies.blocks.watch((...change) => this.#hearOfBlock(...change));
  }

  override onDispose(): void {
    this.#unwatch();
  }

  override async onJoin(client: QueueClient): Promise<void> {
    const place: Place = { playerId: client.auth.id, client, avoids: new Set() };
    await this.#learnWhomToAvoid(place);
    // They have left meanwhile: Colyseus sees to it.
    if (client.state === ClientState.LEAVING) return;
    const { connections } = this.dependencies;
    requireSignedIn(this.dependencies, client.auth);
    const close = (): void => this.#guard.signOut(client);
    client.userData = { leave: connections.enter({ identity: client.auth, where: "page", close }) };
    const other = this.#waiting.find(({ playerId }) => playerId === place.playerId);
    this.#remove(other?.client);
    other?.client.leave(CloseCode.elsewhere, "elsewhere");
    this.#waiting.push(place);
    this.#pair();
    this.#tellHowManyWait();
  }

  override onLeave(client: QueueClient): void {
    client.userData?.leave();
    this.#remove(client);
    this.#tellHowManyWait();
  }

  override onUncaughtException(error: Error, method: string): void {
    if (isRefusal(error)) return;
    this.#complain(error, method);
  }

  #complain(error: unknown, method: string): void {
    this.dependencies.log.error({ err: error, room: this.roomId, method }, "a bug in the queue");
  }

  async #learnWhomToAvoid(place: Place): Promise<void> {
    this.#arriving.add(place);
    try {
      for (const playerId of await this.dependencies.blocks.avoids(place.playerId)) place.avoids.add(playerId);
    } finally {
      this.#arriving.delete(place);
    }
  }

  #hearOfBlock(blockerId: string, blockedId: string, isBlocked: boolean): void {
    for (const { playerId, avoids } of [...this.#arriving, ...this.#waiting]) {
      const other = playerId === blockerId ? blockedId : playerId === blockedId ? blockerId : null;
      if (other === null) continue;
      if (isBlocked) avoids.add(other);
      else this.#forgive(playerId).catch((error: unknown) => this.#complain(error, "unblock"));
    }
  }

  /** Somebody whom they avoided, or who avoided them, takes that back; there may be a block the other way. */
  async #forgive(playerId: string): Promise<void> {
    const avoids = await this.dependencies.blocks.avoids(playerId);
    for (const place of this.#waiting.filter((one) => one.playerId === playerId)) {
      place.avoids.clear();
      for (const other of avoids) place.avoids.add(other);
    }
    this.#pair();
    this.#tellHowManyWait();
  }

  #remove(client: QueueClient | undefined): void {
    this.#waiting = this.#waiting.filter((place) => place.client !== client);
  }

  #pair(): void {
    for (let pair = nextPair(this.#waiting); pair !== null; pair = nextPair(this.#waiting)) {
      for (const place of pair) this.#remove(place.client);
      void this.#seat(pair);
    }
  }

  async #seat(pair: readonly Place[]): Promise<void> {
    try {
      const { createTable, rules } = this.dependencies;
      const invited = pair.map((place) => place.playerId);
      const roomId = await createTable({ plan: { kind: "duel" }, rules, stakes: forFun(rules), invited });
      for (const { client } of pair) client.send(PAIRED, { roomId } satisfies Paired);
    } catch (error) {
      this.dependencies.log.error(
        { err: error, players: pair.map((place) => place.playerId) },
        "two were paired and got no table",
      );
      this.#waiting.unshift(...pair.filter((place) => this.clients.includes(place.client)));
    }
  }

  #tellHowManyWait(): void {
    const people = this.#waiting.length;
    for (const { client } of this.#waiting) client.send(WAITING, { people } satisfies Waiting);
  }
}

export function createQueueRoom(dependencies: QueueDependencies): RoomClass {
  return class extends QueueRoom {
    protected readonly dependencies = dependencies;

    static override async onAuth(_token: string, options: unknown, context: AuthContext): Promise<Identity> {
      return admit(dependencies, options, context.headers);
    }
  };
}
