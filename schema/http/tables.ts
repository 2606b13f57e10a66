// Tables that a player sets up. POST /api/invitations: for a friend; POST /api/tables: against the computer, or for two at one
// keyboard. Both answer where it is.

import { z } from "zod";
import { AI_LEVELS } from "../../pong/ai/levels.ts";
import { GuestName } from "./guests.ts";
import { RulesRequest } from "./matches.ts";

export const InvitationRequest = z.object({ rules: RulesRequest.optional() });
export type InvitationRequest = z.infer<typeof InvitationRequest>;

export const TableRequest = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(["practice", "warmUp"]),
    level: z.enum(AI_LEVELS),
    rules: RulesRequest.optional(),
  }),
  z.object({
    kind: z.literal("keyboard"),
    /** What the second person goes by. */
    companion: GuestName,
    rules: RulesRequest.optional(),
  }),
]);
export type TableRequest = z.infer<typeof TableRequest>;

/** The room to join; its page is /play/ROOM, which is also the link to send to a friend. */
export const TableReply = z.object({ roomId: z.string() });
export type TableReply = z.infer<typeof TableReply>;
