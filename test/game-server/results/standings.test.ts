// A rated match moves both players in the lists of the strongest, in the same transaction; what was rated before there were lists is
// in them too.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { Standing } from "../../../db/entities/standing.ts";
import type { MatchResult } from "../../../db/match-record.ts";
import { createAccounts } from "../../../db/repositories/accounts.ts";
import { type Board, createLeaderboards } from "../../../db/repositories/leaderboards.ts";
import { createMatches } from "../../../db/repositories/matches.ts";
import { createRatings } from "../../../db/repositories/ratings.ts";
import { boardOf, rankIn, readBoard } from "../../../game-server/leaderboards/read-board.ts";
import { createJudge } from "../../../game-server/results/judge.ts";
import { RATING_RULES } from "../../../game-server/results/rating-rules.ts";
import { RESULT_WRITERS } from "../../../game-server/results/start.ts";
import { SEASON_MATCHES } from "../../../ranking/standings.ts";
import { BOARD_PAGE } from "../../../schema/http/leaderboards.ts";
import { type SeededAccount, seedAccount } from "../../support/accounts.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { playedResult } from "../../support/played-result.ts";
import { seedStanding } from "../../support/standings.ts";

/** More than a new player's rating needs to become sure. */
const MATCHES = SEASON_MATCHES + 20;
const NOW = new Date("2026-11-20T12:00:00Z");

onBothDatabases("the lists of the strongest", (database) => {
  let ada: SeededAccount;
  let bo: SeededAccount;
  /** The same match, the places changed: so each wins in turn, and both ratings become sure. */
  let models: readonly MatchResult[];

  before(async () => {
    ada = await seedAccount(database(), "ada", { country: "FR" });
    bo = await seedAccount(database(), "bo");
    models = [playedResult({ playerIds: [ada.id, bo.id] }), playedResult({ playerIds: [bo.id, ada.id] })];
    for (let match = 0; match < MATCHES; match++) await finish(new Date(NOW.getTime() - (MATCHES - match) * 60_000));
  });

  /** One more ranked match of the two. */
  async function finish(finishedAt: Date, change: Partial<MatchResult> = {}): Promise<void> {
    const matches = createMatches(database().orm, {
      processId: null,
      judge: createJudge(pino({ level: "silent" })),
      ratingRules: RATING_RULES,
      writers: RESULT_WRITERS,
    });
    models = models.toReversed();
    assert.ok(await matches.finish({ ...models[0]!, id: randomUUID(), finishedAt, ...change }));
  }

  const boards = () => createLeaderboards(database().orm);
  const listOf = (season: string, country: string | null = null, now = NOW): Board =>
    boardOf("quick", season, country, now);
  const names = async (board: Board) => (await boards().after(board, null, 50)).map(({ login }) => login);
  const rows = () =>
    database()
      .orm.em.fork()
      .find(Standing, { player: [ada.id, bo.id] }, { orderBy: { season: 1, rating: -1 } });

  it("have both in order, with the rating that they have, and what they played", async () => {
    const ratings = await createRatings(database().orm).of([ada.id, bo.id]);
    const isAdaFirst = ratings.get(ada.id)![0]!.rating > ratings.get(bo.id)![0]!.rating;
    const order = isAdaFirst ? ["ada", "bo"] : ["bo", "ada"];
    for (const season of ["all", "2026-Q4"]) assert.deepEqual(await names(listOf(season)), order);
    for (const row of await rows()) {
      const rating = ratings.get(row.player.id)![0]!;
      assert.deepEqual(
        [row.rating, row.played, row.won, row.ratedAt],
        [Math.round(rating.rating), MATCHES, rating.won, rating.ratedAt],
      );
    }
    assert.equal(await rankIn(boards(), listOf("all"), ada.id), isAdaFirst ? 1 : 2);
    assert.equal(await boards().firstSeason(), "2026-Q4");
  });

  it("are by country too, and follow who moves", async () => {
    assert.deepEqual(await names(listOf("all", "FR")), ["ada"]);
    await createAccounts(database().orm).change(ada.id, { country: "PL" });
    assert.deepEqual([await names(listOf("all", "FR")), await names(listOf("2026-Q4", "PL"))], [[], ["ada"]]);
  });

  it("have nobody who is banned, while they are", async () => {
    const accounts = createAccounts(database().orm);
    await accounts.change(bo.id, { bannedUntil: new Date(NOW.getTime() + 1) });
    assert.deepEqual(await names(listOf("all")), ["ada"]);
    assert.deepEqual(
      [await rankIn(boards(), listOf("all"), ada.id), await rankIn(boards(), listOf("all"), bo.id)],
      [1, null],
    );
    await accounts.change(bo.id, { bannedUntil: null });
    assert.equal((await names(listOf("all"))).length, 2);
  });

  it("lose whose rating is sure no more, but a season keeps them", async () => {
    const late = new Date(NOW.getTime() + 400 * 86_400_000);
    assert.deepEqual(await names(listOf("all", null, late)), []);
    assert.equal((await names(listOf("2026-Q4", null, late))).length, 2);
  });

  it("are untouched by a match that is not rated", async () => {
    const before = JSON.stringify(await rows());
    await finish(NOW, { ranked: false });
    await finish(NOW, { recordingHash: "0" });
    assert.equal(JSON.stringify(await rows()), before);
  });

  it("begin anew with a season, and stay as they were", async () => {
    const before = await boards().after(listOf("2026-Q4"), null, 2);
    await finish(new Date("2027-01-01T00:00:00Z"));
    assert.deepEqual(await boards().after(listOf("2026-Q4"), null, 2), before);
    assert.deepEqual(await names(listOf("2027-Q1")), [], "one match is not enough");
    assert.equal((await rows()).filter(({ season }) => season === "2027-Q1").length, 2);
  });

  it("come out the same when they are filled from what was rated before", async () => {
    const written = await rows();
    const { migrator } = database().orm;
    await migrator.down({ to: "2026-11-27-figures" });
    await migrator.up();
    const filled = await rows();
    const plain = ({ season, player, country, rating, played, won, ratedAt, isListed }: Standing) => [
      season,
      player.id,
      country,
      rating,
      played,
      won,
      ratedAt,
      isListed,
    ];
    assert.deepEqual(filled.map(plain), written.map(plain));
    for (const [at, { season, sureUntil }] of filled.entries())
      if (season === "all") assert.ok(Math.abs(sureUntil.getTime() - written[at]!.sureUntil.getTime()) < 1_000);
  });

  it("are read in pages, forth and back and around somebody, with ranks that go on", async () => {
    const count = 2 * BOARD_PAGE + 5;
    const all: string[] = [];
    for (let n = 0; n < count; n++) {
      const { id } = await seedAccount(database(), `p${n}`);
      const rating = 2000 - Math.floor(n / 3) * 10;
      await seedStanding(database(), id, { season: "2025-Q1", mode: "quick", rating });
      all.push(id);
    }
    const board = listOf("2025-Q1");
    let page = await readBoard(boards(), board, { kind: "top" });
    const forth = [page];
    while (page.next !== null)
      forth.push((page = await readBoard(boards(), board, { kind: "after", place: page.next })));
    const told = forth.flatMap((one) => one.rows);
    assert.deepEqual([forth.length, told.length, page.total], [3, count, count]);
    assert.deepEqual(new Set(told.map(({ id }) => id)), new Set(all));
    assert.deepEqual(
      told.map(({ rank }) => rank),
      told.map((_, at) => Math.floor(at / 3) * 3 + 1),
    );
    assert.equal(forth[0]!.previous, null);
    const back = await readBoard(boards(), board, { kind: "before", place: forth[1]!.previous! });
    assert.deepEqual(back.rows, forth[0]!.rows);
    for (const at of [0, 1, 22, count - 1]) {
      const row = (await boards().find(board, told[at]!.id))!;
      const around = await readBoard(boards(), board, { kind: "around", row });
      const from = Math.max(0, at - 9);
      assert.deepEqual(around.rows, told.slice(from, from + BOARD_PAGE), `around ${at}`);
    }
  });
});
