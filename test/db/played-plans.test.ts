// However much somebody has played, PostgreSQL reads their history and their record by an index: the statements that the
// repository really sends are explained on a table with many matches.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { type Database, openDatabase } from "../../db/open.ts";
import { createPlayed } from "../../db/repositories/played.ts";
import { NO_POSTGRES, type Postgres, postgresBin, startPostgres } from "../support/postgres.ts";

const MATCHES = 10_000;
const PAGE = 20;

describe("the plans for what somebody has played", function () {
  this.timeout(60_000);
  const player = randomUUID();
  const said: string[] = [];
  let postgres: Postgres;
  let database: Database;

  before(async function () {
    const bin = postgresBin();
    if (bin === null) {
      console.warn(NO_POSTGRES);
      return this.skip();
    }
    postgres = await startPostgres(bin);
    const warn = (message: string) => void said.push(message);
    database = await openDatabase({ url: postgres.createDatabase(), dataDir: "", warn });
    await fill();
  });
  after(async () => {
    await database?.close();
    await postgres?.stop();
  });

  /** Half of all matches are the player's. */
  async function fill(): Promise<void> {
    const { em } = database.orm;
    await em.execute(
      `insert into players (id, name, name_key, kind, created_at, last_seen_at)
       values (?, 'Ada', 'ada', 'guest', now(), now())`,
      [player],
    );
    await em.execute(
      `insert into matches (id, room_id, status, rules, rules_version, seed, started_at, finished_at, winner, end_reason)
       select gen_random_uuid(), 'room', 'finished', '{}', 1, n, now() - n * interval '1 minute',
         now() - n * interval '1 minute', n % 2, 'score' from generate_series(1, ${2 * MATCHES}) n`,
    );
    await em.execute(
      `insert into match_seats (match_id, seat, player_id, name, finished_at, won_duel)
       select id, seat, case when seat = 0 and seed % 2 = 0 then ?::uuid end, 'name', finished_at, winner = seat
       from matches, generate_series(0, 1) seat`,
      [player],
    );
    await em.execute("analyze");
  }

  /** The plans of the statements that this sends. */
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

  it("read no table from end to end", async () => {
    const played = createPlayed(database.orm);
    const plans = await plansOf(async () => {
      const first = await played.list(player, null, PAGE);
      assert.equal(first.length, PAGE);
      await played.list(player, first.at(-1)!, PAGE);
      assert.equal((await played.record(player)).played, MATCHES);
    });
    assert.match(plans, /match_seats_history_index/u);
    assert.match(plans, /match_seats_record_index/u);
    assert.doesNotMatch(plans, /Seq Scan on (?:match|player)/u, plans);
    assert.doesNotMatch(plans, /Sort/u, plans);
  });
});
