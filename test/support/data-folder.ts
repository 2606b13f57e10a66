// Data folders for tests, each with an empty, migrated embedded database. They are copies of one that is made once for all
// processes and kept, because making one takes seconds of a whole core; copying it, a tenth of one.

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { openDatabase } from "../../db/open.ts";
import { temporaryFolder, warn } from "./temporary-folder.ts";
import { until } from "./until.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const KEPT = join(ROOT, "node_modules/.cache/test-database");
/** A process that takes longer than that to make it was killed meanwhile. */
const LONGEST_MAKING_MS = 60_000;

let template: Promise<string> | null = null;

/** A new folder of the caller's own. */
export async function newDataFolder(): Promise<string> {
  template ??= findTemplate();
  const folder = temporaryFolder();
  cpSync(await template, folder, { recursive: true });
  return folder;
}

async function findTemplate(): Promise<string> {
  const wanted = join(KEPT, fingerprint());
  if (existsSync(wanted)) return wanted;
  mkdirSync(KEPT, { recursive: true });
  const making = `${wanted}.making`;
  if (!takes(making)) {
    await until(() => existsSync(wanted) || takes(making), LONGEST_MAKING_MS * 2, "an empty database to copy");
    if (existsSync(wanted)) return wanted;
  }
  try {
    await make(wanted);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return wanted;
}

/** Under another name first, so that nobody copies half of it. */
async function make(wanted: string): Promise<void> {
  const draft = `${wanted}.${process.pid}.draft`;
  const database = await openDatabase({ url: null, dataDir: draft, warn });
  await database.close();
  for (const old of readdirSync(KEPT)) {
    if (!old.includes(".")) rmSync(join(KEPT, old), { recursive: true, force: true });
  }
  renameSync(draft, wanted);
}

/** Of several that try at once, one gets it. */
function takes(making: string): boolean {
  try {
    mkdirSync(making);
    return true;
  } catch {
    return isLeft(making);
  }
}

function isLeft(making: string): boolean {
  try {
    if (Date.now() - statSync(making).mtimeMs < LONGEST_MAKING_MS) return false;
    rmSync(making, { recursive: true });
    mkdirSync(making);
    return true;
  } catch {
    return false;
  }
}

/** Of all that an empty database is made of. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const folder = join(ROOT, "db/migrations");
  for (const file of readdirSync(folder).toSorted()) hash.update(file).update(readFileSync(join(folder, file)));
  const pglite = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  hash.update(readFileSync(join(pglite, "../../package.json")));
  return hash.digest("hex").slice(0, 20);
}
