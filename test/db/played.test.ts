// A player's history and record in both databases: complete, in order, and by an index however long it is.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createAccounts } from "../../db/repositories/accounts.ts";
import { createMatches } from "../../db/repositories/matches.ts";
import { createPlayed, type PlayedCursor } from "../../db/repositories/played.ts";
import { createPlayers } from "../../db/repositories/players.ts";
import { onBothDatabases } from "../support/databases.ts";
import { sampleResult } from "../support/sample-match.ts";

const NOW = new Date("2026-11-24T12:00:00Z");
const lateness = { presses: 0, histogram: [] };

onBothDatabases("what somebody has played", (database) => {
  async function guest(name: string): Promise<string> {
    return (await createPlayers(database().orm).createGuest(randomUUID(), name, name.toLowerCase(), NOW)).id;
  }

  /** Seat 0 is the first one's. */
  async function play(one: string, other: string | null, difference: Parameters<typeof sampleResult>[0] = {}) {
    const result = sampleResult({
      seats: [
        { sitter: "person", playerId: one, name: "One", points: 3, lateness },
        { sitter: other === null ? "computer" : "person", playerId: other, name: "hard", points: 1, lateness },
      ],
      ...difference,
    });
    await createMatches(database().orm).finish(result);
    return result.id;
  }

  it("is told from both seats, under the names of that day", async () => {
    const played = createPlayed(database().orm);
    const ada = await guest("Ada");
    const other = randomUUID();
    const account = { id: other, name: "Bo", nameKey: "bo", login: "bo.b", loginKey: "bob" };
    const empty = { pendingEmail: null, passwordHash: null, fortyTwoId: null, fortyTwoLogin: null };
    await createAccounts(database().orm).create({ ...account, ...empty }, NOW);
    const id = await play(ada, other);
    const unrated = { mode: null, ranked: false, ratingBefore: null, ratingAfter: null };
    const common = {
      id,
      kind: "duel",
      ...unrated,
      finishedAt: sampleResult().finishedAt,
      shownAt: null,
      endReason: "score",
    };
    assert.deepEqual(await played.list(ada, null, 20), [
      {
        ...common,
        points: 3,
        opponentPoints: 1,
        won: true,
        outcome: "won",
        opponent: { name: "hard", login: "bo.b", sitter: "person" },
      },
    ]);
    const [seen] = await played.list(other, null, 20);
    assert.deepEqual(
      [seen?.points, seen?.opponentPoints, seen?.won, seen?.opponent],
      [1, 3, false, { name: "One", login: null, sitter: "person" }],
    );
  });

  it("counts duels that somebody won, and lists what else was finished", async () => {
    const played = createPlayed(database().orm);
    const [ada, bo] = [await guest("Ada"), await guest("Bo")];
    await play(ada, bo);
    await play(ada, bo);
    await play(ada, bo, { winner: 1, endReason: "forfeit" });
    await play(ada, bo, { winner: -1, endReason: "abandoned" });
    await play(ada, null, { kind: "practice" });
    await createMatches(database().orm).begin(
      sampleResult({ seats: [{ sitter: "person", playerId: ada, name: "Ada", points: 0, lateness }] }),
    );
    assert.deepEqual(await played.record(ada), { played: 3, won: 2 });
    assert.deepEqual(await played.record(bo), { played: 3, won: 1 });
    assert.deepEqual(await played.record(randomUUID()), { played: 0, won: 0 });
    assert.equal((await played.list(ada, null, 20)).length, 5);
    assert.deepEqual(await played.list(randomUUID(), null, 20), []);
  });

  it("comes page by page, each match once, even where many ended at one moment", async () => {
    const played = createPlayed(database().orm);
    const [ada, bo] = [await guest("Ada"), await guest("Bo")];
    const ids: string[] = [];
    for (let n = 0; n < 23; n++)
      ids.push(await play(ada, bo, { finishedAt: new Date(NOW.getTime() + Math.floor(n / 9) * 1000) }));
    const seen: string[] = [];
    let before: PlayedCursor | null = null;
    for (;;) {
      const page = await played.list(ada, before, 5);
      seen.push(...page.map(({ id }) => id));
      before = page.at(-1) ?? null;
      if (page.length < 5) break;
    }
    assert.deepEqual(seen.toSorted(), ids.toSorted());
  });
});
