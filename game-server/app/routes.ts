// All of HTTP beside Colyseus, in the order in which it is asked.

import type { Application, RequestHandler } from "express";
import session from "express-session";
import type { Logger } from "pino";
import { type FortyTwoOptions, fortyTwoRoutes, serveFortyTwo } from "../accounts/forty-two/serve-forty-two.ts";
import { serveAuth } from "../accounts/serve-auth.ts";
import { type AchievementsOptions, serveAchievements } from "../achievements/serve-achievements.ts";
import type { IdentifyRequest } from "../identity/request-identity.ts";
import { type StatsOptions, serveStats } from "../stats/serve-stats.ts";
import { type FriendsOptions, serveFriends } from "../people/serve-friends.ts";
import { type ChallengesOptions, serveChallenges } from "../lobby/serve-challenges.ts";
import { type LobbyOptions, serveLobby } from "../lobby/serve-lobby.ts";
import { type LeaderboardsOptions, serveLeaderboards } from "../leaderboards/serve-leaderboards.ts";
import { type QueuesOptions, serveQueues } from "../matchmaking/serve-queues.ts";
import { type ModerationOptions, serveModeration } from "../moderation/serve-moderation.ts";
import { type NotificationsOptions, serveNotifications } from "../notifications/serve-notifications.ts";
import { type ProfilesOptions, serveProfiles } from "../people/serve-profiles.ts";
import { type RatingsOptions, serveRatings } from "../leaderboards/serve-ratings.ts";
import { SESSION_MS, type SessionStore, sessionCookie } from "../identity/session-store.ts";
import { type GuestsOptions, serveGuests } from "../accounts/serve-guests.ts";
import { type AvatarOptions, serveAccountAvatar } from "../avatars/serve-account-avatar.ts";
import { avatarRoutes } from "../avatars/avatar-routes.ts";
import { ENDPOINTS } from "../../schema/http/endpoints.ts";
import { type LiveOptions, serveLive } from "../spectate/serve-live.ts";
import { docsRoutes } from "../http/docs.ts";
import { type EventsOptions, serveEvents } from "../spectate/serve-events.ts";
import { type HealthOptions, healthRoutes } from "../http/health.ts";
import type { Matches } from "../../db/repositories/matches.ts";
import { serveMatches } from "../results/serve-matches.ts";
import { pageHeaders, pageRoutes } from "../http/pages.ts";
import { answerErrors, answerNotFound } from "../http/problems.ts";
import { type ReportsOptions, reportRoutes } from "../reports/report-routes.ts";
import { createApi } from "../http/serve.ts";
import type { SiteReply } from "../../schema/http/site.ts";
import { serveSite } from "../accounts/serve-site.ts";
import { type TablesOptions, serveTables } from "../match/serve-tables.ts";

export interface RoutesOptions {
  readonly log: Logger;
  readonly secret: string;
  readonly store: SessionStore;
  readonly identifyRequest: IdentifyRequest;
  readonly trustedProxies: number;
  readonly overTls: boolean;
  readonly guests: GuestsOptions;
  readonly auth: FortyTwoOptions;
  readonly matches: Matches;
  readonly tables: TablesOptions;
  readonly live: LiveOptions;
  readonly queues: QueuesOptions;
  readonly lobby: LobbyOptions;
  readonly challenges: ChallengesOptions;
  readonly events: EventsOptions;
  readonly reports: ReportsOptions;
  readonly avatars: AvatarOptions;
  readonly site: SiteReply;
  readonly profiles: ProfilesOptions;
  readonly ratings: RatingsOptions;
  readonly leaderboards: LeaderboardsOptions;
  readonly stats: StatsOptions;
  readonly achievements: AchievementsOptions;
  readonly friends: FriendsOptions;
  readonly notifications: NotificationsOptions;
  readonly moderation: ModerationOptions;
  readonly health: HealthOptions;
  /** Mounts the operators' pages, or nothing. */
  readonly mountAdmin: (app: Application) => void;
  readonly clientFolder: string;
  readonly production: boolean;
}

export function addRoutes(app: Application, options: RoutesOptions): void {
  app.set("trust proxy", options.trustedProxies);
  app.disable("x-powered-by");
  app.use(pageHeaders(options.overTls));
  app.use("/health", healthRoutes(options.health));
  options.mountAdmin(app);

  app.use("/api", (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  // Before there are sessions: nobody has to be anybody to say what went wrong.
  app.use("/api", reportRoutes(options.reports, options.log));
  const withSession = sessions(options);
  app.use("/api", withSession);
  app.use("/auth", withSession);
  const api = createApi(options.identifyRequest);
  serveGuests(api, options.guests);
  const auth = serveAuth(api, options.auth);
  serveFortyTwo(api, options.auth, auth);
  serveTables(api, options.tables);
  serveMatches(api, { ...options.stats, ...options.profiles, matches: options.matches });
  serveLive(api, options.live);
  serveQueues(api, options.queues);
  serveLobby(api, options.lobby);
  serveChallenges(api, options.challenges);
  serveEvents(api, options.events);
  serveSite(api, options.site);
  serveAccountAvatar(api, options.avatars);
  serveProfiles(api, options.profiles);
  serveRatings(api, options.ratings);
  serveLeaderboards(api, options.leaderboards);
  serveStats(api, options.stats);
  serveAchievements(api, options.achievements);
  serveFriends(api, options.friends);
  serveNotifications(api, options.notifications);
  serveModeration(api, options.moderation);
  app.use("/api", docsRoutes(ENDPOINTS));
  app.use(api.router);
  app.use("/api", answerNotFound);

  app.use("/auth/42", fortyTwoRoutes(options.auth, auth, options.identifyRequest));
  app.use("/avatars", avatarRoutes(options.avatars.files));
  app.use(pageRoutes(options.clientFolder, !options.production));
  app.use(answerErrors(options.log));
}

function sessions({ secret, store, overTls }: RoutesOptions): RequestHandler {
  return session({
    name: sessionCookie(overTls),
    secret,
    store,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    // Where players come by https, the proxy in front says so for each request; only the cookie's own flag hangs on it.
    ...(overTls ? { proxy: true } : {}),
    // `auto`: plain HTTP on a LAN works, behind TLS the cookie is never sent without it.
    cookie: { httpOnly: true, sameSite: "lax", secure: overTls ? true : "auto", path: "/", maxAge: SESSION_MS },
  });
}
