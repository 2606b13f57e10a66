// Opening: the lock on the data folder, data that outlives a crash, processes that start together on PostgreSQL.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockDataFolder } from "../../db/data-folder-lock.ts";
import { openDatabase } from "../../db/open.ts";
import { createMatches } from "../../db/repositories/matches.ts";
import { StartupError } from "../../db/errors.ts";
import { newDataFolder } from "../support/data-folder.ts";
import { temporaryFolder, warn } from "../support/temporary-folder.ts";
import { NO_POSTGRES, postgresBin, startPostgres } from "../../scripts/testing/postgres.ts";
import { sampleResult } from "../support/sample-match.ts";

const OPEN = join(import.meta.dirname, "../../db/open.ts");
const MATCHES = join(import.meta.dirname, "../../db/repositories/matches.ts");
const SAMPLE = join(import.meta.dirname, "../support/sample-match.ts");

describe("the lock on the data folder", () => {
  let folder = "";
  let lock = "";
  beforeEach(() => {
    folder = temporaryFolder();
    lock = join(folder, "database.lock");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("is taken once, and free again afterwards", () => {
    const unlock = lockDataFolder(lock);
    assert.throws(() => lockDataFolder(lock), StartupError);
    unlock();
    assert.ok(!existsSync(lock));
    lockDataFolder(lock)();
  });

  for (const [left, what] of [
    [`{"pid":4194303,"started":"1"}`, "by a process that is gone"],
    [`{"pid":${process.pid},"started":"1"}`, "by an earlier process of the same number"],
    ["", "empty"],
  ] as const) {
    it(`is taken over when left ${what}`, () => {
      writeFileSync(lock, left);
      lockDataFolder(lock)();
    });
  }
});

describe("the embedded database", () => {
  it("has everything after it was closed and opened again", async () => {
    const dataDir = await newDataFolder();
    try {
      const result = sampleResult();
      const first = await openDatabase({ url: null, dataDir, warn });
      await createMatches(first.orm).finish(result);
      await first.close();
      const second = await openDatabase({ url: null, dataDir, warn });
      assert.equal((await createMatches(second.orm).find(result.id)).status, "finished");
      await second.close();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it("has every match that was stored before the process was killed", async () => {
    const dataDir = await newDataFolder();
    try {
      const script = `
        const { openDatabase } = await import(${JSON.stringify(OPEN)});
        const { createMatches } = await import(${JSON.stringify(MATCHES)});
        const { sampleResult } = await import(${JSON.stringify(SAMPLE)});
        const database = await openDatabase({ url: null, dataDir: ${JSON.stringify(dataDir)}, warn: console.warn });
        for (;;) {
          const result = sampleResult();
          await createMatches(database.orm).finish(result);
          console.log(result.id);
        }`;
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script]);
      let said = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (said.split("\n").length > 20) child.kill("SIGKILL");
      });
      await once(child, "close");
      const stored = said.split("\n").slice(0, -1);
      assert.ok(stored.length >= 20);
      const database = await openDatabase({ url: null, dataDir, warn });
      for (const id of stored) assert.equal((await createMatches(database.orm).find(id)).status, "finished");
      await database.close();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it("says what to do when its folder is damaged", async () => {
    const dataDir = temporaryFolder();
    try {
      writeFileSync(join(dataDir, "database"), "not a folder");
      await assert.rejects(
        openDatabase({ url: null, dataDir, warn }),
        (error) => error instanceof StartupError && error.message.includes("restore it from a backup"),
      );
      assert.ok(!existsSync(join(dataDir, "database.lock")), "the lock is left behind");
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

describe("several processes on one empty PostgreSQL", () => {
  it("start together", async function () {
    const bin = postgresBin();
    if (bin === null) {
      console.warn(NO_POSTGRES);
      return this.skip();
    }
    const postgres = await startPostgres(bin);
    try {
      const url = await postgres.createDatabase();
      const script = `
        const { openDatabase } = await import(${JSON.stringify(OPEN)});
        const database = await openDatabase({ url: ${JSON.stringify(url)}, dataDir: "", warn: console.warn });
        await database.close();`;
      const ends = await Promise.all(
        [1, 2, 3, 4].map(async () => {
          const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: "inherit" });
          const [code] = await once(child, "exit");
          return Number(code);
        }),
      );
      assert.deepEqual(ends, [0, 0, 0, 0]);
    } finally {
      await postgres.stop();
    }
  });
});
