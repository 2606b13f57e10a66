// Runs tests on an empty, migrated database: onDatabase((open) => { it(...) }). onBothDatabases runs the same tests on each kind.

import type { Database } from "../../db/open.ts";
import { NO_POSTGRES, postgresBin } from "../../scripts/testing/postgres.ts";
import { newStorage, openStorage, removeStorage, type Storage } from "./storage.ts";

export type Kind = "PGlite" | "PostgreSQL";

/** The database; closed after the block. */
export type OpenDatabase = () => Database;

export function onBothDatabases(title: string, tests: (database: OpenDatabase, kind: Kind) => void): void {
  for (const kind of ["PGlite", "PostgreSQL"] as const) onDatabase(title, (database) => tests(database, kind), kind);
}

/** @param kind PostgreSQL when left out, or PGlite where there is none */
export function onDatabase(title: string, tests: (database: OpenDatabase) => void, kind?: Kind): void {
  describe(kind === undefined ? title : `${title} on ${kind}`, () => {
    let storage: Storage | null = null;
    let database: Database | null = null;
    before(async function () {
      if (kind === "PostgreSQL" && postgresBin() === null) {
        console.warn(NO_POSTGRES);
        return this.skip();
      }
      storage = await newStorage(kind);
      database = await openStorage(storage);
    });
    after(async () => {
      await database?.close();
      if (storage !== null) removeStorage(storage);
    });
    tests(() => {
      if (database === null) throw new Error("the database is not open");
      return database;
    });
  });
}
