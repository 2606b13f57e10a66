// Where players wait for an opponent: joins and messages of those who are connected to this process. Who meets whom, and what
// follows: matchmaker.ts. The messages: schema/queues.ts.

import { ClientState } from "@colyseus/core";
import { z } from "zod";
import { NEW_RATING } from "../../ranking/glicko2.ts";
import { MODES, type Mode } from "../../contract/modes.ts";
import {
  ANSWERED,
  type Answered,
  PAIRED,
  PAUSED,
  PING,
  PROPOSAL,
  type Paired,
  type Cooldown,
  QUEUE_REQUESTS,
  type QueueRequest,
  UNPAIRED,
  WAITING,
} from "../../schema/queues.ts";
import { CloseCode } from "../../schema/rooms.ts";
import { MAX_SPECTATE_DELAY } from "../../schema/spectating.ts";
import { refuse } from "../admission.ts";
import type { Identity, RoomClass, RoomDependencies } from "../dependencies.ts";
import { type RallyClient, RallyRoom, bindRoom } from "../rally-room.ts";
import { RateLimit } from "../rate-limit.ts";
import type { Matchmaker } from "./matchmaker.ts";
import type { WaiterPort } from "./waiters.ts";

export interface QueueDependencies extends RoomDependencies {
  readonly matchmaker: Pick<
    Matchmaker,
    "enter" | "leave" | "accept" | "decline" | "change" | "cooldownFor" | "hold" | "release"
  >;
  /** Of the mode; null for who has none yet. */
  ratingOf(playerId: string, mode: Mode): Promise<{ readonly rating: number; readonly deviation: number } | null>;
  /** Their last two opponents, the last one first. */
  lastOpponents(playerId: string): Promise<readonly string[]>;
}

interface Waiting {
  readonly wanted: Wanted;
  hasEntered: boolean;
  readonly port: WaiterPort;
  readonly limit: RateLimit;
  pingedAtMs: number;
}

type QueueClient = RallyClient<Waiting>;

/** Between two measures of a round trip. */
const PING_EVERY_MS = 10_000;
/** People may press twice, but not on and on. */
const LIMIT = { burst: 10, perSecond: 2, patience: 20 };

const Wanted = z.object({
  mode: z.enum(MODES).default("classic"),
  ranked: z.boolean().default(false),
  watchDelaySeconds: z.number().int().min(0).max(MAX_SPECTATE_DELAY).default(0),
});
type Wanted = z.infer<typeof Wanted>;

abstract class QueueRoom extends RallyRoom<{ dependencies: QueueDependencies; client: QueueClient }> {
  protected override readonly label = "the queue";
  override maxClients = Infinity;
  override autoDispose = false;

  override onCreate(): void {
    super.onCreate();
    for (const name of QUEUE_REQUESTS) this.onMessage(name, (client: QueueClient) => this.#request(client, name));
    const pinging = setInterval(() => {
      for (const client of this.clients) this.#ping(client);
    }, PING_EVERY_MS);
    this.untilDispose(
      this.dependencies.blocks.subscribe((...both) => {
        for (const id of both.slice(0, 2)) this.#attempt("a block", () => this.#learnWhomToAvoid(id as string));
      }),
      () => clearInterval(pinging),
    );
  }

  override onJoin(client: QueueClient, options: unknown): void {
    const wanted = Wanted.safeParse(options);
    if (!wanted.success) refuse("stale");
    if (wanted.data.ranked && client.auth.kind !== "account") refuse("needsAccount");
    this.requireSignedIn(client);
    this.enter(client, "page");
    client.userData = {
      wanted: wanted.data,
      hasEntered: false,
      port: portOf(client),
      limit: new RateLimit(this.dependencies.clock.now(), LIMIT),
      pingedAtMs: 0,
    };
  }

  async #enter(client: QueueClient, { wanted, port }: Waiting): Promise<void> {
    const { matchmaker } = this.dependencies;
    const { id } = client.auth;
    const [ticket, seconds] = await Promise.all([this.#ticket(client.auth, wanted), matchmaker.cooldownFor(id)]);
    if (client.state === ClientState.LEAVING) return;
    if (seconds > 0) return port.coolingDown({ seconds, because: "early" });
    await matchmaker.enter(ticket, port);
    this.#ping(client);
    // Blocks made while that was being looked up are known now.
    await this.#learnWhomToAvoid(id);
  }

  override onLeave(client: QueueClient): void {
    const { userData: waiting } = client;
    if (waiting === undefined) return;
    super.onLeave(client);
    this.#attempt("leaving", () => this.dependencies.matchmaker.leave(waiting.port));
  }

  async #ticket({ id, name }: Identity, wanted: Wanted) {
    const { dependencies } = this;
    const [avoids, rating, last] = await Promise.all([
      dependencies.blocks.avoids(id),
      dependencies.ratingOf(id, wanted.mode),
      dependencies.lastOpponents(id),
    ]);
    const { rating: strength, deviation } = rating ?? NEW_RATING;
    return { ...wanted, playerId: id, name, rating: strength, deviation, avoids: [...avoids], lastOpponents: last };
  }

  #request(client: QueueClient, name: QueueRequest): void {
    const { matchmaker, clock } = this.dependencies;
    const { userData: waiting } = client;
    if (waiting === undefined) return;
    const now = clock.now();
    if (waiting.limit.take(now) === "kick") return this.dismiss(client);
    switch (name) {
      case "enter":
        if (waiting.hasEntered) return;
        waiting.hasEntered = true;
        return this.#attempt("entering", () =>
          this.#enter(client, waiting).catch((error: unknown) => {
            // They are told that it failed, instead of waiting for nothing.
            client.leave();
            throw error;
          }),
        );
      case "accept":
        return this.#attempt("accepting", () => matchmaker.accept(waiting.port));
      case "decline":
        return this.#attempt("declining", () => matchmaker.decline(waiting.port));
      case "pong": {
        if (waiting.pingedAtMs === 0) return;
        const roundTripMs = Math.round(now - waiting.pingedAtMs);
        waiting.pingedAtMs = 0;
        return this.#attempt("a round trip", () => matchmaker.change(client.auth.id, { roundTripMs }));
      }
    }
  }

  #ping(client: QueueClient): void {
    if (client.userData === undefined || client.state !== ClientState.JOINED) return;
    client.userData.pingedAtMs = this.dependencies.clock.now();
    client.send(PING);
  }

  async #learnWhomToAvoid(playerId: string): Promise<void> {
    if (!this.clients.some((client) => client.auth.id === playerId)) return;
    const avoids = [...(await this.dependencies.blocks.avoids(playerId))];
    await this.dependencies.matchmaker.change(playerId, { avoids });
  }

  #attempt(what: string, act: () => Promise<void>): void {
    act().catch((error: unknown) => this.complain(error, { what }));
  }
}

function portOf(client: QueueClient): WaiterPort {
  return {
    waiting: (message) => client.send(WAITING, message),
    proposed: (message) => client.send(PROPOSAL, message),
    answered: (accepted) => client.send(ANSWERED, { accepted } satisfies Answered),
    paired: (roomId) => client.send(PAIRED, { roomId } satisfies Paired),
    unpaired: () => client.send(UNPAIRED),
    coolingDown(message: Cooldown) {
      client.send(PAUSED, message);
      client.leave(CloseCode.paused, "paused");
    },
    replaced: () => client.leave(CloseCode.elsewhere, "elsewhere"),
    engaged: () => client.leave(CloseCode.playing, "playing"),
  };
}

export function createQueueRoom(dependencies: QueueDependencies): RoomClass {
  return bindRoom(QueueRoom, dependencies);
}
