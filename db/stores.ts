// All repositories of a database, opened once. Not among them: those of matches and processes, which take rules and a name that
// their owner has (game-server/results/start.ts), and what operators' commands alone use.

import type { Orm } from "./open.ts";
import { createAccountSecrets } from "./repositories/account-secrets.ts";
import { createAccounts } from "./repositories/accounts.ts";
import { createAchievements } from "./repositories/achievements.ts";
import { createFriendLists } from "./repositories/friend-lists.ts";
import { createFriends } from "./repositories/friends.ts";
import { createJobs } from "./repositories/jobs.ts";
import { createLastSeen } from "./repositories/last-seen.ts";
import { createLeaderboards } from "./repositories/leaderboards.ts";
import { createNotifications } from "./repositories/notifications.ts";
import { createOpponents } from "./repositories/opponents.ts";
import { createPlayed } from "./repositories/played.ts";
import { createPlayers } from "./repositories/players.ts";
import { createRatings } from "./repositories/ratings.ts";
import { createReports } from "./repositories/reports.ts";
import { createRoles } from "./repositories/roles.ts";
import { createSessions } from "./repositories/sessions.ts";
import { createStats } from "./repositories/stats.ts";

export type Stores = ReturnType<typeof openStores>;

export function openStores(orm: Orm) {
  return {
    accounts: createAccounts(orm),
    accountSecrets: createAccountSecrets(orm),
    achievements: createAchievements(orm),
    friendLists: createFriendLists(orm),
    friends: createFriends(orm),
    jobs: createJobs(orm),
    lastSeen: createLastSeen(orm),
    leaderboards: createLeaderboards(orm),
    notifications: createNotifications(orm),
    opponents: createOpponents(orm),
    played: createPlayed(orm),
    players: createPlayers(orm),
    ratings: createRatings(orm),
    reports: createReports(orm),
    roles: createRoles(orm),
    sessions: createSessions(orm),
    stats: createStats(orm),
  };
}
