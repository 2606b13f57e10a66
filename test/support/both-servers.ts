// Runs tests against a server, seeded before it starts: onServer((server) => { it(...) }). onBothServers runs the same tests on
// each kind of database, for what asks the database something that others don't: the repositories' own tests
// (onBothDatabases) run on both, and what only goes through them tells the same on either.

import { type Database, openDatabase } from "../../db/open.ts";
import { SECRET } from "./accounts.ts";
import { warn } from "./temporary-folder.ts";
import { NO_POSTGRES, type Postgres, postgresBin, startPostgres } from "./postgres.ts";
import { startServer, type TestServer } from "./server.ts";
import { newDataFolder } from "./data-folder.ts";

export interface SeededServer {
  /** Fills the database; the server is not there yet. */
  readonly seed?: (database: Database) => Promise<void>;
  /** Settings besides the usual ones of a test. */
  readonly env?: Readonly<Record<string, string>>;
  readonly tests: (server: () => TestServer) => void;
}

export type Kind = "PGlite" | "PostgreSQL";

export function onBothServers(title: string, options: SeededServer): void {
  onServer(title, "PGlite", options);
  onServer(title, "PostgreSQL", options);
}

export function onServer(title: string, kind: Kind, options: SeededServer): void {
  describe(`${title} on ${kind}`, function () {
    this.timeout(90_000);
    let server: TestServer | null = null;
    let postgres: Postgres | null = null;
    before(async function () {
      const bin = postgresBin();
      if (kind === "PostgreSQL" && bin === null) {
        console.warn(NO_POSTGRES);
        return this.skip();
      }
      if (kind === "PostgreSQL" && bin !== null) postgres = await startPostgres(bin);
      server = await start(options, postgres?.createDatabase() ?? null);
    });
    after(async () => {
      await server?.remove();
      await postgres?.stop();
    });
    options.tests(() => {
      if (server === null) throw new Error("the server does not run");
      return server;
    });
  });
}

async function start({ seed, env }: SeededServer, url: string | null): Promise<TestServer> {
  const dataDir = await newDataFolder();
  if (seed !== undefined) {
    const database = await openDatabase({ url, dataDir, warn });
    await seed(database);
    await database.close();
  }
  const own = { SESSION_SECRET: SECRET, ...env, ...(url === null ? {} : { DATABASE_URL: url }) };
  return startServer({ dataDir, env: own });
}
