// The matchmaker of this process, with its store and its wire: in memory for the only process, over Redis for several.

import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { CreateTable } from "../match/serve-tables.ts";
import { createMemoryStore } from "../../rooms/matchmaking/memory-store.ts";
import { Matchmaker } from "../../rooms/matchmaking/matchmaker.ts";
import { QueueEvent, type QueueWire } from "../../rooms/matchmaking/queue-events.ts";
import { MODE_RULES, type Mode } from "../../schema/modes.ts";
import type { Rules } from "../../pong/rules.ts";
import type { Bus, Channel } from "../platform/bus.ts";
import type { RedisClients } from "../platform/redis.ts";
import { realTimers } from "../platform/timers.ts";
import { createRedisStore } from "./redis-store.ts";

const CHANNEL: Channel<QueueEvent> = { name: "queue", message: QueueEvent };

export interface MatchmakingOptions {
  readonly bus: Bus;
  readonly redis: RedisClients | null;
  readonly createTable: CreateTable;
  readonly settings: { readonly playNowPoints: number };
  readonly log: Logger;
}

export function startMatchmaker({ bus, redis, createTable, settings, log }: MatchmakingOptions): Matchmaker {
  const wire: QueueWire = {
    tell: (news) => bus.publish(CHANNEL, news),
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
        // Who meets whom by the queue is everybody's to see, as late as the more careful of the two wants.
        watching: { isPublic: true, delaySeconds: Math.max(...tickets.map((ticket) => ticket.watchDelaySeconds)) },
        ratings: Object.fromEntries(tickets.map(({ playerId, rating }) => [playerId, Math.round(rating)])),
        invited: tickets.map(({ playerId }) => playerId),
      }),
    timers: realTimers,
    nowMs: () => Date.now(),
    complain: (error, what) => {
      log.error({ err: error, what }, "a bug in matchmaking");
    },
  });
}
