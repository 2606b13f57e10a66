// Queues: the matchmaker of this process, with its store and its wire, in memory for the only process, over Redis for several.

import { randomUUID } from "node:crypto";
import { MODE_RULES, type Mode } from "../../contract/modes.ts";
import type { Stores } from "../../db/stores.ts";
import type { Rules } from "../../pong/rules.ts";
import { Matchmaker } from "../../rooms/matchmaking/matchmaker.ts";
import { createMemoryStore } from "../../rooms/matchmaking/memory-store.ts";
import { QueueEvent, type QueueWire } from "../../rooms/matchmaking/queue-events.ts";
import { createQueueRoom } from "../../rooms/matchmaking/queue-room.ts";
import { askQueues } from "../../schema/http/queues.ts";
import { QUEUES } from "../../schema/queues.ts";
import { QUEUE_ROOM } from "../../schema/rooms.ts";
import type { Feature } from "../http/feature.ts";
import type { Api } from "../http/serve.ts";
import type { CreateTable } from "../match/feature.ts";
import type { Channel } from "../platform/bus.ts";
import type { Platform } from "../platform/platform.ts";
import { createRedisStore } from "./redis-store.ts";

const CHANNEL: Channel<QueueEvent> = { name: "queue", message: QueueEvent };
/** Nobody meets for the third time in a row. */
const REMEMBERED_OPPONENTS = 2;

export interface MatchmakingNeeds {
  readonly createTable: CreateTable;
}

export interface MatchmakingFeature extends Feature {
  readonly matchmaker: Matchmaker;
  /** The opponents of their last two duels, latest first. */
  readonly lastOpponents: (playerId: string) => Promise<readonly string[]>;
}

export function createMatchmaking(
  platform: Platform,
  { ratings, opponents }: Stores,
  needs: MatchmakingNeeds,
): MatchmakingFeature {
  const matchmaker = startMatchmaker(platform, needs);
  const lastOpponents = (playerId: string) => opponents.last(playerId, REMEMBERED_OPPONENTS);
  async function ratingOf(playerId: string, mode: Mode) {
    const rows = (await ratings.of([playerId])).get(playerId) ?? [];
    return rows.find((row) => row.mode === mode) ?? null;
  }
  return {
    matchmaker,
    lastOpponents,
    routes: (api) => serveQueues(api, matchmaker),
    rooms(dependencies) {
      const room = createQueueRoom({ ...dependencies, matchmaker, ratingOf, lastOpponents });
      return [{ name: QUEUE_ROOM, room, isAlwaysOpen: true }];
    },
    close: () => matchmaker.close(),
  };
}

function startMatchmaker({ bus, redis, settings, timers, log }: Platform, { createTable }: MatchmakingNeeds) {
  const wire: QueueWire = {
    tell: (event) => bus.publish(CHANNEL, event),
    subscribe: (listener) => bus.subscribe(CHANNEL, listener),
  };
  const classic: Rules = { ...MODE_RULES.classic, pointsToWin: settings.playNowPoints };
  const rulesOf = (mode: Mode): Rules => (mode === "classic" ? classic : MODE_RULES[mode]);
  return new Matchmaker({
    processId: randomUUID(),
    store: redis === null ? createMemoryStore() : createRedisStore(redis.commands),
    wire,
    createTable: ({ mode, ranked }, tickets) =>
      createTable({
        plan: { kind: "duel" },
        rules: rulesOf(mode),
        stakes: { mode, ranked },
        // Matches from the queue may be watched by everybody, with the longer of the two players' delays.
        watching: { isPublic: true, delaySeconds: Math.max(...tickets.map((ticket) => ticket.watchDelaySeconds)) },
        ratings: Object.fromEntries(tickets.map(({ playerId, rating }) => [playerId, Math.round(rating)])),
        invited: tickets.map(({ playerId }) => playerId),
      }),
    timers,
    nowMs: () => Date.now(),
    complain: (error, what) => {
      log.error({ err: error, what }, "a bug in matchmaking");
    },
  });
}

/** How long the queues are: schema/http/queues.ts. */
function serveQueues({ serve }: Api, matchmaker: Pick<Matchmaker, "lineOf" | "cooldownFor">): void {
  serve(askQueues, async ({ caller }) => ({
    queues: QUEUES.map((queue) => ({ ...queue, ...matchmaker.lineOf(queue) })),
    pauseSeconds: caller === null ? 0 : await matchmaker.cooldownFor(caller.player.id),
  }));
}
