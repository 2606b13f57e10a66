// A million ticks of play come out as they always have. In a browser: test/end-to-end/determinism.test.ts.

import assert from "node:assert/strict";
import { RULES_VERSION } from "../../pong/rules.ts";
import { readGolden } from "../golden/million-ticks.ts";
import { playAtRandom } from "../support/random-play.ts";

describe("a million ticks of random play", () => {
  it("come out as the golden file says", async () => {
    const golden = await readGolden();
    assert.equal(golden.rulesVersion, RULES_VERSION, "the rules' version went up: accept new golden numbers");
    assert.deepEqual(playAtRandom(golden.seed, golden.ticks), golden.outcome);
  });

  it("visit long rallies, many matches and both kinds of rules", async () => {
    const { outcome } = await readGolden();
    assert.ok(outcome.matches > 50 && outcome.longestRally > 30 && outcome.walls > 5000 && outcome.goals > 1000);
  });

  it("come out otherwise for another seed", () => {
    assert.notEqual(playAtRandom(1, 2000).hash, playAtRandom(2, 2000).hash);
  });
});
