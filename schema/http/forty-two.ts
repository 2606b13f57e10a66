// Signing in with 42. The way there and back is no API but two pages, /auth/42 and /auth/42/callback, that send the browser on
// (game-server/accounts/forty-two/): to / or /sign-in/code, or to /sign-in and, for an account, /account with what there is to say.

import { z } from "zod";
import { CONFIRM_REFUSALS, Confirmed } from "./account.ts";
import { endpoint } from "./endpoint.ts";

/** i18n codes in `?problem=`. */
export const FORTY_TWO_PROBLEMS = [
  "fortyTwo.off",
  "fortyTwo.down",
  "fortyTwo.refused",
  "fortyTwo.nonsense",
  "fortyTwo.stale",
  "fortyTwo.taken",
  "fortyTwo.linkFirst",
  "fortyTwo.banned",
  "fortyTwo.tooMany",
  "fortyTwo.away",
  "fortyTwo.bug",
] as const;

const tag = "Account";

const LinkReply = z.object({
  /** Where the page goes next. */
  location: z.string(),
});

export const linkFortyTwo = endpoint({
  method: "POST",
  path: "/api/account/forty-two/link",
  access: "player",
  tag,
  summary: "Lets this browser link 42 to the account within the next few minutes.",
  body: Confirmed,
  reply: LinkReply,
  refusals: [...CONFIRM_REFUSALS, "fortyTwo.off", "fortyTwo.already"],
});

export const unlinkFortyTwo = endpoint({
  method: "POST",
  path: "/api/account/forty-two/unlink",
  access: "player",
  tag,
  summary: "Unlinks 42 from an account that has a password to sign in with.",
  body: Confirmed,
  refusals: [...CONFIRM_REFUSALS, "fortyTwo.none", "fortyTwo.needsPassword"],
});
