// The lobby: who is here for all to see, what is on, and who challenges whom.

import type { Stores } from "../../db/stores.ts";
import type { BlockList, PeopleDirectory } from "../../rooms/dependencies.ts";
import { ChallengeService } from "../../rooms/lobby/challenge-service.ts";
import { ChallengeEvent, type ChallengeWire } from "../../rooms/lobby/challenge-events.ts";
import { createMemoryChallenges } from "../../rooms/lobby/challenge-store.ts";
import type { Challenge } from "../../rooms/lobby/challenges.ts";
import { type LobbyServices, createLobbyRoom } from "../../rooms/lobby/lobby-room.ts";
import { Roster } from "../../rooms/lobby/roster.ts";
import { LOBBY_ROOM } from "../../schema/lobby.ts";
import type { Mode } from "../../contract/modes.ts";
import { modeOf } from "../../schema/modes.ts";
import type { Presence } from "../cluster/presence.ts";
import type { Feature } from "../http/feature.ts";
import type { CreateTable } from "../match/feature.ts";
import type { NotificationEvents } from "../notifications/feature.ts";
import type { Channel } from "../platform/bus.ts";
import type { Platform } from "../platform/platform.ts";
import type { LiveList } from "../spectate/feature.ts";
import { createCards } from "./cards.ts";
import { type ChallengeNotifications, createChallengeNotifications } from "./challenge-notifications.ts";
import { createChallengePlayer, createRequireRankable } from "./challenge-player.ts";
import { createRedisChallenges } from "./redis-challenges.ts";
import { serveChallenges } from "./serve-challenges.ts";
import { serveLobby } from "./serve-lobby.ts";

const CHANNEL: Channel<ChallengeEvent> = { name: "challenges", message: ChallengeEvent };

export interface LobbyNeeds {
  readonly presence: Presence;
  readonly people: PeopleDirectory;
  readonly blocks: BlockList;
  readonly live: LiveList;
  /** The opponents of their last two duels, latest first. */
  readonly lastOpponents: (playerId: string) => Promise<readonly string[]>;
  readonly notificationEvents: NotificationEvents;
  readonly createTable: CreateTable;
}

export function createLobby(platform: Platform, stores: Stores, needs: LobbyNeeds): Feature {
  const { timers, wallClock, createLimit, log } = platform;
  const { accounts, notifications, friendLists: lists } = stores;
  const { presence, people, live } = needs;
  const complain: Complain = (error, what) => {
    log.error({ err: error, what }, "a bug in the lobby");
  };
  const cards = createCards({ ...stores, lists, wallClock });
  const roster = new Roster({
    cards,
    here: () => presence.here(),
    subscribeToStatuses: (listener) => presence.subscribe((id, { status }) => listener(id, status)),
    subscribeToFriends: (listener) => people.subscribeToFriends(listener),
    timers,
    complain,
  });
  const challengeNotifications = createChallengeNotifications({
    notifications,
    notificationEvents: needs.notificationEvents,
    wallClock,
  });
  const challenges = startChallenges(platform, needs, challengeNotifications, complain);
  const requireRankable = createRequireRankable(needs.lastOpponents);
  const told = { challenges, presence, challengeNotifications, requireRankable, createLimit };
  return {
    routes(api) {
      serveLobby(api, { roster, cards, live, createLimit });
      serveChallenges(api, { ...told, accounts, challengePlayer: createChallengePlayer({ ...told, cards }) });
    },
    rooms(dependencies) {
      const lobby: LobbyServices = {
        roster,
        challenges,
        cards,
        liveMatches: () => live.list(),
        subscribeToLive: (listener) => live.subscribe(listener),
        subscribeToFriends: (listener) => people.subscribeToFriends(listener),
        nowMs: () => wallClock().getTime(),
      };
      return [{ name: LOBBY_ROOM, room: createLobbyRoom({ ...dependencies, lobby }), isAlwaysOpen: true }];
    },
    close() {
      roster.close();
      challenges.close();
    },
  };
}

type Complain = (error: unknown, what: string) => void;

function startChallenges(
  { bus, redis, timers, wallClock }: Platform,
  { createTable, presence, blocks }: LobbyNeeds,
  challengeNotifications: ChallengeNotifications,
  complain: Complain,
): ChallengeService {
  const wire: ChallengeWire = {
    tell: (event) => bus.publish(CHANNEL, event),
    subscribe: (listener) => bus.subscribe(CHANNEL, listener),
  };
  const challenges = new ChallengeService({
    store: redis === null ? createMemoryChallenges() : createRedisChallenges(redis.commands),
    wire,
    createTable: ({ from, to, terms }) => {
      const { rules, ranked, watching } = terms;
      const mode = modeOf(rules);
      return createTable({
        plan: { kind: "duel", isFriendly: !ranked },
        rules,
        stakes: { mode, ranked },
        watching,
        ratings: ratingsOf({ from, to }, mode ?? "classic"),
        invited: [from.id, to.id],
      });
    },
    ended: (one) => challengeNotifications.read(one),
    timers,
    nowMs: () => wallClock().getTime(),
    complain,
  });
  presence.subscribe((playerId, { status }) => {
    if (status === "playing") challenges.plays(playerId);
  });
  blocks.subscribe((blockerId, blockedId, isBlocked) => {
    if (isBlocked) challenges.part(blockerId, blockedId);
  });
  return challenges;
}

function ratingsOf({ from, to }: Pick<Challenge, "from" | "to">, mode: Mode): Record<string, number> {
  return Object.fromEntries(
    [from, to].flatMap(({ id, ratings }) => {
      const rating = ratings[mode];
      return rating === undefined ? [] : [[id, rating] as const];
    }),
  );
}
