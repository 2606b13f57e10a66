// How the operators' pages say things, and that what browsers sent stays text in them.

import assert from "node:assert/strict";
import { bucketLabel, metricTables } from "../../admin/metric-tables.ts";
import { html } from "../../admin/html.ts";
import { reportsPage } from "../../admin/reports-page.ts";
import { METRICS } from "../../admin/words.ts";
import { EDGES } from "../../schema/performance-metrics.ts";

describe("the operators' pages", () => {
  for (const [figure, kind, bucket, label] of [
    ["frameMs", "ms", "15", "15–18 ms"],
    ["frameMs", "ms", "100", "100 ms or more"],
    ["slowFrames", "share", "0.02", "2–5 %"],
    ["slowFrames", "share", "0", "0–1 %"],
    ["stalls", "number", "0", "0"],
    ["stalls", "number", "3", "3–4"],
    ["stalls", "number", "20", "20 or more"],
    ["browser", "name", "Chrome 156", "Chrome 156"],
  ] as const) {
    it(`call bucket ${bucket} of ${figure} ${label}`, () => {
      assert.equal(bucketLabel({ figure, kind }, bucket), label);
    });
  }

  it("know every figure that is counted", () => {
    const named: readonly string[] = METRICS.map(({ figure }) => figure);
    for (const figure of [...Object.keys(EDGES), "browser", "platform", "theme", "dropped"]) {
      assert.ok(named.includes(figure), figure);
    }
  });

  it("escape values, and not what they made themselves", () => {
    const hostile = `<script>"&'`;
    assert.equal(
      html`<p title="${hostile}">${html`<b>x</b>`}</p>`.text,
      `<p title="&lt;script&gt;&quot;&amp;&#39;"><b>x</b></p>`,
    );
  });

  it("escape names that browsers chose", () => {
    const { text } = metricTables([{ figure: "theme", bucket: "<img src=x onerror=y>", count: 1 }]);
    assert.ok(!text.includes("<img"));
  });

  it("put errors in the order asked for, and say which build they are of", () => {
    const error = (message: string, count: number, minute: number, build: string) => {
      const at = new Date(Date.UTC(2026, 10, 24, 17, minute));
      return { fingerprint: message, build, page: "home", message, stack: "", count, firstSeenAt: at, lastSeenAt: at };
    };
    const errors = [error("often", 9, 1, "abc"), error("lately", 2, 5, "def")];
    const view = { errors, counts: [], days: 7, build: "abc" } as const;
    const positions = (page: string) => ["often", "lately"].map((message) => page.indexOf(` ${message}</summary>`));
    const [first, second] = positions(reportsPage({ ...view, sorting: "count" }));
    assert.ok(first! > 0 && first! < second!);
    const [third, fourth] = positions(reportsPage({ ...view, sorting: "seen" }));
    assert.ok(fourth! > 0 && fourth! < third!);
    assert.match(reportsPage({ ...view, sorting: "seen" }), /other build def.*current build,/su);
  });
});
