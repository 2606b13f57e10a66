// A match with a bot in it is kept, and told to the person, and counts nothing for anybody: bots are anybody's, and as many as
// anybody likes.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { pino } from "pino";
import { MatchSeat } from "../../../db/entities/match-seat.ts";
import { Notification } from "../../../db/entities/notification.ts";
import { createMatches } from "../../../db/repositories/matches.ts";
import { createPlayers } from "../../../db/repositories/players.ts";
import { createJudge } from "../../../game-server/results/judge.ts";
import { RATING_RULES } from "../../../game-server/results/rating-rules.ts";
import { RESULT_WRITERS } from "../../../game-server/results/start.ts";
import { About } from "../../../schema/http/notifications.ts";
import { seedAccount } from "../../support/accounts.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { playedResult } from "../../support/played-result.ts";

/** Each with the columns that say whose a row is. */
const COUNTED = {
  ratings: ["player_id"],
  standings: ["player_id"],
  head_to_heads: ["low_id", "high_id"],
  player_records: ["player_id"],
  player_counters: ["player_id"],
  player_achievements: ["player_id"],
} as const;

onBothDatabases("a match with a bot", (database) => {
  const em = () => database().orm.em.fork() as SqlEntityManager;
  const matches = () =>
    createMatches(database().orm, {
      processId: null,
      judge: createJudge(pino({ level: "silent" })),
      ratingRules: RATING_RULES,
      writers: RESULT_WRITERS,
    });

  /** Names of the tables in which one of these two has a row. */
  async function countedOf(ids: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const [table, columns] of Object.entries(COUNTED))
      for (const column of columns) {
        const rows: unknown[] = await em().execute(`select from "${table}" where "${column}" in (?, ?)`, [...ids]);
        if (rows.length > 0) found.push(table);
      }
    return [...new Set(found)];
  }

  async function finished(id: string) {
    const found = await matches().find(id);
    assert.ok(found.status === "finished");
    return found.match;
  }

  it("counts nothing, even where it should be ranked; the same between people does", async () => {
    const ada = await seedAccount(database(), "ada");
    const bob = await seedAccount(database(), "bob");
    const name = "Robo Nova";
    const bot = await createPlayers(database().orm).createGuest(randomUUID(), name, "robonova", new Date(), "bot");
    for (const playerIds of [
      [ada.id, bot.id],
      [bot.id, ada.id],
    ] as const) {
      const result = { ...playedResult({ playerIds }), id: randomUUID() };
      const counted = await matches().finish(result);
      assert.deepEqual([counted?.verdict, counted?.ratings], ["practice", null]);
      assert.deepEqual(await countedOf(playerIds), []);
      assert.equal((await finished(result.id)).verdict, "practice");
      const seats = await em().find(MatchSeat, { match: result.id }, { orderBy: { seat: "asc" } });
      assert.deepEqual(
        seats.map(({ outcome, wonDuel }) => [outcome, wonDuel ?? null]),
        seats.map(({ seat }) => [seat === result.winner ? "won" : "lost", null]),
      );
    }
    await matches().finish({ ...playedResult({ playerIds: [ada.id, bob.id] }), id: randomUUID() });
    assert.deepEqual(await countedOf([ada.id, bob.id]), Object.keys(COUNTED));
  });

  it("is told to the person alone", async () => {
    const guest = await createPlayers(database().orm).createGuest(randomUUID(), "Guest", "guest", new Date());
    const bot = await createPlayers(database().orm).createGuest(randomUUID(), "Robo", "robo", new Date(), "bot");
    await matches().finish({ ...playedResult({ playerIds: [guest.id, bot.id] }), id: randomUUID() });
    const notices = await em().find(Notification, { player: { $in: [guest.id, bot.id] } });
    const told = notices.map(({ kind, about, player }) => [player.id, About.parse({ ...(about as object), kind })]);
    assert.equal(told.length, 1);
    const [[id, about]] = told as [[string, About]];
    assert.deepEqual([id, about.kind === "result" && about.verdict], [guest.id, "practice"]);
  });

  it("that is broken off, or does not come out as it says, is none, as ever", async () => {
    const guest = await createPlayers(database().orm).createGuest(randomUUID(), "Guest", "guest", new Date());
    const bot = await createPlayers(database().orm).createGuest(randomUUID(), "Robo", "robo", new Date(), "bot");
    const result = { ...playedResult({ playerIds: [guest.id, bot.id] }), id: randomUUID() };
    const flagged = await matches().finish({ ...result, recordingHash: "0" });
    const nobodys = await matches().finish({ ...result, id: randomUUID(), winner: -1, endReason: "abandoned" });
    assert.deepEqual([flagged?.verdict, nobodys?.verdict], ["flagged", "noResult"]);
  });
});
