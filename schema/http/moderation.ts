// What moderators and admins do to accounts.

import { z } from "zod";
import { ROLES } from "../../contract/people.ts";
import { MAX_BAN_REASON_LENGTH } from "../profile.ts";
import { endpoint } from "./endpoint.ts";
import { LoginParams, tidyLine } from "./fields.ts";

const tag = "Moderation";
const MAX_BAN_HOURS = 24 * 365 * 10;
/** As typed, with its line breaks and spaces. */
const MAX_TYPED_REASON = 2000;

const BanRequest = z.object({
  hours: z.number().int().min(1).max(MAX_BAN_HOURS),
  /** The banned one reads it. */
  reason: z.string().max(MAX_TYPED_REASON).transform(tidyLine).pipe(z.string().min(1).max(MAX_BAN_REASON_LENGTH)),
});

export const ban = endpoint({
  method: "PUT",
  path: "/api/moderation/players/{login}/ban",
  access: "moderator",
  tag,
  summary: "Bans an account until then and removes it from any match. Moderators can't be banned by moderators.",
  params: LoginParams,
  body: BanRequest,
  refusals: ["notFound", "forbidden"],
});

export const unban = endpoint({
  method: "DELETE",
  path: "/api/moderation/players/{login}/ban",
  access: "moderator",
  tag,
  summary: "Lifts the ban of an account.",
  params: LoginParams,
  refusals: ["notFound", "forbidden"],
});

const RoleRequest = z.object({ role: z.enum(ROLES) });

export const setRole = endpoint({
  method: "PUT",
  path: "/api/admin/players/{login}/role",
  access: "admin",
  tag,
  summary: "Makes an account a moderator, an admin, or a player again.",
  params: LoginParams,
  body: RoleRequest,
  refusals: ["notFound", "role.lastAdmin"],
});
