// What a server of a test keeps its things in: a data folder of its own, and a database that is migrated and empty. PostgreSQL where
// there is one, since a server that has to run the embedded one takes twice as much to start; that one where a test is about it.

import { rmSync } from "node:fs";
import { type Database, openDatabase } from "../../db/open.ts";
import { newDataFolder } from "./data-folder.ts";
import { newDatabase } from "./shared-postgres.ts";
import { temporaryFolder, warn } from "./temporary-folder.ts";

export interface Storage {
  readonly dataDir: string;
  /** Null: the embedded database, in the data folder. */
  readonly databaseUrl: string | null;
}

/** @param kind PGlite all the same where there is no PostgreSQL */
export async function newStorage(kind: "PGlite" | "PostgreSQL" = "PostgreSQL"): Promise<Storage> {
  const databaseUrl = kind === "PGlite" ? null : await newDatabase();
  return { databaseUrl, dataDir: databaseUrl === null ? await newDataFolder() : temporaryFolder() };
}

/** While a server runs on it, only where it is PostgreSQL. */
export function openStorage({ dataDir, databaseUrl: url }: Storage): Promise<Database> {
  return openDatabase({ url, dataDir, warn });
}

/** Opens it for as long as this takes. */
export async function inStorage<T>(storage: Storage, use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openStorage(storage);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

export function removeStorage({ dataDir }: Storage): void {
  rmSync(dataDir, { recursive: true, force: true });
}
