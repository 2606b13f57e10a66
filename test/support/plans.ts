// How PostgreSQL goes about what the repositories really ask it: their statements are caught and explained, on tables that the test has
// filled. onPlans("title", (explained) => { before(...); it(...) }).

import assert from "node:assert/strict";
import { type Database, openDatabase } from "../../db/open.ts";
import { NO_POSTGRES } from "../../scripts/testing/postgres.ts";
import { newDatabase } from "./shared-postgres.ts";

export interface Explained {
  readonly database: Database;
  /** The plans of the statements that this sends, as text. */
  readonly plansOf: (act: () => Promise<unknown>) => Promise<string>;
}

export function onPlans(title: string, tests: (explained: () => Explained) => void): void {
  describe(title, () => {
    const said: string[] = [];
    let database: Database;

    before(async function () {
      const url = await newDatabase();
      if (url === null) {
        console.warn(NO_POSTGRES);
        return this.skip();
      }
      const warn = (message: string) => void said.push(message);
      database = await openDatabase({ url, dataDir: "", warn });
    });
    after(async () => {
      await database?.close();
    });

    async function plansOf(act: () => Promise<unknown>): Promise<string> {
      const { config } = database.orm;
      said.length = 0;
      config.set("debug", ["query", "query-params"]);
      await act();
      config.set("debug", false);
      const statements = said.flatMap((line) => /\[query\] (.*?)(?: \[took .*\])?$/su.exec(line)?.[1] ?? []);
      assert.ok(statements.length > 0, said.join("\n"));
      const plans = await Promise.all(statements.map((sql) => database.orm.em.execute(`explain ${sql}`)));
      return JSON.stringify(plans, null, 1);
    }

    tests(() => ({ database, plansOf }));
  });
}
