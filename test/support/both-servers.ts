// Runs tests against a server, seeded before it starts: onServer((server) => { it(...) }). onBothServers runs the same tests on
// each kind of database, for what asks the database something that others don't: the repositories' own tests
// (onBothDatabases) run on both, and what only goes through them behaves the same on either.

import type { Database } from "../../db/open.ts";
import { SECRET } from "./accounts.ts";
import type { Kind } from "./databases.ts";
import { NO_POSTGRES, postgresBin } from "../../scripts/testing/postgres.ts";
import { startServer, type TestServer } from "./server.ts";
import { inStorage, newStorage } from "./storage.ts";

export interface SeededServer {
  /** Fills the database; the server is not there yet. */
  readonly seed?: (database: Database) => Promise<void>;
  /** Settings besides the usual ones of a test. */
  readonly env?: Readonly<Record<string, string>>;
  /** How many times as fast as real time it is; 1 when left out. */
  readonly pace?: number;
  readonly tests: (server: () => TestServer) => void;
}

export function onBothServers(title: string, options: SeededServer): void {
  onServer(title, options, "PGlite");
  onServer(title, options, "PostgreSQL");
}

/** @param kind PostgreSQL when left out, or PGlite where there is none */
export function onServer(title: string, { seed, env, pace = 1, tests }: SeededServer, kind?: Kind): void {
  describe(kind === undefined ? title : `${title} on ${kind}`, () => {
    let server: TestServer | null = null;
    before(async function () {
      if (kind === "PostgreSQL" && postgresBin() === null) {
        console.warn(NO_POSTGRES);
        return this.skip();
      }
      const storage = await newStorage(kind);
      if (seed !== undefined) await inStorage(storage, seed);
      server = await startServer({ storage, pace, env: { SESSION_SECRET: SECRET, ...env } });
    });
    after(async () => {
      await server?.remove();
    });
    tests(() => {
      if (server === null) throw new Error("the server does not run");
      return server;
    });
  });
}
