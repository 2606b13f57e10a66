// A PostgreSQL for tests can be stopped after it was left to run for as long as its process does.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { NO_POSTGRES, postgresBin } from "../../scripts/testing/postgres.ts";

const MODULE = join(import.meta.dirname, "../../scripts/testing/postgres.ts");
const SCRIPT = (bin: string) => `
  const { startPostgres } = await import(${JSON.stringify(MODULE)});
  const postgres = await startPostgres(${JSON.stringify(bin)});
  postgres.stopAtExit();
  await postgres.stop();
  console.log("stopped");`;

describe("a PostgreSQL for tests", () => {
  it("is waited for when it is stopped, though nobody else is", function () {
    const bin = postgresBin();
    if (bin === null) {
      console.warn(NO_POSTGRES);
      return this.skip();
    }
    const said = execFileSync(process.execPath, ["--input-type=module", "--eval", SCRIPT(bin)], { encoding: "utf8" });
    assert.equal(said, "stopped\n");
  });
});
