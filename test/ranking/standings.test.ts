// Who is listed among the strongest, and with what rank.

import assert from "node:assert/strict";
import { sureUntil, RATING_RULES } from "../../game-server/results/rating-rules.ts";
import { isProvisional } from "../../ranking/glicko2.ts";
import { ALL_TIME } from "../../ranking/seasons.ts";
import { SEASON_MATCHES, type Standing, ranksOf, standingAfter } from "../../ranking/standings.ts";

const DAY_MS = 86_400_000;
const at = new Date("2026-11-05T12:00:00Z");
const later = new Date(at.getTime() + 9 * DAY_MS);

function after(season: string, matches: number, until: Date): Standing {
  let standing: Standing | null = null;
  for (let match = 0; match < matches; match++)
    standing = standingAfter(season, standing, { rating: 1600.4, won: match % 2 === 0, at, sureUntil: until });
  return standing!;
}

describe("a standing", () => {
  it("is listed for all time as soon as the rating is sure, and in whole points", () => {
    const standing = after(ALL_TIME, 1, later);
    assert.deepEqual(standing, { rating: 1600, played: 1, won: 1, ratedAt: at, sureUntil: later, isListed: true });
    assert.ok(!after(ALL_TIME, 30, at).isListed, "provisional");
  });

  it("takes so many matches in a season", () => {
    assert.ok(!after("2026-Q4", SEASON_MATCHES - 1, later).isListed);
    assert.ok(after("2026-Q4", SEASON_MATCHES, later).isListed);
    assert.ok(!after("2026-Q4", SEASON_MATCHES, at).isListed, "provisional");
  });

  it("is lost where the rating has become unsure again", () => {
    const before = after("2026-Q4", SEASON_MATCHES, later);
    assert.ok(!standingAfter("2026-Q4", before, { rating: 1700, won: true, at: later, sureUntil: later }).isListed);
  });

  it("is sure until just before the rating is shown as provisional", () => {
    for (const deviation of [45, 80, 109]) {
      const rating = { rating: 1500, deviation, volatility: 0.06 };
      const days = (sureUntil(rating, at).getTime() - at.getTime()) / DAY_MS;
      assert.ok(!isProvisional(RATING_RULES.age(rating, days - 0.01).deviation), `${deviation}`);
      assert.ok(isProvisional(RATING_RULES.age(rating, days + 0.01).deviation), `${deviation}`);
    }
    assert.deepEqual(sureUntil({ rating: 1500, deviation: 110, volatility: 0.06 }, at), at);
    const calm = { rating: 1500, deviation: 45, volatility: 1e-9 };
    assert.ok(sureUntil(calm, at).getTime() < at.getTime() + 20 * 365 * DAY_MS);
  });
});

describe("ranks", () => {
  it("are the same for the same rating, and go on as if they were not", () => {
    assert.deepEqual(ranksOf([1900, 1800, 1800, 1700], { higher: 0, before: 0 }), [1, 2, 2, 4]);
    assert.deepEqual(ranksOf([1500, 1500, 1500], { higher: 0, before: 0 }), [1, 1, 1]);
    assert.deepEqual(ranksOf([], { higher: 0, before: 0 }), []);
  });

  it("go on from one page to the next, through those who have the same", () => {
    const all = [1900, 1800, 1800, 1800, 1700, 1700, 1600];
    const whole = ranksOf(all, { higher: 0, before: 0 });
    for (let cut = 1; cut < all.length; cut++) {
      const higher = all.filter((rating) => rating > all[cut]!).length;
      assert.deepEqual(ranksOf(all.slice(cut), { higher, before: cut }), whole.slice(cut), `cut at ${cut}`);
    }
  });
});
