// One hash of all that the built client is made of. The build leaves it in client/dist, so a start can tell in
// milliseconds whether what lies there is still right.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");
export const clientDist = join(root, "client/dist");

const STAMP = join(clientDist, "built-from.txt");
const FOLDERS = ["client", "sdk", "schema", "contract", "pong"];
const FILES = ["package-lock.json", "scripts/list-chunks.ts", "scripts/plain-endpoints.ts", "scripts/build-client.ts"];
/** In client/, but made by the build. */
const MADE = new Set(["dist", ".cache"]);

export function hashClientSources(base = root): string {
  const hash = createHash("sha256");
  const files = [...FOLDERS.flatMap((folder) => filesUnder(join(base, folder))), ...FILES.map((f) => join(base, f))];
  for (const file of files.toSorted()) {
    hash
      .update(`${relative(base, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Empty where nothing complete was built: the stamp is the last thing that a build writes. */
export function builtFrom(): string {
  return existsSync(STAMP) ? readFileSync(STAMP, "utf8").trim() : "";
}

export { STAMP as builtFromFile };

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !MADE.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}
