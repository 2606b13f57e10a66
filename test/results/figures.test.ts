// The dashboard's numbers are those that the recordings give, counted by other code; and a history is narrowed as it is asked.

import assert from "node:assert/strict";
import { createFigures } from "../../db/repositories/figures.ts";
import { createPlayed, type PlayedFilter } from "../../db/repositories/played.ts";
import { dashboardOf } from "../../game-server/figures/dashboard.ts";
import { FactsReply, FiguresReply } from "../../schema/http/figures.ts";
import { type SeededAccount, seedAccount } from "../support/accounts.ts";
import { onBothDatabases } from "../support/databases.ts";
import { type PlayedBy, independentFigures } from "../support/independent-figures.ts";
import { seedHistory } from "../support/seeded-history.ts";

const MATCHES = 30;

onBothDatabases("what is counted of a player's matches", (database) => {
  let ada: SeededAccount;
  const others: SeededAccount[] = [];
  const mine: PlayedBy[] = [];

  before(async () => {
    ada = await seedAccount(database(), "ada");
    for (const name of ["bo", "cy", "di%_x"]) others.push(await seedAccount(database(), name.replace("%", "p")));
    mine.push(...(await seedHistory(database(), ada, others, MATCHES)));
  });

  it("equals what the recordings give", async () => {
    const told = FiguresReply.parse(dashboardOf(await createFigures(database().orm).of(ada.id)));
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
    const figures = createFigures(database().orm);
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
});
