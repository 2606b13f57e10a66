// Runs the same tests on both kinds of database: onBothDatabases((open) => { it(...) }).

import { rmSync } from "node:fs";
import { type Database, openDatabase } from "../../db/open.ts";
import { newDataFolder } from "./data-folder.ts";
import { NO_POSTGRES, type Postgres, postgresBin, startPostgres } from "./postgres.ts";
import { warn } from "./temporary-folder.ts";

/** Opens an empty, migrated database; closed after the block. */
export type OpenDatabase = () => Database;

export function onBothDatabases(title: string, tests: (database: OpenDatabase) => void): void {
  describe(`${title} on PGlite`, function () {
    this.timeout(60_000);
    let folder = "";
    let database: Database | null = null;
    before(async () => {
      folder = await newDataFolder();
      database = await openDatabase({ url: null, dataDir: folder, warn });
    });
    after(async () => {
      await database?.close();
      rmSync(folder, { recursive: true, force: true });
    });
    tests(() => opened(database));
  });

  describe(`${title} on PostgreSQL`, function () {
    this.timeout(60_000);
    let postgres: Postgres | null = null;
    let database: Database | null = null;
    before(async function () {
      const bin = postgresBin();
      if (bin === null) {
        console.warn(NO_POSTGRES);
        return this.skip();
      }
      postgres = await startPostgres(bin);
      database = await openDatabase({ url: postgres.createDatabase(), dataDir: "", warn });
    });
    after(async () => {
      await database?.close();
      await postgres?.stop();
    });
    tests(() => opened(database));
  });
}

function opened(database: Database | null): Database {
  if (database === null) throw new Error("the database is not open");
  return database;
}
