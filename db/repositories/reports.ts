// Browsers' reports: errors and counted metrics, added many at a time and read for the operators. Gathered by
// ../report-keeper.ts.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { ClientError, PerformanceMetric } from "../entities/reports.ts";
import type { Orm } from "../open.ts";

/** Distinct errors that are kept; of more, those seen longest ago are dropped. */
export const MAX_ERRORS = 500;

export interface ErrorRow {
  readonly fingerprint: string;
  readonly build: string;
  readonly page: string;
  readonly message: string;
  readonly stack: string;
  readonly count: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
}

export interface CountRow {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly figure: string;
  readonly bucket: string;
  readonly count: number;
}

export interface Reports {
  /** In one statement; then those too many are removed. No fingerprint twice. */
  addErrors(rows: readonly ErrorRow[]): Promise<void>;
  /** In one statement. No day, figure and bucket twice. */
  addCounts(rows: readonly CountRow[]): Promise<void>;
  /** All errors, those most often seen first. */
  errors(): Promise<ErrorRow[]>;
  /** Sums since a day (included), over all days. */
  countsSince(day: string): Promise<Omit<CountRow, "day">[]>;
  /** Removes what is older than a day. */
  removeBefore(day: string): Promise<void>;
}

export function createReports(orm: Orm): Reports {
  const fork = () => orm.em.fork() as unknown as SqlEntityManager;
  return {
    async addErrors(rows) {
      if (rows.length === 0) return;
      const em = fork();
      await insertErrors(em, rows);
      await em.execute(
        `delete from "client_errors" where "fingerprint" in
           (select "fingerprint" from "client_errors" order by "last_seen_at" desc, "fingerprint" offset ${MAX_ERRORS})`,
      );
    },

    async addCounts(rows) {
      if (rows.length > 0) await insertCounts(fork(), rows);
    },

    async errors() {
      const rows = await fork().find(ClientError, {}, { orderBy: { count: "desc", lastSeenAt: "desc" } });
      return rows.map(plain);
    },

    async countsSince(day) {
      const rows: { figure: string; bucket: string; count: string | number }[] = await fork().execute(
        `select "figure", "bucket", sum("count") as "count" from "client_figures" where "day" >= cast(? as date)
         group by "figure", "bucket"`,
        [day],
      );
      return rows.map(({ figure, bucket, count }) => ({ figure, bucket, count: Number(count) }));
    },

    async removeBefore(day) {
      const em = fork();
      await em.nativeDelete(PerformanceMetric, { day: { $lt: day } });
      await em.nativeDelete(ClientError, { lastSeenAt: { $lt: new Date(`${day}T00:00:00Z`) } });
    },
  };
}

async function insertErrors(em: SqlEntityManager, rows: readonly ErrorRow[]): Promise<void> {
  const place = "(?, ?, ?, ?, ?, cast(? as bigint), cast(? as timestamptz), cast(? as timestamptz))";
  await em.execute(
    `insert into "client_errors"
       ("fingerprint", "build", "page", "message", "stack", "count", "first_seen_at", "last_seen_at")
     values ${rows.map(() => place).join(", ")}
     on conflict ("fingerprint") do update set
       "count" = "client_errors"."count" + excluded."count",
       "last_seen_at" = greatest("client_errors"."last_seen_at", excluded."last_seen_at")`,
    rows.flatMap(({ fingerprint, build, page, message, stack, count, firstSeenAt, lastSeenAt }) => {
      return [fingerprint, build, page, message, stack, count, firstSeenAt.toISOString(), lastSeenAt.toISOString()];
    }),
  );
}

async function insertCounts(em: SqlEntityManager, rows: readonly CountRow[]): Promise<void> {
  await em.execute(
    `insert into "client_figures" ("day", "figure", "bucket", "count")
     values ${rows.map(() => "(cast(? as date), ?, ?, cast(? as bigint))").join(", ")}
     on conflict ("day", "figure", "bucket") do update set "count" = "client_figures"."count" + excluded."count"`,
    rows.flatMap(({ day, figure, bucket, count }) => [day, figure, bucket, count]),
  );
}

function plain({ fingerprint, build, page, message, stack, count, firstSeenAt, lastSeenAt }: ErrorRow): ErrorRow {
  return { fingerprint, build, page, message, stack, count, firstSeenAt, lastSeenAt };
}
