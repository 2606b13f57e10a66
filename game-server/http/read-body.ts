// A request's body, checked. The first fault becomes the Problem's code when it is one of our i18n keys.

import type { z } from "zod";
import { UserError } from "../../rooms/user-error.ts";

/** @throws UserError 422 with the code of the fault, or `invalid` when the body has another shape altogether */
export function readBody<T extends z.ZodType>(type: T, body: unknown): z.output<T> {
  const result = type.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UserError(issue?.code === "custom" ? issue.message : "invalid", {}, 422);
}
