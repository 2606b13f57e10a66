// kill -9 at each step of finishing a match: after a restart its result counts once, or it is no result, and both are told.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { HeadToHead } from "../../../db/entities/stats.ts";
import { Notification } from "../../../db/entities/notification.ts";
import { type Database, openDatabase } from "../../../db/open.ts";
import { createAchievements } from "../../../db/repositories/achievements.ts";
import { createRatings } from "../../../db/repositories/ratings.ts";
import { type Results, startResults } from "../../../game-server/results/start.ts";
import { seedAccount } from "../../support/accounts.ts";
import { newDataFolder } from "../../support/data-folder.ts";
import { type FinishingOrder, type Step, STEPS } from "../../support/finishing-process.ts";
import { NO_POSTGRES, type Postgres, postgresBin, startPostgres } from "../../../scripts/testing/postgres.ts";
import { warn } from "../../support/temporary-folder.ts";
import { until } from "../../support/until.ts";

const PROGRAM = join(import.meta.dirname, "../../support/finishing-process.ts");
/** Where nothing is left of it. */
const LOST: readonly Step[] = ["while it is played", "in the middle of its file"];

async function killAt(order: FinishingOrder): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(order)], { stdio: ["ignore", "inherit", "inherit"] });
  const [, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  assert.equal(signal, "SIGKILL", "it died at that step and not by itself");
}

/** What the two have of it in the end. */
async function assertOnce({ orm }: Database, results: Results, order: FinishingOrder, told: string[]): Promise<void> {
  const { step, matchId, playerIds } = order;
  const { status } = await results.matches.find(matchId);
  const ratings = await createRatings(orm).of(playerIds);
  const rated = playerIds.map((id) => ratings.get(id)?.map(({ played }) => played) ?? []);
  const em = orm.em.fork();
  const [low, high] = playerIds.toSorted();
  const pair = await em.findOne(HeadToHead, { low: low!, high: high! });
  const notices = await em.find(Notification, { player: { $in: [...playerIds] } });
  const kind = LOST.includes(step) ? "noResult" : "result";
  assert.equal(status, LOST.includes(step) ? "interrupted" : "finished");
  assert.deepEqual(rated, LOST.includes(step) ? [[], []] : [[1], [1]]);
  assert.equal((pair?.lowWon ?? 0) + (pair?.highWon ?? 0), LOST.includes(step) ? 0 : 1);
  const [earned, others] = [true, false].map((is) => notices.filter((one) => (one.kind === "achievement") === is));
  const achievements = await Promise.all(playerIds.map((id) => createAchievements(orm).of(id)));
  assert.equal(earned!.length, achievements.flat().length, "each is told once");
  assert.deepEqual(
    others!.map((one) => `${one.player.id} ${one.kind}`).toSorted(),
    playerIds.map((id) => `${id} ${kind}`).toSorted(),
  );
  if (step !== "before anybody is told" && step !== "after the commit")
    assert.deepEqual(told.toSorted(), playerIds.toSorted());
}

async function restart(database: Database, dataDir: string) {
  const told: string[] = [];
  const log = pino({ level: "silent" });
  const tell = (ids: readonly string[]) => void told.push(...ids);
  const results = await startResults({ orm: database.orm, dataDir, alone: true, tell, log });
  return { results, told };
}

describe("a server that is killed while a match ends, on PostgreSQL", () => {
  let postgres: Postgres;
  let database: Database;
  let dataDir = "";
  let url = "";
  before(async function () {
    const bin = postgresBin();
    if (bin === null) {
      console.warn(NO_POSTGRES);
      return this.skip();
    }
    postgres = await startPostgres(bin);
    url = await postgres.createDatabase();
    dataDir = await newDataFolder();
    database = await openDatabase({ url, dataDir, warn });
  });
  after(async () => {
    if (dataDir === "") return;
    await database.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  for (const [index, step] of STEPS.entries()) {
    it(`${step}, leaves one result or none, and tells both`, async () => {
      const accounts = [await seedAccount(database, `ada${index}`), await seedAccount(database, `bo${index}`)];
      const playerIds = [accounts[0]!.id, accounts[1]!.id] as const;
      const order = { step, matchId: randomUUID(), processId: randomUUID(), playerIds, url, dataDir };
      await killAt(order);
      const { results, told } = await restart(database, dataDir);
      await assertOnce(database, results, order, told);
      await results.close();
      // Once more: nothing is done a second time.
      const again = await restart(database, dataDir);
      await assertOnce(database, again.results, order, told);
      assert.deepEqual(again.told, []);
      await again.results.close();
      assert.deepEqual(
        readdirSync(join(dataDir, "unsaved")).filter((name) => name.endsWith(".json")),
        [],
      );
    });
  }
});

describe("a server that is killed while a match ends, on PGlite", () => {
  let dataDir = "";
  let database: Database | null = null;
  before(async () => {
    dataDir = await newDataFolder();
  });
  after(async () => {
    await database?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  for (const [index, step] of (["within the transaction", "after the commit"] as const).entries()) {
    it(`${step}, leaves one result or none, and tells both`, async () => {
      database ??= await openDatabase({ url: null, dataDir, warn });
      const accounts = [await seedAccount(database, `cy${index}`), await seedAccount(database, `di${index}`)];
      const playerIds = [accounts[0]!.id, accounts[1]!.id] as const;
      await database.close();
      const order = { step, matchId: randomUUID(), processId: randomUUID(), playerIds, url: "", dataDir };
      await killAt(order);
      database = await openDatabase({ url: null, dataDir, warn });
      const { results, told } = await restart(database, dataDir);
      await until(() => results.keeper.waiting() === 0, 10_000, "what was kept is written");
      await assertOnce(database, results, order, told);
      await results.close();
    });
  }
});
