// Opens the database: PostgreSQL where DATABASE_URL points, otherwise PGlite (PostgreSQL in WebAssembly, embedded/) in the
// data folder. Same entities, same migrations. What is read and written: repositories/.

import { join } from "node:path";
import { Migrator } from "@mikro-orm/migrations";
import { MikroORM as PgliteOrm } from "@mikro-orm/pglite";
import { MikroORM as PostgresOrm, type SqlMikroORM } from "@mikro-orm/postgresql";
import { lockDataFolder } from "./data-folder-lock.ts";
import { openEmbeddedDatabase } from "./embedded/pglite.ts";
import { ENTITIES } from "./entities.ts";
import { migrateAlone, migrateAmongOthers } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/list.ts";
import { StartupError } from "./errors.ts";

/** Connections of the pool on PostgreSQL: queries are short, and several processes share a server that allows about 100. */
const MAX_CONNECTIONS = 10;
/** A database that does not answer a query for so long counts as down. */
const QUERY_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;

export type Orm = SqlMikroORM;

export interface Database {
  readonly orm: Orm;
  /** Whether a trivial query is answered now. */
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** postgres://..., or null for the embedded one. */
  readonly url: string | null;
  /** Folder of the embedded one; made when missing. */
  readonly dataDir: string;
  /** Called with the driver's warnings. */
  warn(message: string): void;
}

/**
 * Opens and migrates.
 * @throws StartupError when it cannot be reached, opened or migrated
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === null ? openEmbedded(options) : openPostgres(options, options.url);
}

function common(options: DatabaseOptions) {
  return {
    entities: ENTITIES,
    extensions: [Migrator],
    // No schema snapshots: they are for generating migrations, and a server must not write into its own source folder.
    migrations: { migrationsList: MIGRATIONS, snapshot: false, silent: true },
    ensureDatabase: false,
    logger: (message: string) => {
      options.warn(message);
    },
    colors: false,
  };
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const folder = join(options.dataDir, "database");
  const unlock = lockDataFolder(join(options.dataDir, "database.lock"));
  try {
    const embedded = await openEmbeddedDatabase(folder);
    const orm = await PgliteOrm.init({ ...common(options), dbName: folder, driverOptions: { pglite: embedded } });
    await requireAnswer(orm);
    await migrateAlone(orm);
    return {
      orm,
      answers: async () => (await orm.checkConnection()).ok,
      close: async () => {
        await orm.close(true);
        await embedded.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw new StartupError(
      `The database in ${folder} cannot be opened (${firstLine(error)}): restore it from a backup, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

async function openPostgres(options: DatabaseOptions, url: string): Promise<Database> {
  const orm = await PostgresOrm.init({
    ...common(options),
    clientUrl: url,
    pool: { max: MAX_CONNECTIONS },
    driverOptions: {
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      statement_timeout: QUERY_TIMEOUT_MS,
      application_name: "rally",
    },
  });
  try {
    await requireAnswer(orm);
    await migrateAmongOthers(orm);
  } catch (error) {
    await orm.close(true);
    throw new StartupError(
      `The database at ${withoutPassword(url)} does not work (${firstLine(error)}): start it, or correct DATABASE_URL.`,
      { cause: error },
    );
  }
  return {
    orm,
    answers: async () => (await orm.checkConnection()).ok,
    close: () => orm.close(true),
  };
}

async function requireAnswer(orm: Orm): Promise<void> {
  await orm.connect();
  const answer = await orm.checkConnection();
  if (!answer.ok) throw answer.error ?? new Error(answer.reason);
}

function firstLine(error: unknown): string {
  const messages = error instanceof AggregateError ? error.errors : [error];
  return messages.map((one) => (one instanceof Error ? one.message : String(one)).split("\n")[0]).join("; ");
}

/** The host and database alone: the sentence may end up in a log. */
function withoutPassword(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port === "" ? "" : `:${port}`}${pathname}`;
}
