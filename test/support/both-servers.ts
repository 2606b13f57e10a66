// Runs the same tests against a server on each kind of database, seeded before it starts: onBothServers((url) => { it(...) }).

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

export function onBothServers(title: string, { seed, env: settings = {}, tests }: SeededServer): void {
  let server: TestServer | null = null;
  const running = () => {
    if (server === null) throw new Error("the server does not run");
    return server;
  };

  async function start(url: string | null): Promise<void> {
    const dataDir = await newDataFolder();
    if (seed !== undefined) {
      const database = await openDatabase({ url, dataDir, warn });
      await seed(database);
      await database.close();
    }
    const env = { SESSION_SECRET: SECRET, ...settings, ...(url === null ? {} : { DATABASE_URL: url }) };
    server = await startServer({ dataDir, env });
  }

  describe(`${title} on PGlite`, function () {
    this.timeout(90_000);
    before(() => start(null));
    after(() => server?.remove());
    tests(running);
  });

  describe(`${title} on PostgreSQL`, function () {
    this.timeout(90_000);
    let postgres: Postgres | null = null;
    before(async function () {
      const bin = postgresBin();
      if (bin === null) {
        console.warn(NO_POSTGRES);
        return this.skip();
      }
      postgres = await startPostgres(bin);
      await start(postgres.createDatabase());
    });
    after(async () => {
      await server?.remove();
      await postgres?.stop();
    });
    tests(running);
  });
}
