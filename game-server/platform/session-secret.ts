// The key that signs session cookies: from the settings, or made once and kept in the data folder for its owner only.

import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartupError } from "../../db/errors.ts";
import type { Settings } from "./settings.ts";

/** @throws StartupError when it can be neither read nor written */
export function sessionSecret(settings: Pick<Settings, "sessionSecret" | "dataDir">): string {
  if (settings.sessionSecret !== null) return settings.sessionSecret;
  const file = join(settings.dataDir, "session-secret");
  try {
    mkdirSync(settings.dataDir, { recursive: true });
    // `wx`: of two processes that start together, one writes it and both read the same.
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw unusable(file, error);
  }
  try {
    const secret = readFileSync(file, "utf8").trim();
    if (secret !== "") return secret;
  } catch (error) {
    throw unusable(file, error);
  }
  throw unusable(file, "it is empty");
}

function unusable(file: string, cause: unknown): StartupError {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return new StartupError(
    `The session key in ${file} cannot be used (${reason}): fix the folder's permissions, or set SESSION_SECRET.`,
    { cause },
  );
}
