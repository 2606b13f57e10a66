// `npm run make-admin NAME`: what it does, and what it says when it cannot.

import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { MeReply } from "../../schema/http/guests.ts";
import { openDatabase } from "../../db/open.ts";
import { SECRET, type SeededAccount, seedAccount } from "../support/accounts.ts";
import { visit } from "../support/browser-like.ts";
import { warn } from "../support/temporary-folder.ts";
import { startServer } from "../support/server.ts";
import { newDataFolder } from "../support/data-folder.ts";
import { runOperatorCommand } from "../support/operator-command.ts";

describe("make-admin", () => {
  let dataDir = "";
  let ada: SeededAccount;
  before(async () => {
    dataDir = await newDataFolder();
    const database = await openDatabase({ url: null, dataDir, warn });
    ada = await seedAccount(database, "ada.l");
    await database.close();
  });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  const run = (...args: string[]) => runOperatorCommand("make-admin", dataDir, ...args);

  it("is a script of its own", () => {
    const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
    assert.match(scripts["make-admin"], /game-server\/make-admin\.ts$/u);
  });

  it("says whom it does not know, and whom one may have meant", async () => {
    const cases = [
      [[], /npm run make-admin NAME/u],
      [["nobody.here"], /No account has the login name nobody\.here: sign up/u],
      [["adal"], /but there is ada\.l/u],
    ] as const;
    for (const [args, said] of cases) {
      const { code, err } = await run(...args);
      assert.equal(code, 1);
      assert.match(err, said);
      assert.doesNotMatch(err, /\n\s+at /u, "no stack");
    }
  });

  it("says what to do while a server runs on the embedded database", async () => {
    const server = await startServer({ storage: { dataDir, databaseUrl: null } });
    try {
      const { code, err } = await run("ada.l");
      assert.equal(code, 1);
      assert.match(err, new RegExp(`process \\(${server.pid}\\)`, "u"));
      assert.match(err, /stop the server, run this, and start it again/u);
    } finally {
      await server.stop();
    }
  });

  it("makes an admin, once", async () => {
    assert.deepEqual(await run(" Ada.L "), { code: 0, out: "ada.l is now an admin.\n", err: "" });
    assert.deepEqual(await run("ada.l"), { code: 0, out: "ada.l is already an admin.\n", err: "" });
    const server = await startServer({ storage: { dataDir, databaseUrl: null }, env: { SESSION_SECRET: SECRET } });
    try {
      const { body } = await visit(server.url, ada.cookie).get("/api/me");
      assert.equal(MeReply.parse(body).player?.role, "admin");
    } finally {
      await server.stop();
    }
  });
});
