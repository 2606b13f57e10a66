// Nobody plays the same opponent for a rating a third time in a row, whoever of the two asks.

import assert from "node:assert/strict";
import { createRequireRankable } from "../../../game-server/lobby/challenge-player.ts";

const RANKED = { ranked: true };
const LAST: Readonly<Record<string, readonly string[]>> = { ada: ["bob", "bob"], bob: ["ada", "cy"], cy: ["bob"] };

describe("a ranked challenge", () => {
  const requireRankable = createRequireRankable((playerId) => Promise.resolve(LAST[playerId] ?? []));

  it("is refused between two who were just each other's opponents twice", async () => {
    await assert.rejects(requireRankable("ada", "bob", RANKED), /challenge\.rankedAgain/u);
    await assert.rejects(requireRankable("bob", "ada", RANKED), /challenge\.rankedAgain/u);
  });

  it("goes on with anybody else, and with the same for fun", async () => {
    await requireRankable("bob", "cy", RANKED);
    await requireRankable("dan", "ada", RANKED);
    await requireRankable("ada", "bob", { ranked: false });
  });
});
