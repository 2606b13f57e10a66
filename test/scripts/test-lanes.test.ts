// Each test runs in one lane of `npm test`, and a file that the table of lanes does not name is refused.

import assert from "node:assert/strict";
import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { type Lane, PLACES, laneOf, testFiles } from "../../scripts/testing/lanes.ts";

const root = join(import.meta.dirname, "../..");

describe("the lanes of the tests", () => {
  const examples: readonly (readonly [file: string, lane: Lane])[] = [
    ["test/pong/step.test.ts", "unit"],
    ["test/pong/ai/look.test.ts", "unit"],
    ["test/client/game/scene/scene-speed.test.ts", "alone"],
    ["test/rooms/match/match.test.ts", "rooms"],
    ["test/rooms/match/decisions.test.ts", "unit"],
    ["test/game-server/accounts/sign-up.test.ts", "accounts"],
  ];
  for (const [file, lane] of examples) it(`put ${file} in ${lane}`, () => assert.equal(laneOf(file), lane));

  for (const file of ["test/new/x.test.ts", "test/x.test.ts", "test/pong.test.ts", "pong/x.test.ts"]) {
    it(`refuse ${file}`, () => assert.throws(() => laneOf(file), /in no lane/u));
  }

  it("name no file that is gone", () => {
    const files = Object.keys(PLACES).filter((place) => !place.endsWith("/"));
    assert.deepEqual(
      files.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });

  it("hold every file once", () => {
    const files = Object.values(testFiles()).flat();
    const there = globSync("test/**/*.test.ts", { cwd: root });
    assert.ok(there.length > 60, `only ${there.length} files`);
    assert.deepEqual(files.toSorted(), there.toSorted());
  });
});
