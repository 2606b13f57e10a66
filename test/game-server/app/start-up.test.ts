// A server that cannot start says why in one sentence and ends with 1.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { visit } from "../../support/browser-like.ts";
import { freePort } from "../../../scripts/testing/postgres.ts";
import { startInVain, startServer } from "../../support/server.ts";
import { newDataFolder } from "../../support/data-folder.ts";
import { newStorage } from "../../support/storage.ts";

describe("start-up", () => {
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  async function dataFolder(): Promise<string> {
    const folder = await newDataFolder();
    folders.push(folder);
    return folder;
  }

  async function assertRefusal(env: Readonly<Record<string, string>>, sentence: RegExp): Promise<void> {
    const { code, said } = await startInVain(env);
    assert.match(said, sentence);
    assert.equal(said.trimEnd().split("\n").length, 1, "one sentence");
    assert.equal(code, 1);
  }

  it("names a taken port", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    assert.ok(address !== null && typeof address !== "string");
    try {
      const env = { PORT: String(address.port), DATA_DIR: await dataFolder() };
      await assertRefusal(env, /^Port \d+ is taken by another program: stop it, or set PORT to another number\.$/mu);
    } finally {
      other.close();
    }
  });

  it("names a folder that cannot be written", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "rally-test-")), "file");
    folders.push(join(file, ".."));
    writeFileSync(file, "");
    await assertRefusal({ DATA_DIR: join(file, "data") }, /^The data folder .*data cannot be written \(ENOTDIR\)/u);
  });

  it("keeps a second process off the data folder, and takes over after a crash", async () => {
    const first = await startServer({ storage: await newStorage("PGlite") });
    try {
      await assertRefusal(
        { DATA_DIR: first.storage.dataDir },
        new RegExp(`^Another process \\(${first.pid}\\) is using the data folder`, "u"),
      );
      await first.kill9();
      const second = await startServer({ storage: first.storage });
      assert.equal((await visit(second.url).get("/health/ready")).status, 200);
      assert.equal(await second.stop(), 0);
    } finally {
      await first.remove();
    }
  });

  it("names a bad setting", async () => {
    await assertRefusal({ PORT: "eighty" }, /^The setting PORT must be a number: correct it/u);
  });

  it("names a database that is not there, without its password", async () => {
    const port = await freePort();
    const env = { DATABASE_URL: `postgres://rally:secret@127.0.0.1:${port}/rally`, DATA_DIR: await dataFolder() };
    await assertRefusal(env, /^The database at 127\.0\.0\.1:\d+\/rally does not work \(.*ECONNREFUSED.*\)/u);
  });

  it("keeps the session key to its owner", async () => {
    const server = await startServer();
    try {
      assert.equal(statSync(join(server.storage.dataDir, "session-secret")).mode & 0o777, 0o600);
    } finally {
      await server.remove();
    }
  });
});
