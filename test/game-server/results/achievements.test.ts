// What a match earns is given with its result: once, to both, told to each, and nothing for a match that does not count. The rules one by
// one: test/ranking/achievements.test.ts.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { Notification } from "../../../db/entities/notification.ts";
import type { MatchResult } from "../../../db/match-record.ts";
import { createAchievements } from "../../../db/repositories/achievements.ts";
import { createMatches } from "../../../db/repositories/matches.ts";
import { createPlayers } from "../../../db/repositories/players.ts";
import { createJudge } from "../../../game-server/results/judge.ts";
import { RATING_RULES } from "../../../game-server/results/rating-rules.ts";
import { RESULT_WRITERS } from "../../../game-server/results/start.ts";
import { ACHIEVEMENTS } from "../../../contract/achievements.ts";
import { About } from "../../../schema/http/notifications.ts";
import { seedAccount } from "../../support/accounts.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { playedResult } from "../../support/played-result.ts";

let names = 0;

onBothDatabases("what is earned", (database) => {
  const matches = () =>
    createMatches(database().orm, {
      processId: null,
      judge: createJudge(pino({ level: "silent" })),
      ratingRules: RATING_RULES,
      writers: RESULT_WRITERS,
    });

  async function newcomer(): Promise<string> {
    return (await seedAccount(database(), `p${++names}`)).id;
  }

  async function earnedBy(playerId: string): Promise<string[]> {
    return (await createAchievements(database().orm).of(playerId)).map(({ achievement }) => achievement);
  }

  function again(result: MatchResult): MatchResult {
    return { ...result, id: randomUUID() };
  }

  it("is given with the match that earns it, once, and told", async () => {
    const ids = [await newcomer(), await newcomer()] as const;
    const result = playedResult({ playerIds: ids });
    const winner = ids[result.winner]!;
    await matches().finish(result);
    await matches().finish(result);
    const first = await earnedBy(winner);
    assert.ok(first.includes("firstWin") && !first.includes("wins10"), first.join());
    assert.ok(!(await earnedBy(ids[1 - result.winner]!)).includes("firstWin"));
    const [row] = (await createAchievements(database().orm).of(winner)).filter(
      ({ achievement }) => achievement === "firstWin",
    );
    assert.deepEqual([row?.matchId, row?.earnedAt], [result.id, result.finishedAt]);
    for (let match = 1; match < 10; match++) await matches().finish(again(result));
    const later = await earnedBy(winner);
    assert.deepEqual(new Set(later), new Set([...first, "wins10", "streak5", "streak10"]));
    assert.equal(
      (await createAchievements(database().orm).of(winner)).filter(({ matchId }) => matchId === result.id).length,
      first.length,
    );
    const notices = await database().orm.em.fork().find(Notification, { player: winner, kind: "achievement" });
    const told = notices.map(({ kind, about }) => About.parse({ ...(about as object), kind }));
    assert.deepEqual(
      told.map((about) => (about.kind === "achievement" ? about.achievement : "")).toSorted(),
      later.toSorted(),
    );
  });

  it("is earned by guests, too, by who has met ten people", async () => {
    const guest = await createPlayers(database().orm).createGuest(randomUUID(), "Guest", "guest", new Date());
    for (let met = 0; met < 10; met++) {
      assert.ok(!(await earnedBy(guest.id)).includes("opponents10"));
      await matches().finish(again(playedResult({ playerIds: [guest.id, await newcomer()] })));
    }
    assert.ok((await earnedBy(guest.id)).includes("opponents10"));
  });

  it("is nothing after a match that does not count, or against nobody", async () => {
    const ids = [await newcomer(), await newcomer()] as const;
    const result = playedResult({ playerIds: ids });
    for (const wrong of [
      { ...again(result), recordingHash: "0" },
      { ...again(result), kind: "practice" as const },
      { ...again(result), kind: "keyboard" as const },
      { ...again(result), winner: -1, endReason: "abandoned" as const },
    ])
      await matches().finish(wrong);
    assert.deepEqual([...(await earnedBy(ids[0])), ...(await earnedBy(ids[1]))], []);
  });

  it("is of the list", async () => {
    for (const name of await earnedBy(await newcomer())) assert.ok(ACHIEVEMENTS.some((one) => one === name));
  });
});
