// Glicko-2 against the paper's worked example and, over many random players, against another implementation.

import assert from "node:assert/strict";
import fc from "fast-check";
import glicko2 from "glicko2-lite";
import { type Rating, NEW_RATING, age, isProvisional, rate, rateGame } from "../../ranking/glicko2.ts";

const rating = fc.record({
  rating: fc.double({ min: 600, max: 2800, noNaN: true }),
  deviation: fc.double({ min: 30, max: 350, noNaN: true }),
  volatility: fc.double({ min: 0.03, max: 0.12, noNaN: true }),
});
const game = fc.record({ opponent: rating, score: fc.constantFrom(0, 0.5, 1) });

function near(is: number, wanted: number, tolerance: number): void {
  assert.ok(Math.abs(is - wanted) <= tolerance, `${is} instead of ${wanted}`);
}

/** How likely the first is to win, 0 to 1, by both ratings and how sure they are: the paper's E, with the deviation of both. */
function expectedScore(first: Rating, second: Rating): number {
  const scale = 173.7178;
  const phi = Math.sqrt(first.deviation * first.deviation + second.deviation * second.deviation) / scale;
  const weight = 1 / Math.sqrt(1 + (3 * phi * phi) / (Math.PI * Math.PI));
  return 1 / (1 + Math.exp((-weight * (first.rating - second.rating)) / scale));
}

describe("Glicko-2", () => {
  it("gives the results of the paper's worked example", () => {
    const opponent = (strength: number, deviation: number): Rating => ({ ...NEW_RATING, rating: strength, deviation });
    const after = rate({ rating: 1500, deviation: 200, volatility: 0.06 }, [
      { opponent: opponent(1400, 30), score: 1 },
      { opponent: opponent(1550, 100), score: 0 },
      { opponent: opponent(1700, 300), score: 0 },
    ]);
    near(after.rating, 1464.06, 0.02);
    near(after.deviation, 151.52, 0.02);
    near(after.volatility, 0.05999, 0.0001);
  });

  it("gives what another implementation gives", () => {
    fc.assert(
      fc.property(rating, fc.array(game, { minLength: 1, maxLength: 12 }), (player, games) => {
        const after = rate(player, games);
        const other = glicko2(
          player.rating,
          player.deviation,
          player.volatility,
          games.map(({ opponent, score }) => [opponent.rating, opponent.deviation, score]),
          { tau: 0.5 },
        );
        near(after.rating, other.rating, 0.02);
        near(after.deviation, other.rd, 0.02);
        near(after.volatility, other.vol, 0.0001);
      }),
    );
  });

  it("gets less sure of who does not play, and never less than of somebody new", () => {
    const known = { rating: 1800, deviation: 60, volatility: 0.06 };
    near(age(known, 0).deviation, 60, 1e-9);
    assert.ok(age(known, 10).deviation > age(known, 1).deviation);
    assert.equal(age(known, 1e9).deviation, 350);
    assert.equal(age(known, 5).rating, 1800);
    near(rate(known, []).deviation, age(known, 1).deviation, 1e-9);
  });

  it("moves the winner up and the loser down, whoever they are", () => {
    fc.assert(
      fc.property(rating, rating, (one, other) => {
        const [won, lost] = rateGame(one, other, 1);
        assert.ok(won.rating > one.rating);
        assert.ok(lost.rating < other.rating);
        for (const { deviation } of [won, lost]) assert.ok(deviation >= 45 && deviation <= 350);
      }),
    );
  });

  it("expects of two what adds up to one", () => {
    fc.assert(
      fc.property(rating, rating, (one, other) => {
        near(expectedScore(one, other) + expectedScore(other, one), 1, 1e-9);
        // A game that ends as it was expected to, by who is sure of themselves, says nothing new.
        const score = expectedScore({ ...one, deviation: 0 }, other);
        near(rate(one, [{ opponent: other, score }]).rating, one.rating, 1e-6);
      }),
    );
    near(expectedScore(NEW_RATING, NEW_RATING), 0.5, 1e-9);
  });

  it("calls a rating provisional until its deviation is under 110", () => {
    assert.ok(isProvisional(110));
    assert.ok(!isProvisional(109.99));
  });
});
