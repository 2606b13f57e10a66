// The dashboard's numbers are those that the recordings give, counted by other code; and a history is narrowed as it is asked.

import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../../db/open.ts";
import { createStats } from "../../../db/repositories/stats.ts";
import { createPlayed, type PlayedFilter } from "../../../db/repositories/played.ts";
import { createRebuilding } from "../../../db/repositories/rebuilding.ts";
import { dashboardOf } from "../../../game-server/stats/dashboard.ts";
import { rebuildStats } from "../../../game-server/results/rebuild.ts";
import { FactsReply, StatsReply } from "../../../schema/http/stats.ts";
import { type SeededAccount, seedAccount } from "../../support/accounts.ts";
import { newDataFolder } from "../../support/data-folder.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { type PlayedBy, independentFigures } from "../../support/independent-figures.ts";
import { runOperatorCommand } from "../../support/operator-command.ts";
import { createCountingMatches, seedHistory } from "../../support/seeded-history.ts";
import { warn } from "../../support/temporary-folder.ts";
import { untilFound } from "../../support/until.ts";

const MATCHES = 30;

onBothDatabases("what is counted of a player's matches", (database, kind) => {
  let ada: SeededAccount;
  const others: SeededAccount[] = [];
  const mine: PlayedBy[] = [];

  before(async () => {
    ada = await seedAccount(database(), "ada");
    for (const name of ["bo", "cy", "di%_x"]) others.push(await seedAccount(database(), name.replace("%", "p")));
    mine.push(...(await seedHistory(database(), ada, others, MATCHES)));
  });

  it("equals what the recordings give", async () => {
    const told = StatsReply.parse(dashboardOf(await createStats(database().orm).of(ada.id)));
    const { opponents, ...figures } = told;
    assert.deepEqual(figures, independentFigures(mine));
    assert.ok(figures.reactions.some((count) => count > 0) && figures.places.some(({ lost }) => lost > 0));
    assert.equal(
      opponents.reduce((sum, { won, lost }) => sum + won + lost, 0),
      MATCHES,
    );
    assert.deepEqual(new Set(opponents.map(({ login }) => login)), new Set(others.map(({ login }) => login)));
  });

  it("has a rating after every rated match, thinned evenly where there are many", async () => {
    const figures = createStats(database().orm);
    const all = await figures.ratings(ada.id, "quick", 200);
    assert.equal(all.length, MATCHES - MATCHES / 3);
    assert.deepEqual(
      all,
      all.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    );
    const some = await figures.ratings(ada.id, "quick", 7);
    assert.ok(some.length <= 7 && some.length > 4);
    assert.deepEqual(some.at(-1), all.at(-1));
    assert.deepEqual(await figures.ratings(ada.id, "classic", 7), []);
    FactsReply.parse(await figures.facts(mine[0]!.matchId));
  });

  it("is narrowed to what is asked", async () => {
    const played = createPlayed(database().orm);
    const ids = async (filter: PlayedFilter) => (await played.list(ada.id, null, 100, filter)).map(({ id }) => id);
    const latest = mine.toReversed();
    assert.deepEqual(
      await ids({}),
      latest.map(({ matchId }) => matchId),
    );
    assert.deepEqual(await ids({ mode: "classic" }), []);
    assert.equal((await ids({ ranked: false, mode: "quick", kind: "duel" })).length, MATCHES / 3);
    const won = await ids({ outcome: "won" });
    const lost = await ids({ outcome: "lost" });
    assert.equal(won.length + lost.length, MATCHES);
    assert.equal(won.length, independentFigures(mine).modes.quick.won);
    assert.equal((await ids({ opponent: "B" })).length, MATCHES / 3);
    assert.equal((await ids({ opponent: "_x" })).length, MATCHES / 3, "an underscore is one");
    assert.deepEqual(await ids({ opponent: "%" }), []);
    const from = mine[10]!.finishedAt;
    assert.deepEqual(await ids({ from, until: mine[12]!.finishedAt }), [mine[11]!.matchId, mine[10]!.matchId]);
  });

  it("is counted again from the recordings when it was wrong, while matches go on", async () => {
    const { orm } = database();
    const rebuilding = createRebuilding(orm);
    const told = async () => dashboardOf(await createStats(orm).of(ada.id));
    assert.deepEqual((await rebuildStats(rebuilding)).players.changed, [], "nothing was wrong");
    const right = await told();

    await orm.em.execute(`update player_counters set won = won + 3 where kind = 'place' and bucket % 2 = 0`);
    await orm.em.execute(`delete from player_counters where kind = 'hour'`);
    await orm.em.execute(`delete from player_records where player_id = ?`, [others[0]!.id]);
    await orm.em.execute(`update player_records set streak = 99, longest_match = null where player_id = ?`, [ada.id]);
    await orm.em.execute(`update matches set facts = null where id = ?`, [mine[3]!.matchId]);
    await orm.em.execute(`update matches set facts = '{"other":"shape"}' where id = ?`, [mine[4]!.matchId]);
    const bystander = await seedAccount(database(), "bystander");
    await orm.em.execute(`insert into player_counters values (?, 'mode', 1, 5, 5)`, [bystander.id]);
    assert.notDeepEqual(await told(), right);

    const [rebuilt, more] = await Promise.all([
      rebuildStats(rebuilding),
      seedHistory(database(), ada, others.slice(0, 1), 6, MATCHES),
    ]);
    assert.equal(rebuilt.matches.changed, 2);
    assert.deepEqual(
      new Set(rebuilt.players.changed.map(({ id }) => id)),
      new Set([ada.id, bystander.id, ...others.map(({ id }) => id)]),
    );
    mine.push(...more);
    const { opponents: _, ...figures } = StatsReply.parse(await told());
    assert.deepEqual(figures, independentFigures(mine));
    assert.deepEqual(await orm.em.execute(`select from player_records where player_id = ?`, [bystander.id]), []);
    const again = await rebuildStats(rebuilding);
    assert.deepEqual([again.matches.changed, again.players.changed], [0, []]);
    FactsReply.parse(await createStats(orm).facts(mine[4]!.matchId));
  });

  // The embedded database has one connection: there, nothing happens at once.
  if (kind === "PostgreSQL")
    it("has a match that ends between the sum and its writing", async () => {
      const { orm } = database();
      const begun = Promise.withResolvers<void>();
      const held = Promise.withResolvers<void>();
      const matches = createCountingMatches(database(), async () => {
        begun.resolve();
        await held.promise;
      });
      await orm.em.execute(`update player_counters set won = won + 1 where player_id = ?`, [ada.id]);
      const finishing = seedHistory(database(), ada, others.slice(0, 1), 1, mine.length, matches);
      await begun.promise;
      const rebuilding = rebuildStats(createRebuilding(orm));
      await untilFound(
        async () => {
          const waiting: unknown[] = await orm.em
            .fork()
            .execute(`select pid from pg_stat_activity where wait_event_type = 'Lock'`);
          return waiting.length > 0 ? true : null;
        },
        20_000,
        "somebody waits for the record",
      );
      held.resolve();
      mine.push(...(await finishing));
      await rebuilding;
      const { opponents: _, ...figures } = dashboardOf(await createStats(orm).of(ada.id));
      assert.deepEqual(figures, independentFigures(mine));
    });

  it("keeps what it cannot count again", async () => {
    const { orm } = database();
    const { matchId } = mine[5]!;
    const before = await createStats(orm).facts(matchId);
    await orm.em.execute(`update matches set recording = ? where id = ?`, [Buffer.from([1, 2, 3]), matchId]);
    const { matches, players } = await rebuildStats(createRebuilding(orm));
    assert.deepEqual([matches.left, matches.changed, players.changed], [1, 0, []]);
    assert.deepEqual(await createStats(orm).facts(matchId), before);
  });
});

describe("rebuild-figures", () => {
  it("says what it has changed, and whose", async () => {
    const dataDir = await newDataFolder();
    const database = await openDatabase({ url: null, dataDir, warn });
    const [ada, bo] = [await seedAccount(database, "ada"), await seedAccount(database, "bo")];
    await seedHistory(database, ada, [bo], 2);
    await database.orm.em.execute(`update player_records set best_streak = 9 where player_id = ?`, [bo.id]);
    await database.close();
    const { code, out, err } = await runOperatorCommand("rebuild-figures", dataDir);
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^Matches: 2 replayed, 0 updated, 0 left as they were/u);
    assert.match(out, new RegExp(`Players: 2 recounted, 1 updated\\.\\n  bo \\(${bo.id}\\)\\n$`, "u"));
    const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8"));
    assert.match(scripts["rebuild-figures"], /game-server\/rebuild-figures\.ts$/u);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
