// Who you are: POST /api/guests picks a name (or changes it) and starts a session; GET /api/me tells who this browser is.

import { z } from "zod";
import { nameFault, tidyName } from "../player-name.ts";

export const GuestName = z
  .string()
  .max(200)
  .transform(tidyName)
  .superRefine((name, context) => {
    const fault = nameFault(name);
    if (fault !== null) context.addIssue({ code: "custom", message: fault });
  });

export const GuestRequest = z.object({ name: GuestName });
export type GuestRequest = z.infer<typeof GuestRequest>;

export const Player = z.object({ id: z.string(), name: z.string(), kind: z.enum(["guest", "account"]) });
export type Player = z.infer<typeof Player>;

/** Answer of both; null: this browser has no session (not an error). */
export const MeReply = z.object({ player: Player.nullable() });
export type MeReply = z.infer<typeof MeReply>;
