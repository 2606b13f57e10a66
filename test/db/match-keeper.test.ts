// A finished match is never lost: while the database is down, and when the process goes down as well.

import assert from "node:assert/strict";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createMatchKeeper } from "../../db/match-keeper.ts";
import { Match } from "../../db/entities/match.ts";
import { type Database, openDatabase } from "../../db/open.ts";
import { createMatches } from "../../db/repositories/matches.ts";
import { createUnsaved } from "../../db/unsaved.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { NO_POSTGRES, type Postgres, postgresBin, startPostgres } from "../../scripts/testing/postgres.ts";
import { sampleResult } from "../support/sample-match.ts";

const TOO_LATE = "a match ended after it had been counted as no result; how it went is in the file";

describe("keeping finished matches while PostgreSQL is down", () => {
  let postgres: Postgres;
  let database: Database;
  let folder = "";
  const said: string[] = [];
  before(async function () {
    const bin = postgresBin();
    if (bin === null) {
      console.warn(NO_POSTGRES);
      return this.skip();
    }
    postgres = await startPostgres(bin);
    folder = temporaryFolder();
    database = await openDatabase({ url: await postgres.createDatabase(), dataDir: "", warn: () => {} });
  });
  after(async () => {
    if (folder === "") return;
    await database.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A keeper whose waits pass when the test says so. */
  function fixture() {
    const counted: string[] = [];
    const waits: { ms: number; pass: () => void }[] = [];
    const note = (_about: object, message: string) => {
      said.push(message);
    };
    const keeper = createMatchKeeper({
      matches: createMatches(database.orm),
      unsaved: createUnsaved(join(folder, "unsaved")),
      log: { error: note, info: note },
      counted: ({ result }) => counted.push(result.id),
      later: (pass, ms) => {
        waits.push({ ms, pass });
        return () => {};
      },
    });
    return { keeper, waits, counted };
  }

  function files(): string[] {
    return readdirSync(join(folder, "unsaved"));
  }

  /** The database works again when it says so; a pool may hold a broken connection or two until then. */
  async function whenItAnswers(): Promise<void> {
    while (!(await database.answers()));
  }

  it("stores at once while all is well", async () => {
    const { keeper, counted } = fixture();
    const result = sampleResult();
    await keeper.begin(result);
    const written = await keeper.finish(result);
    assert.ok(typeof written === "object");
    assert.deepEqual(counted, [result.id]);
    assert.deepEqual(files(), []);
    assert.equal(await keeper.finish(result), "ended");
    assert.equal((await createMatches(database.orm).find(result.id)).status, "finished");
    await keeper.close();
  });

  it("keeps what it cannot store, waits longer and longer, and stores it in the end", async () => {
    const { keeper, waits } = fixture();
    const result = sampleResult();
    await postgres.halt();
    await keeper.begin(result);
    assert.equal(await keeper.finish(result), "kept");
    assert.equal(keeper.waiting(), 1);
    assert.deepEqual(files(), [`${result.id}.json`]);
    for (const expected of [1000, 2000, 4000]) {
      const wait = waits.at(-1);
      assert.equal(wait?.ms, expected);
      const before = waits.length;
      wait.pass();
      while (waits.length === before) await new Promise(setImmediate);
    }
    await postgres.resume();
    await whenItAnswers();
    await keeper.close();
    assert.equal(keeper.waiting(), 0);
    assert.deepEqual(files(), []);
    const stored = await createMatches(database.orm).find(result.id);
    assert.ok(stored.status === "finished");
    assert.deepEqual(stored.match.summary, result.summary);
    assert.deepEqual([...((await createMatches(database.orm).recording(result.id)) ?? [])], [0, 1, 255, 128]);
  });

  it("takes up what an earlier process left, and leaves damaged files alone", async () => {
    const result = sampleResult();
    await createUnsaved(join(folder, "unsaved")).write(result);
    writeFileSync(join(folder, "unsaved", "damaged.json"), `{"id":"x"`);
    said.length = 0;
    const { keeper } = fixture();
    assert.equal(keeper.waiting(), 1);
    await keeper.close();
    assert.equal((await createMatches(database.orm).find(result.id)).status, "finished");
    assert.deepEqual(files(), ["damaged.json"]);
    assert.ok(said.includes("an unsaved match cannot be read; look at the file"));
    rmSync(join(folder, "unsaved", "damaged.json"));
  });

  it("keeps aside what comes after its match was counted as no result, and says so", async () => {
    const [atOnce, fromFile] = [sampleResult(), sampleResult()];
    const { keeper, counted } = fixture();
    for (const result of [atOnce, fromFile]) {
      await keeper.begin(result);
      await database.orm.em.fork().nativeUpdate(Match, { id: result.id }, { status: "interrupted" });
    }
    said.length = 0;
    assert.equal(await keeper.finish(atOnce), "ended");
    await keeper.close();
    await createUnsaved(join(folder, "unsaved")).write(fromFile);
    await fixture().keeper.close();
    assert.deepEqual(files().toSorted(), [`${atOnce.id}.too-late`, `${fromFile.id}.too-late`].toSorted());
    assert.deepEqual(counted, []);
    assert.deepEqual(
      said,
      Array.from({ length: 2 }, () => TOO_LATE),
    );
    for (const file of files()) rmSync(join(folder, "unsaved", file));
  });

  it("is not held up by one result that the database refuses", async () => {
    const [bad, good] = [sampleResult({ winner: 1e9 }), sampleResult()];
    const unsaved = createUnsaved(join(folder, "unsaved"));
    for (const result of [bad, good]) await unsaved.write(result);
    const { keeper } = fixture();
    await keeper.close();
    assert.equal((await createMatches(database.orm).find(good.id)).status, "finished");
    assert.deepEqual(files(), [`${bad.id}.json`]);
  });
});
