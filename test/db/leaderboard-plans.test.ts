// However many players there are, PostgreSQL reads a page of a list, and counts who is before somebody, along an index.

import assert from "node:assert/strict";
import { type Board, createLeaderboards } from "../../db/repositories/leaderboards.ts";
import { onPlans } from "../support/plans.ts";
import { patience } from "../support/patience.ts";

const PLAYERS = 20_000;
const PAGE = 20;
const COUNTRIES = 50;
/** A list that is read through from end to end takes several times as long on the slowest of machines. */
const PATIENCE_MS = 2_000;

onPlans("the plans for the lists of the strongest", (explained) => {
  const now = new Date();
  const world: Board = { mode: "classic", season: "all", country: null, sureAt: now, now };
  const country: Board = { ...world, season: "2026-Q4", country: "AB", sureAt: null };

  before(async () => {
    const { em } = explained().database.orm;
    await em.execute(
      `insert into players (id, name, name_key, kind, created_at, last_seen_at)
       select gen_random_uuid(), 'name', 'name', 'account', now(), now() from generate_series(1, ${PLAYERS})`,
    );
    await em.execute(
      `insert into accounts (player_id, login, login_key, name_key, country, banned_until, created_at)
       select id, 'l' || n, 'l' || n, 'l' || n, chr(65 + n % ${COUNTRIES} / 26) || chr(65 + n % ${COUNTRIES} % 26),
         case when n % 1000 = 0 then now() + interval '1 day' end, now()
       from (select id, row_number() over () ::int as n from players) as numbered`,
    );
    for (const { season } of [world, country]) {
      await em.execute(
        `insert into standings (season, mode, player_id, country, rating, played, won, rated_at, sure_until, is_listed)
         select ?, 'classic', player_id, country, 1000 + (random() * 1000)::int, 20, 10, now(),
           now() + interval '9 months', true from accounts`,
        [season],
      );
    }
    await em.execute("vacuum analyze");
  });

  it("go along an index, whatever is asked", async () => {
    const { database, plansOf } = explained();
    const boards = createLeaderboards(database.orm);
    const plans = await plansOf(async () => {
      for (const board of [world, country]) {
        const [first] = await boards.after(board, null, PAGE);
        const next = await boards.after(board, first!, PAGE);
        assert.equal((await boards.before(board, next.at(-1)!, PAGE)).length, PAGE);
        assert.equal((await boards.find(board, first!.id))?.id, first!.id);
        await boards.higher(board, 1500);
        await boards.firstSeason();
      }
    });
    assert.match(plans, /standings_order_index/u);
    assert.match(plans, /standings_country_index/u);
    assert.match(plans, /accounts_banned_until_index/u);
    assert.doesNotMatch(plans, /Seq Scan on (?:standings|accounts|players)/u, plans);
  });

  it("and so a page in the middle is there soon, and counts everybody but those who are banned", async () => {
    const boards = createLeaderboards(explained().database.orm);
    const [middle] = await boards.after(world, { rating: 1500, id: "00000000-0000-0000-0000-000000000000" }, 1);
    const began = performance.now();
    const counts = await boards.count(world, middle!);
    const ms = performance.now() - began;
    console.log(`      ${PLAYERS} players counted in ${ms.toFixed(0)} ms`);
    assert.ok(ms < patience(PATIENCE_MS));
    assert.equal(counts.total, PLAYERS - PLAYERS / 1000);
    assert.ok(counts.higher > PLAYERS / 3 && counts.before >= counts.higher && counts.before < counts.total);
    assert.equal(await boards.higher(world, middle!.rating), counts.higher);
  });
});
