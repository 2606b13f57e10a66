// A history's filter: what an address says of it, and what the server is asked for.

import assert from "node:assert/strict";
import {
  ANYTHING,
  isAnything,
  queryOf,
  readFilter,
  writeFilter,
} from "../../../../client/pages/people/played-filter.ts";
import { PlayedQuery } from "../../../../schema/http/players.ts";

describe("the filter of a history", () => {
  it("comes back from its address as it was", () => {
    const filter = {
      opponent: "a & b=ü",
      outcome: "lost",
      mode: "quick",
      ranked: "no",
      kind: "practice",
      from: "2026-02-28",
      until: "2026-03-01",
    };
    assert.deepEqual(readFilter(writeFilter(filter)), filter);
    assert.equal(writeFilter(ANYTHING), "");
    assert.ok(isAnything(readFilter("")));
  });

  it("takes nothing unsound from an address", () => {
    const search =
      "?outcome=%27&mode=constructor&ranked=1&kind=&from=2026-02-30&until=0000-01-01&sort=x&before=1&opponent=";
    assert.deepEqual(readFilter(search + "x".repeat(50)), { ...ANYTHING, opponent: "x".repeat(40) });
    for (const day of ["2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-32", "+2026-01-01"])
      assert.equal(readFilter(`?from=${encodeURIComponent(day)}`).from, "", day);
  });

  it("asks the server for whole days by the clock here, and for what it takes", () => {
    const asked = PlayedQuery.parse(
      queryOf({ ...ANYTHING, from: "2026-03-01", until: "2026-03-01", mode: "quick" }, null),
    );
    assert.deepEqual(asked, {
      mode: "quick",
      from: new Date(2026, 2, 1).toISOString(),
      until: new Date(2026, 2, 2).toISOString(),
    });
    const before = "2026-11-23T10:00:00.000Z_00000000-0000-4000-8000-000000000000";
    assert.deepEqual(queryOf(ANYTHING, before), { before });
    PlayedQuery.parse(queryOf({ ...ANYTHING, from: "1000-01-01", until: "9000-12-31" }, before));
    assert.deepEqual(queryOf({ ...ANYTHING, opponent: "  " }, null), {});
  });
});
