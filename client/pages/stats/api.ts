// What dashboards ask of the server: schema/http/stats.ts.

import type { FactsReply, StatsReply, RatingPointsReply } from "../../../schema/http/stats.ts";
import type { Mode } from "../../../schema/modes.ts";
import { request } from "../../platform/api.ts";
import { playerPath } from "../people/api.ts";

export const askFigures = (login: string): Promise<StatsReply> => request("GET", `${playerPath(login)}/figures`);
export const askRatingPoints = (login: string, mode: Mode): Promise<RatingPointsReply> =>
  request("GET", `${playerPath(login)}/ratings/${mode}`);
export const askFacts = (matchId: string): Promise<FactsReply> =>
  request("GET", `/api/matches/${encodeURIComponent(matchId)}/facts`);
