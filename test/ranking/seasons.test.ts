// Seasons are quarters of the calendar in UTC, without a gap between them.

import assert from "node:assert/strict";
import { ALL_TIME, boundsOf, seasonOf, seasonsUntil } from "../../ranking/seasons.ts";
import { ALL_TIME as TOLD } from "../../schema/modes.ts";

describe("seasons", () => {
  it("are quarters in UTC, to the millisecond", () => {
    assert.equal(seasonOf(new Date("2026-01-01T00:00:00.000Z")), "2026-Q1");
    assert.equal(seasonOf(new Date("2026-03-31T23:59:59.999Z")), "2026-Q1");
    assert.equal(seasonOf(new Date("2026-04-01T00:00:00.000Z")), "2026-Q2");
    assert.equal(seasonOf(new Date("2026-12-31T23:59:59.999Z")), "2026-Q4");
  });

  it("begin where the one before ends", () => {
    for (const season of ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]) {
      const { from, until } = boundsOf(season);
      assert.equal(seasonOf(from), season);
      assert.equal(seasonOf(new Date(until.getTime() - 1)), season);
      assert.deepEqual(boundsOf(seasonOf(until)).from, until);
    }
    assert.equal(seasonOf(boundsOf("2026-Q4").until), "2027-Q1");
  });

  it("are told from the first one on, the latest first", () => {
    const now = new Date("2027-05-05T12:00:00Z");
    assert.deepEqual(seasonsUntil(now, "2026-Q3"), ["2027-Q2", "2027-Q1", "2026-Q4", "2026-Q3"]);
    assert.deepEqual(seasonsUntil(now, null), ["2027-Q2"]);
    assert.deepEqual(seasonsUntil(now, "2027-Q2"), ["2027-Q2"]);
  });

  it("come before the list of all time, which is called the same everywhere", () => {
    assert.ok("2999-Q4" < ALL_TIME);
    assert.equal(ALL_TIME, TOLD);
  });
});
