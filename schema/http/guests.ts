// Who you are: POST /api/guests picks a name (or changes it) and starts a session; GET /api/me says who this browser is. Programs say
// that they are bots: docs/bots.md.

import { z } from "zod";
import { PLAYER_KINDS, ROLES } from "../../contract/people.ts";
import { endpoint } from "./endpoint.ts";
import { DisplayName } from "./fields.ts";

export const GuestRequest = z.object({
  name: DisplayName,
  /** A program plays: its name is "Robo " and this one, 20 letters in all, and none of its matches count. */
  bot: z
    .boolean()
    .default(false)
    .meta({ description: 'A program plays: it is called "Robo " and this name, and none of its matches count.' }),
});
export type GuestRequest = z.input<typeof GuestRequest>;

export const Player = z.object({
  id: z.string(),
  name: z.string(),
  /** `bot`: a guest that a program plays for; it stays one. */
  kind: z.enum(PLAYER_KINDS),
  /** The rest only of accounts; a bot's role is a guest's. */
  login: z.string().nullable(),
  avatarId: z.string().nullable(),
  role: z.enum(["guest", ...ROLES]),
  /** Whether the address still has to be verified. */
  unverified: z.boolean(),
});
export type Player = z.infer<typeof Player>;

/** Null: this browser has no session (not an error). */
export const MeReply = z.object({ player: Player.nullable() });
export type MeReply = z.infer<typeof MeReply>;

export const takeName = endpoint({
  method: "POST",
  path: "/api/guests",
  access: "anyone",
  tag: "Guests",
  summary:
    "Takes a name and starts a session; called again, it renames the same guest. With bot, for a program, whose name then begins with Robo.",
  body: GuestRequest,
  reply: MeReply,
  refusals: ["name.taken", "name.reserved", "name.ofAccount", "tooMany"],
});

export const askMe = endpoint({
  method: "GET",
  path: "/api/me",
  access: "anyone",
  tag: "Guests",
  summary: "Who this browser is, or null.",
  reply: MeReply,
});
