// The one PostgreSQL cluster of a run, where every database is a copy of one that was migrated once. `npm test` starts it and says
// in RALLY_POSTGRES_URL where it is; a file that is run by itself starts its own, once somebody asks.

import { openDatabase } from "../../db/open.ts";
import {
  askCluster,
  createDatabase,
  type Postgres,
  postgresBin,
  startPostgres,
} from "../../scripts/testing/postgres.ts";
import { warn } from "./temporary-folder.ts";

const TEMPLATE = "rally_template";

let started: Promise<Postgres> | null = null;
let ready: Promise<string> | null = null;

/** Address of a new, migrated and empty database; null where there is no PostgreSQL. */
export async function newDatabase(): Promise<string | null> {
  if (postgresBin() === null) return null;
  ready ??= prepare();
  return createDatabase(await ready, TEMPLATE);
}

/** Address of the cluster. @throws Error where there is none: ask postgresBin() first */
export async function clusterUrl(): Promise<string> {
  const running = process.env["RALLY_POSTGRES_URL"];
  if (running !== undefined) return running;
  started ??= startOwn();
  return (await started).url;
}

async function startOwn(): Promise<Postgres> {
  const postgres = await startPostgres(postgresBin()!);
  postgres.stopAtExit();
  return postgres;
}

async function prepare(): Promise<string> {
  const url = await clusterUrl();
  const isThere = await createDatabase(url, TEMPLATE).then(
    () => true,
    () => false,
  );
  if (!isThere) await makeTemplate(url);
  return url;
}

/** Of several that make it at once, one is first, and theirs is taken. */
async function makeTemplate(url: string): Promise<void> {
  const draft = await createDatabase(url);
  await (await openDatabase({ url: draft, dataDir: "", warn })).close();
  const rename = `alter database "${new URL(draft).pathname.slice(1)}" rename to "${TEMPLATE}"`;
  await askCluster("psql", url, ["--quiet", "--command", rename, "postgres"]).catch((error: unknown) => {
    if (!String(error).includes("already exists")) throw error;
  });
}
