// Errors that are not our bugs: the server can't start, or its database can't be reached for now.

import { ConnectionException } from "@mikro-orm/core";

/** Of the system, where a connection cannot be made or breaks. */
const SYSTEM_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "ENOENT"]);
/** PostgreSQL's classes 08 (connection), 57P (shut down or starting), 53 (out of connections, memory, disk). */
const POSTGRES_CODES = /^(?:08...|57P0[1-5]|53...)$/u;
/** What drivers say without a code. */
const SAYINGS = [
  "Connection terminated",
  "timeout exceeded when trying to connect",
  "Query read timeout",
  "Client has encountered a connection error",
  "the embedded database has stopped",
];

/** In one sentence, what is wrong and how to mend it. The server prints it and exits. */
export class StartupError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "StartupError";
  }
}

/** Whether this, or what caused it, is a connection to the database that was lost or could not be made. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof ConnectionException) return true;
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true;
  const code = "code" in error ? String(error.code) : "";
  if (SYSTEM_CODES.has(code) || POSTGRES_CODES.test(code)) return true;
  if (SAYINGS.some((saying) => error.message.includes(saying))) return true;
  return isDatabaseAway(error.cause);
}
