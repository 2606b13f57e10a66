// Matches of a process that has died are cut off, those of living ones go on.

import assert from "node:assert/strict";
import { PLAIN, createMatches } from "../../../db/repositories/matches.ts";
import { createProcesses } from "../../../db/repositories/processes.ts";
import { Notification } from "../../../db/entities/notification.ts";
import { seedAccount } from "../../support/accounts.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { playedResult } from "../../support/played-result.ts";

const LONG_MS = 60_000;
const DEAD = "00000000-0000-4000-8000-00000000000a";
const LIVING = "00000000-0000-4000-8000-00000000000b";

onBothDatabases("a process that starts", (database) => {
  async function begin(processId: string, playerIds: readonly [string, string]): Promise<string> {
    const result = playedResult({ playerIds });
    await createMatches(database().orm, { ...PLAIN, processId }).begin(result);
    return result.id;
  }

  async function statusOf(matchId: string): Promise<string> {
    return (await createMatches(database().orm).find(matchId)).status;
  }

  it("spares what living ones play, and cuts off what the dead have left, once", async () => {
    const { orm } = database();
    const playerIds = [(await seedAccount(database(), "ada")).id, (await seedAccount(database(), "bob")).id] as const;
    const [dead, living] = [createProcesses(orm, DEAD), createProcesses(orm, LIVING)];
    for (const process of [dead, living]) await process.renew();
    const [left, played] = [await begin(DEAD, playerIds), await begin(LIVING, playerIds)];
    assert.deepEqual(await living.sweep(LONG_MS), { matches: 0, playerIds: [] });
    assert.deepEqual([await statusOf(left), await statusOf(played)], ["running", "running"]);

    await orm.em
      .fork()
      .execute(`update "processes" set "seen_at" = now() - interval '2 minutes' where "id" = ?`, [DEAD]);
    const cut = await living.sweep(LONG_MS);
    assert.deepEqual([cut.matches, cut.playerIds.toSorted()], [1, playerIds.toSorted()]);
    assert.deepEqual([await statusOf(left), await statusOf(played)], ["interrupted", "running"]);
    assert.equal(await orm.em.fork().count(Notification, { topic: `match:${left}` }), 2);
    assert.deepEqual(await living.sweep(LONG_MS), { matches: 0, playerIds: [] });

    assert.deepEqual((await living.leave()).matches, 1);
    assert.equal(await statusOf(played), "interrupted");
  });
});
