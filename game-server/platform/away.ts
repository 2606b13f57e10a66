// Something that this process needs can't be reached for now: answered with 503, and retried by the page.

import { isDatabaseAway } from "../../db/away.ts";

export class Away extends Error {
  /** @param what "Redis" */
  constructor(what: string, cause?: unknown) {
    super(`${what} is away`, { cause });
    this.name = "Away";
  }
}

/** Whether this is about such a thing, the database among them. */
export function isAway(error: unknown): boolean {
  return error instanceof Away || isDatabaseAway(error);
}
