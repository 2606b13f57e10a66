// Brings the tables up to date, with the list in migrations/list.ts.

import type { MikroORM } from "@mikro-orm/core";
import type { SqlEntityManager } from "@mikro-orm/postgresql";

/** Any number that nothing else uses for a lock in the database. */
const MIGRATION_LOCK = 7_255_905;

/** Runs what is pending, for an embedded database: this process is the only one there. */
export async function migrateAlone(orm: MikroORM): Promise<void> {
  await orm.migrator.up();
}

/**
 * Runs what is pending, for a database that others may be migrating at this moment: MikroORM has no lock of its own, and of
 * several processes that start together all but one would fail.
 *
 * The lock lives in a transaction of its own beside the migration, so this needs two connections: never on PGlite, which
 * has one and would wait for itself for ever.
 */
export async function migrateAmongOthers(orm: MikroORM): Promise<void> {
  const em = orm.em.fork() as unknown as SqlEntityManager;
  await em.transactional(async (inside) => {
    await inside.execute("select pg_advisory_xact_lock(?)", [MIGRATION_LOCK]);
    await orm.migrator.up();
  });
}
