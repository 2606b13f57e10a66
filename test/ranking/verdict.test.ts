// The published rules of what a match counts.

import assert from "node:assert/strict";
import { type EndedMatch, verdictOf } from "../../ranking/verdict.ts";

const ended: EndedMatch = {
  kind: "duel",
  ranked: true,
  rateable: true,
  endReason: "score",
  winner: 0,
  points: [11, 4],
  verified: true,
};

const CASES: readonly (readonly [what: string, difference: Partial<EndedMatch>, verdict: string])[] = [
  ["a ranked match to its end", {}, "rated"],
  ["one for fun", { ranked: false }, "unrated"],
  ["a ranked one with somebody who has no rating", { rateable: false }, "unrated"],
  ["one that was left after two points", { endReason: "forfeit", points: [2, 0] }, "noResult"],
  ["one that was left after three", { endReason: "forfeit", points: [2, 1] }, "rated"],
  ["one whose other player did not come back, after two points", { endReason: "claim", points: [1, 1] }, "noResult"],
  ["one whose other player touched nothing, after two points", { endReason: "idle", points: [2, 0] }, "noResult"],
  ["one that both left, late", { endReason: "abandoned", winner: -1, points: [10, 9] }, "noResult"],
  ["one that its recording does not bear out", { verified: false }, "flagged"],
  ["practice", { kind: "practice", verified: false }, "unrated"],
];

describe("the verdict on a match", () => {
  for (const [what, difference, verdict] of CASES) {
    it(`is ${verdict} for ${what}`, () => assert.equal(verdictOf({ ...ended, ...difference }), verdict));
  }
});
