// A player's statistics, and the facts of one match. Counted with each result, so nothing is recomputed to answer.

import { z } from "zod";
import { HOURS, PLACES, RALLY_EDGES, REACTIONS } from "../stat-buckets.ts";
import { MODES, perMode } from "../../contract/modes.ts";
import { endpoint } from "./endpoint.ts";
import { LoginParams } from "./fields.ts";

const tag = "Figures";

/** Matches or points won and lost; balls returned and missed. */
export const WonLost = z.object({ won: z.number().int(), lost: z.number().int() });
export type WonLost = z.infer<typeof WonLost>;

export const StatsReply = z.object({
  /** Duels that count, by mode; `own`: by rules of one's own. */
  modes: z.object({ ...perMode(() => WonLost), own: WonLost }),
  /** By the hour of day, UTC, in which they ended. */
  hours: z.array(WonLost).length(HOURS),
  /** Points by how many hits their rally had: RALLY_EDGES says from how many on. */
  rallies: z.array(WonLost).length(RALLY_EDGES.length),
  /** Balls returned and missed, by where they came to the player's line, from their left to their right: schema/stat-buckets.ts. */
  places: z.array(WonLost).length(PLACES),
  /** How often it took so long from seeing the other's hit to the first key: buckets of REACTION_STEP_MS. */
  reactions: z.array(z.number().int()).length(REACTIONS),
  longestRally: z.object({ hits: z.number().int(), matchId: z.string(), seconds: z.number() }).nullable(),
  /** Current streak: won in a row; below 0, lost. */
  streak: z.number().int(),
  bestStreak: z.number().int(),
  /** Those met most often. */
  opponents: z.array(WonLost.extend({ name: z.string(), login: z.string().nullable() })),
});
export type StatsReply = z.infer<typeof StatsReply>;

export const askStats = endpoint({
  method: "GET",
  path: "/api/players/{login}/figures",
  access: "anyone",
  tag,
  summary: "A player's statistics: by mode, opponent and hour, rallies, places, reactions, records.",
  params: LoginParams,
  reply: StatsReply,
  refusals: ["notFound", "history.hidden"],
});

/** Of a rating graph. */
export const MOST_RATING_POINTS = 200;

export const RatingPointsReply = z.object({
  points: z.array(
    z.object({ at: z.string(), rating: z.number().int(), deviation: z.number().int(), matchId: z.string() }),
  ),
});
export type RatingPointsReply = z.infer<typeof RatingPointsReply>;

export const askRatingPoints = endpoint({
  method: "GET",
  path: "/api/players/{login}/ratings/{mode}",
  access: "anyone",
  tag,
  summary: "A player's rating after each rated match of a mode: at most 200 of them, spread evenly.",
  params: LoginParams.extend({ mode: z.enum(MODES) }),
  reply: RatingPointsReply,
  refusals: ["notFound", "history.hidden"],
});

/** MatchFacts of pong/match-facts.ts. */
export const FactsReply = z.object({
  rallies: z.array(
    z.object({
      startTick: z.number(),
      endTick: z.number(),
      server: z.number().int(),
      winner: z.number().int(),
      missedAt: z.number().nullable(),
      hits: z.array(
        z.object({
          seat: z.number().int(),
          y: z.number(),
          offset: z.number(),
          speed: z.number(),
          reactionMs: z.number().nullable(),
        }),
      ),
      topSpeed: z.number(),
    }),
  ),
  score: z.array(z.number().int()),
});
export type FactsReply = z.infer<typeof FactsReply>;

export const askFacts = endpoint({
  method: "GET",
  path: "/api/matches/{id}/facts",
  access: "anyone",
  tag,
  summary: "The statistics of a finished match, rally by rally and hit by hit.",
  params: z.object({ id: z.string().max(200) }),
  reply: FactsReply,
  refusals: ["notFound"],
});
