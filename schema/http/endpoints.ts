// Every HTTP endpoint of the API. /api/openapi.json is made of this list.

import * as account from "./account.ts";
import * as achievements from "./achievements.ts";
import * as avatars from "./avatars.ts";
import * as challenges from "./challenges.ts";
import type { Endpoint } from "./endpoint.ts";
import * as events from "./events.ts";
import * as figures from "./stats.ts";
import * as fortyTwo from "./forty-two.ts";
import * as friends from "./friends.ts";
import * as guests from "./guests.ts";
import * as lobby from "./lobby.ts";
import * as leaderboards from "./leaderboards.ts";
import * as matches from "./matches.ts";
import * as moderation from "./moderation.ts";
import * as notifications from "./notifications.ts";
import * as players from "./players.ts";
import * as queues from "./queues.ts";
import * as ratings from "./ratings.ts";
import * as reports from "./reports.ts";
import * as site from "./site.ts";
import * as signIn from "./sign-in.ts";
import * as tables from "./tables.ts";
import * as watching from "./spectating.ts";

/** In the order of /api/docs. */
const FILES: readonly object[] = [
  guests,
  signIn,
  fortyTwo,
  account,
  avatars,
  players,
  ratings,
  leaderboards,
  figures,
  achievements,
  friends,
  notifications,
  lobby,
  challenges,
  tables,
  matches,
  queues,
  watching,
  events,
  moderation,
  reports,
  site,
];

export const ENDPOINTS: readonly Endpoint[] = FILES.flatMap((file) => Object.values(file)).filter(isEndpoint);

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "access" in value;
}
