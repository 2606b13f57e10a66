// Tables that a player sets up. POST /api/invitations: for a friend; POST /api/tables: against the computer, or for two at one
// keyboard. Both answer where it is.

import { z } from "zod";
import { FAIR } from "../../pong/ai/fair.ts";
import { AI_LEVELS } from "../../pong/ai/levels.ts";
import { MAX_SPECTATE_DELAY } from "../spectating.ts";
import { endpoint } from "./endpoint.ts";
import { DisplayName } from "./fields.ts";
import { RulesRequest } from "./matches.ts";

/** Who may watch, and how many seconds later. Left out: nobody. */
export const WatchingRequest = z.object({
  isPublic: z.boolean(),
  delaySeconds: z.number().int().min(0).max(MAX_SPECTATE_DELAY).default(0),
});

export const InvitationRequest = z.object({ rules: RulesRequest.optional(), watching: WatchingRequest.optional() });
export type InvitationRequest = z.infer<typeof InvitationRequest>;

export const TableRequest = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(["practice", "warmUp"]),
    /** Of the computer. "fair": the one nearest to the player's rating, moved with the score as docs/ai.md says. */
    level: z.enum([...AI_LEVELS, FAIR]),
    rules: RulesRequest.optional(),
  }),
  z.object({
    kind: z.literal("keyboard"),
    /** What the second person goes by. */
    companion: DisplayName,
    rules: RulesRequest.optional(),
  }),
]);
export type TableRequest = z.infer<typeof TableRequest>;

/** The room to join; its page is /play/ROOM, which is also the link to send to a friend. */
export const TableReply = z.object({ roomId: z.string() });
export type TableReply = z.infer<typeof TableReply>;

const tag = "Tables";

export const invite = endpoint({
  method: "POST",
  path: "/api/invitations",
  access: "guest",
  tag,
  summary: "Sets up a table whose other seat goes to whoever opens the link.",
  body: InvitationRequest,
  reply: TableReply,
  status: 201,
  refusals: ["tooMany"],
});

export const setUpTable = endpoint({
  method: "POST",
  path: "/api/tables",
  access: "guest",
  tag,
  summary: "Sets up a table to play the computer, or for two at one keyboard.",
  body: TableRequest,
  reply: TableReply,
  status: 201,
  refusals: ["tooMany"],
});
