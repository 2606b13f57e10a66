// One transaction writes a result and all that follows from it, once; what does not bear it out counts nothing.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { HeadToHead } from "../../../db/entities/stats.ts";
import { Match } from "../../../db/entities/match.ts";
import { Notification } from "../../../db/entities/notification.ts";
import { type Matches, createMatches } from "../../../db/repositories/matches.ts";
import { createPlayers } from "../../../db/repositories/players.ts";
import { createRatings } from "../../../db/repositories/ratings.ts";
import { createJudge } from "../../../game-server/results/judge.ts";
import { RATING_RULES } from "../../../game-server/results/rating-rules.ts";
import { RESULT_WRITERS } from "../../../game-server/results/start.ts";
import { rateGame } from "../../../ranking/glicko2.ts";
import { seedAccount } from "../../support/accounts.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { createKeptLog } from "../../support/kept-log.ts";
import { playedResult } from "../../support/played-result.ts";

let names = 0;

onBothDatabases("a result", (database) => {
  const silent = pino({ level: "silent" });

  function open(log = silent, writers = RESULT_WRITERS): Matches {
    return createMatches(database().orm, {
      processId: null,
      judge: createJudge(log),
      ratingRules: RATING_RULES,
      writers,
    });
  }

  async function two(): Promise<readonly [string, string]> {
    const [one, other] = [await seedAccount(database(), `p${++names}`), await seedAccount(database(), `p${++names}`)];
    return [one.id, other.id];
  }

  async function ratingsOf(ids: readonly string[]) {
    const rows = await createRatings(database().orm).of(ids);
    return ids.map((id) => rows.get(id)?.[0] ?? null);
  }

  it("moves both ratings, counts who won, tells both, keeps its facts, once", async () => {
    const playerIds = await two();
    const result = playedResult({ playerIds });
    const matches = open();
    const written = (await Promise.all([1, 2, 3].map(() => matches.finish(result)))).filter((one) => one !== null);
    assert.equal(written.length, 1);
    assert.equal(written[0]!.verdict, "rated");
    const score = result.winner === 0 ? 1 : 0;
    const { fresh } = RATING_RULES;
    const wanted = rateGame(fresh, fresh, score);
    const rows = await ratingsOf(playerIds);
    for (const [seat, row] of rows.entries()) {
      assert.ok(Math.abs(row!.rating - wanted[seat]!.rating) < 1e-6);
      assert.deepEqual([row!.played, row!.won, row!.mode], [1, result.winner === seat ? 1 : 0, "quick"]);
    }
    const em = database().orm.em.fork();
    const match = await em.findOneOrFail(Match, { id: result.id }, { populate: ["facts"] });
    assert.equal(match.verdict, "rated");
    assert.deepEqual(
      (match.facts as { score: number[] }).score,
      result.seats.map(({ points }) => points),
    );
    const [low] = playerIds.toSorted();
    const pair = await em.findOneOrFail(HeadToHead, { low: low! });
    assert.deepEqual([pair.lowWon, pair.highWon], playerIds[result.winner] === low ? [1, 0] : [0, 1]);
    // What it has earned them besides: achievements.test.ts.
    const notices = await em.find(Notification, { player: { $in: [...playerIds] }, kind: { $ne: "achievement" } });
    assert.deepEqual(
      notices.map(({ kind }) => kind),
      ["result", "result"],
    );
  });

  it("loses none of many matches of the same two that end at one moment", async () => {
    const playerIds = await two();
    const turned = [playerIds[1], playerIds[0]] as const;
    const results = Array.from({ length: 12 }, (_, at) => ({
      ...playedResult({ playerIds: at % 2 === 0 ? playerIds : turned }),
      id: randomUUID(),
    }));
    const matches = open();
    await Promise.all(results.map((result) => matches.finish(result)));
    const rows = await ratingsOf(playerIds);
    assert.deepEqual(
      rows.map((row) => row!.played),
      [12, 12],
    );
    assert.equal(rows[0]!.won + rows[1]!.won, 12);
    const pair = await database().orm.em.fork().findOneOrFail(HeadToHead, { low: playerIds.toSorted()[0]! });
    assert.equal(pair.lowWon + pair.highWon, 12);
  });

  it("is kept, flagged and not rated where its recording says something else, and that is logged once", async () => {
    const playerIds = await two();
    const honest = playedResult({ playerIds });
    const { log, lines } = createKeptLog();
    const claims = [
      { ...honest, winner: 1 - honest.winner },
      { ...honest, id: randomUUID(), recordingHash: "0" },
      { ...honest, id: randomUUID(), recording: honest.recording!.slice(0, -3) },
      { ...honest, id: randomUUID(), seats: honest.seats.map((seat) => ({ ...seat, points: seat.points + 1 })) },
    ];
    const matches = open(log);
    for (const claim of claims) assert.equal((await matches.finish(claim))?.verdict, "flagged");
    assert.equal(lines.length, claims.length);
    assert.deepEqual(await ratingsOf(playerIds), [null, null]);
    assert.deepEqual([...((await matches.recording(claims[0]!.id)) ?? [])], [...honest.recording!]);
    const notices = await database().orm.em.fork().find(Notification, { player: playerIds[0] });
    assert.deepEqual([...new Set(notices.map(({ kind }) => kind))], ["noResult"]);
  });

  it("moves no rating of a guest, nor of a match for fun", async () => {
    const [account] = await two();
    const guest = await createPlayers(database().orm).createGuest(randomUUID(), "Guest", "guest", new Date());
    const matches = open();
    const withGuest = await matches.finish(playedResult({ playerIds: [account, guest.id] }));
    assert.equal(withGuest?.verdict, "unrated");
    const friendly = { ...playedResult({ playerIds: await two(), ranked: false }), id: randomUUID() };
    assert.equal((await matches.finish(friendly))?.verdict, "unrated");
    assert.deepEqual(await ratingsOf([account, guest.id]), [null, null]);
  });

  it("is taken back whole where something that follows from it fails", async () => {
    const playerIds = await two();
    const result = playedResult({ playerIds });
    const failing = open(silent, [...RESULT_WRITERS, () => Promise.reject(new Error("no"))]);
    await assert.rejects(failing.finish(result), /no/u);
    assert.equal((await open().find(result.id)).status, "unknown");
    assert.deepEqual(await ratingsOf(playerIds), [null, null]);
  });
});
