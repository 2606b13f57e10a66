// How strong players are, and how long one waits for somebody as strong. What the figures mean: docs/rating.md.

import { z } from "zod";
import { MODES } from "../../contract/modes.ts";
import { endpoint } from "./endpoint.ts";
import { LoginParams } from "./fields.ts";

const tag = "Ratings";

export const RatingOfMode = z.object({
  mode: z.enum(MODES),
  rating: z.number().int(),
  deviation: z.number().int(),
  /** Not sure enough yet to be ranked. */
  provisional: z.boolean(),
  played: z.number().int(),
  won: z.number().int(),
  best: z.number().int(),
  /** In the list of all time, and in that of this season; null: not listed (docs/rating.md). */
  rank: z.number().int().nullable(),
  seasonRank: z.number().int().nullable(),
});
export type RatingOfMode = z.infer<typeof RatingOfMode>;

export const RatingsReply = z.object({ ratings: z.array(RatingOfMode) });
export type RatingsReply = z.infer<typeof RatingsReply>;

export const askRatings = endpoint({
  method: "GET",
  path: "/api/players/{login}/ratings",
  access: "anyone",
  tag,
  summary: "A player's rating in each mode they have played ranked matches in.",
  params: LoginParams,
  reply: RatingsReply,
  refusals: ["notFound"],
});
