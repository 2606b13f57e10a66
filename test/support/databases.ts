// Runs tests on an empty, migrated database: onDatabase((open) => { it(...) }). onBothDatabases runs the same tests on each kind.

import { rmSync } from "node:fs";
import { type Database, openDatabase } from "../../db/open.ts";
import type { Kind } from "./both-servers.ts";
import { newDataFolder } from "./data-folder.ts";
import { NO_POSTGRES, type Postgres, postgresBin, startPostgres } from "./postgres.ts";
import { warn } from "./temporary-folder.ts";

/** The database; closed after the block. */
export type OpenDatabase = () => Database;

export function onBothDatabases(title: string, tests: (database: OpenDatabase, kind: Kind) => void): void {
  onDatabase(title, "PGlite", tests);
  onDatabase(title, "PostgreSQL", tests);
}

export function onDatabase(title: string, kind: Kind, tests: (database: OpenDatabase, kind: Kind) => void): void {
  describe(`${title} on ${kind}`, function () {
    this.timeout(60_000);
    let close = async (): Promise<void> => {};
    let database: Database | null = null;
    before(async function () {
      const bin = postgresBin();
      if (kind === "PostgreSQL" && bin === null) {
        console.warn(NO_POSTGRES);
        return this.skip();
      }
      if (kind === "PostgreSQL" && bin !== null) {
        const postgres: Postgres = await startPostgres(bin);
        close = () => postgres.stop();
        database = await openDatabase({ url: postgres.createDatabase(), dataDir: "", warn });
      } else {
        const folder = await newDataFolder();
        close = async () => rmSync(folder, { recursive: true, force: true });
        database = await openDatabase({ url: null, dataDir: folder, warn });
      }
    });
    after(async () => {
      await database?.close();
      await close();
    });
    tests(() => {
      if (database === null) throw new Error("the database is not open");
      return database;
    }, kind);
  });
}
