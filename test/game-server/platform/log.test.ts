// What must not stand in the log, and how Colyseus gets into it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const LOG = join(import.meta.dirname, "../../../game-server/platform/log.ts");

/** What a process says that does `statements` with `log` and Colyseus's `logger`. */
function said(production: boolean, statements: string): string {
  const script = `
    const { createLog, colyseusLogger } = await import(${JSON.stringify(LOG)});
    const log = createLog({ production: ${production}, logLevel: "info" });
    const logger = colyseusLogger(log);
    ${statements}`;
  return execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
}

describe("the log", () => {
  it("is JSON in production, a readable line otherwise", () => {
    const json = JSON.parse(said(true, `log.warn({ room: "r1" }, "it rains");`)) as Record<string, unknown>;
    assert.deepEqual([json["msg"], json["room"], json["level"]], ["it rains", "r1", 40]);
    assert.match(said(false, `log.warn({ room: "r1" }, "it rains");`), /^\d\d:\d\d:\d\d warn it rains room=r1\n$/u);
  });

  it("shows an error's stack", () => {
    assert.match(said(false, `log.error({ err: new Error("no") }, "it fell");`), /ERROR it fell\nError: no\n\s+at /u);
  });

  for (const production of [true, false]) {
    it(`strikes secrets out ${production ? "in production" : "elsewhere"}`, () => {
      const text = said(
        production,
        `log.info({ headers: { cookie: "SECRET", authorization: "SECRET" }, password: "SECRET" }, "asked");
         logger.error("GET ws://x/p/r?sessionId=SECRET&reconnectionToken=SECRET failed");
         logger.warn("%s is gone", "/r?_authToken=SECRET");`,
      );
      assert.ok(!text.includes("SECRET"), text);
      assert.equal(text.trimEnd().split("\n").length, 3);
    });
  }
});
