// Live matches open to spectators, and how to get in: the watch room itself is schema/spectating.ts.

import { z } from "zod";
import { MODES } from "../../contract/modes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Watching";

export const LiveMatchReply = z.object({
  roomId: z.string(),
  matchId: z.string(),
  mode: z.enum(MODES).nullable(),
  ranked: z.boolean(),
  players: z.array(z.object({ id: z.string(), name: z.string(), rating: z.number().nullable() })),
  /** As spectators see it at this moment: they may be behind the players. */
  score: z.array(z.number().int()),
  watchers: z.number().int(),
});
export type LiveMatchReply = z.infer<typeof LiveMatchReply>;

/** More than these nobody looks through. */
export const MOST_LIVE = 100;

export const LiveReply = z.object({ matches: z.array(LiveMatchReply) });
export type LiveReply = z.infer<typeof LiveReply>;

export const askLive = endpoint({
  method: "GET",
  path: "/api/live",
  access: "anyone",
  tag,
  summary: "Live matches open to spectators, strongest players first; the first one is the top match.",
  reply: LiveReply,
});

export const SpectateReply = z.object({ roomId: z.string() });
export type SpectateReply = z.infer<typeof SpectateReply>;

export const openSpectating = endpoint({
  method: "POST",
  path: "/api/live/{room}/watch",
  access: "guest",
  tag,
  summary: "The room to watch a table from, to be joined by its id.",
  params: z.object({ room: z.string().regex(/^[\w-]{1,40}$/u) }),
  reply: SpectateReply,
  refusals: ["notFound", "tooMany"],
});
