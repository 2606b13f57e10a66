// Which leaderboard an address means, and the address of a leaderboard.

import assert from "node:assert/strict";
import { inputOf, readChoice, searchOf } from "../../../../client/pages/leaderboards/address.ts";
import { addressOf } from "../../../../schema/http/endpoint.ts";
import { askLeaderboard } from "../../../../schema/http/leaderboards.ts";

describe("the address of a leaderboard", () => {
  it("says what is chosen, there and back", () => {
    for (const search of ["", "?mode=quick", "?season=2026-Q4&country=FR", "?country=FR&around=me", "?after=1500_x"])
      assert.equal(searchOf(readChoice(search)), search);
    assert.equal(
      addressOf(askLeaderboard, inputOf(readChoice("?mode=quick&country=FR"))),
      "/api/leaderboards/quick?country=FR",
    );
  });

  it("means the first visit's choice where it says what is none", () => {
    for (const search of [
      "?mode=slow",
      "?season=winter",
      "?season=2026-Q5",
      "?country=zz",
      "?country=fr",
      "?around=you",
    ])
      assert.deepEqual(readChoice(search), readChoice(""), search);
  });
});
