// What routes and rooms are handed about the lobby: who is here, what is asked of whom. A part of services.ts.

import type { Logger } from "pino";
import type { Orm } from "../../db/open.ts";
import type { Accounts } from "../../db/repositories/accounts.ts";
import { createFriendLists } from "../../db/repositories/friend-lists.ts";
import { createFriends } from "../../db/repositories/friends.ts";
import type { Notifications } from "../../db/repositories/notifications.ts";
import type { Players } from "../../db/repositories/players.ts";
import { createRatings } from "../../db/repositories/ratings.ts";
import type { BlockList, PeopleDirectory } from "../../rooms/dependencies.ts";
import { ChallengeService } from "../../rooms/lobby/challenge-service.ts";
import { ChallengeEvent, type ChallengeWire } from "../../rooms/lobby/challenge-events.ts";
import { createMemoryChallenges } from "../../rooms/lobby/challenge-store.ts";
import type { Challenge } from "../../rooms/lobby/challenges.ts";
import type { LobbyServices as ForRooms } from "../../rooms/lobby/lobby-dependencies.ts";
import { Roster } from "../../rooms/lobby/roster.ts";
import { type Mode, modeOf } from "../../schema/modes.ts";
import type { Bus, Channel } from "../platform/bus.ts";
import type { CreateTable } from "../match/serve-tables.ts";
import type { CreateLimit } from "../platform/limit.ts";
import type { LiveList } from "../spectate/live-matches.ts";
import { createCards } from "../lobby/cards.ts";
import { type ChallengeNotifications, createChallengeNotifications } from "../lobby/challenge-notifications.ts";
import { createChallengePlayer } from "../lobby/challenge-player.ts";
import { createRequireRankable } from "../lobby/require-rankable.ts";
import { createRedisChallenges } from "../lobby/redis-challenges.ts";
import type { ChallengesOptions } from "../lobby/serve-challenges.ts";
import type { LobbyOptions } from "../lobby/serve-lobby.ts";
import type { NotificationEvents } from "../notifications/notification-events.ts";
import type { Presence } from "../cluster/presence.ts";
import type { RedisClients } from "../platform/redis.ts";
import { realTimers } from "../platform/timers.ts";

const CHANNEL: Channel<ChallengeEvent> = { name: "challenges", message: ChallengeEvent };

export interface LobbyNeeds {
  readonly accounts: Accounts;
  readonly players: Players;
  readonly presence: Presence;
  readonly people: PeopleDirectory;
  readonly blocks: BlockList;
  readonly live: LiveList;
  /** The opponents of their last two duels, the last one first. */
  readonly lastOpponents: (playerId: string) => Promise<readonly string[]>;
  readonly notices: NotificationEvents;
  readonly notifications: Notifications;
  readonly bus: Bus;
  readonly redis: RedisClients | null;
  readonly createTable: CreateTable;
  readonly createLimit: CreateLimit;
  readonly wallClock: () => Date;
  readonly log: Logger;
}

export interface LobbyServices {
  readonly http: { readonly lobby: LobbyOptions; readonly challenges: ChallengesOptions };
  readonly rooms: { readonly lobby: ForRooms };
  close(): void;
}

export function lobbyServices(orm: Orm, needs: LobbyNeeds): LobbyServices {
  const { accounts, players, presence, people, live, createLimit, wallClock, log } = needs;
  const complain = (error: unknown, what: string): void => {
    log.error({ err: error, what }, "a bug in the lobby");
  };
  const ratings = createRatings(orm);
  const cards = createCards({
    accounts,
    players,
    ratings,
    friends: createFriends(orm),
    lists: createFriendLists(orm),
    wallClock,
  });
  const roster = new Roster({
    cards,
    here: () => presence.here(),
    subscribeToStatuses: (listener) => presence.subscribe((id, { status }) => listener(id, status)),
    subscribeToFriends: (listener) => people.subscribeToFriends(listener),
    timers: realTimers,
    complain,
  });
  const notices = createChallengeNotifications(needs);
  const challenges = startDesk(needs, notices, complain);
  const requireRankable = createRequireRankable(needs.lastOpponents);
  const told = { presence, notices, requireRankable, createLimit };
  return {
    http: {
      lobby: { roster, cards, live, createLimit },
      challenges: {
        ...told,
        accounts,
        desk: challenges,
        challengePlayer: createChallengePlayer({ ...told, desk: challenges, cards }),
      },
    },
    rooms: {
      lobby: {
        roster,
        challenges,
        cards,
        liveMatches: () => live.list(),
        subscribeToLive: (listener) => live.subscribe(listener),
        subscribeToFriends: (listener) => people.subscribeToFriends(listener),
        nowMs: () => wallClock().getTime(),
      },
    },
    close() {
      roster.close();
      challenges.close();
    },
  };
}

function startDesk(
  { bus, redis, createTable, presence, blocks, wallClock }: LobbyNeeds,
  notices: ChallengeNotifications,
  complain: (error: unknown, what: string) => void,
): ChallengeService {
  const wire: ChallengeWire = {
    tell: (news) => bus.publish(CHANNEL, news),
    subscribe: (listener) => bus.subscribe(CHANNEL, listener),
  };
  const desk = new ChallengeService({
    store: redis === null ? createMemoryChallenges() : createRedisChallenges(redis.commands),
    wire,
    createTable: ({ from, to, terms }) => {
      const { rules, ranked, watching } = terms;
      const mode = modeOf(rules);
      return createTable({
        plan: { kind: "duel" },
        rules,
        stakes: { mode, ranked },
        watching,
        ratings: ratingsOf({ from, to }, mode ?? "classic"),
        invited: [from.id, to.id],
      });
    },
    ended: (one) => notices.read(one),
    timers: realTimers,
    nowMs: () => wallClock().getTime(),
    complain,
  });
  presence.subscribe((playerId, { status }) => {
    if (status === "playing") desk.plays(playerId);
  });
  blocks.subscribe((blockerId, blockedId, isBlocked) => {
    if (isBlocked) desk.part(blockerId, blockedId);
  });
  return desk;
}

function ratingsOf({ from, to }: Pick<Challenge, "from" | "to">, mode: Mode): Record<string, number> {
  return Object.fromEntries(
    [from, to].flatMap(({ id, ratings }) => {
      const rating = ratings[mode];
      return rating === undefined ? [] : [[id, rating] as const];
    }),
  );
}
