// Brings the tables up to date, with the list in migrations/list.ts.

import type { MikroORM } from "@mikro-orm/core";
import type { SqlEntityManager } from "@mikro-orm/postgresql";

/** Any number that nothing else in the database locks with. */
const MIGRATION_LOCK = 7_255_905;

/**
 * Runs what is pending, all of it or nothing. Several processes that start together on one PostgreSQL wait for each other:
 * MikroORM has no lock of its own, and all but one would fail.
 */
export async function migrate(orm: MikroORM): Promise<void> {
  const em = orm.em.fork() as unknown as SqlEntityManager;
  await em.transactional(async (inside) => {
    await inside.execute("select pg_advisory_xact_lock(?)", [MIGRATION_LOCK]);
    await orm.migrator.up({ transaction: inside.getTransactionContext() });
  });
}
