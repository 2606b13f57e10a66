// However much somebody has played, PostgreSQL reads their history and their record by an index: the statements that the
// repository really sends are explained on a table with many matches.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createPlayed } from "../../db/repositories/played.ts";
import { onPlans } from "../support/plans.ts";

const MATCHES = 10_000;
const PAGE = 20;

onPlans("the plans for what somebody has played", (explained) => {
  const player = randomUUID();

  /** Half of all matches are the player's. */
  before(async () => {
    const { em } = explained().database.orm;
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
  });

  it("read no table from end to end", async () => {
    const { database, plansOf } = explained();
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
