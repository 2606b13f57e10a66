// From a report to rows: what is the same error, which bucket, which browser; nothing that says who.

import assert from "node:assert/strict";
import type { CountRow, ErrorRow } from "../../../db/repositories/reports.ts";
import { fingerprint } from "../../../game-server/reports/fingerprint.ts";
import { createTakeReport } from "../../../game-server/reports/take-report.ts";
import { readUserAgent } from "../../../game-server/http/user-agent.ts";
import { bucketOf } from "../../../schema/performance-metrics.ts";
import { sampleFigures } from "../../support/sample-report.ts";

const STACK = "TypeError: x\n    at f (assets/main.….js:1:200)\n    at g (assets/main.….js:1:300)";

describe("fingerprints", () => {
  const one = fingerprint("abc", { message: "bad 1", stack: STACK });

  it("are the same for other numbers, lines and deeper frames", () => {
    const deep = `${STACK}${"\n    at h (a.js:1:1)".repeat(3)}`;
    assert.equal(one, fingerprint("abc", { message: "bad 22", stack: STACK.replaceAll("200", "47") }));
    assert.equal(
      fingerprint("abc", { message: "m", stack: `${deep}\n    at i (b.js:1:1)` }),
      fingerprint("abc", { message: "m", stack: `${deep}\n    at k (c.js:1:1)` }),
    );
  });

  it("differ by message, frame and build", () => {
    const others = [
      fingerprint("abc", { message: "worse", stack: STACK }),
      fingerprint("abc", { message: "bad 1", stack: STACK.replace("at f", "at q") }),
      fingerprint("abd", { message: "bad 1", stack: STACK }),
    ];
    assert.equal(new Set([one, ...others]).size, 4);
  });
});

describe("buckets", () => {
  for (const [figure, value, bucket] of [
    ["frameMs", 16.7, "15"],
    ["frameMs", 0, "0"],
    ["frameMs", 1e4, "100"],
    ["slowFrames", 0.02, "0.02"],
    ["roundTripMs", 99.9, "80"],
    ["stalls", 4, "3"],
  ] as const) {
    it(`puts ${figure} ${value} at ${bucket}`, () => assert.equal(bucketOf(figure, value), bucket));
  }
});

describe("user agents", () => {
  const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.7000.1 Mobile Safari/537.36";
  for (const [header, browser, platform] of [
    [`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${chrome}`, "Chrome 156", "Android"],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/155.0.1`, "Edge 155", "Windows"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox 140", "Linux"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
      "Safari 19",
      "iOS",
    ],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605", "Safari 18", "macOS"],
    ["<script>", "other", "other"],
    ["", "other", "other"],
  ] as const) {
    it(`reads ${browser} on ${platform}`, () => assert.deepEqual(readUserAgent(header), { browser, platform }));
  }
});

describe("taking a report", () => {
  const errors: ErrorRow[] = [];
  const counts: CountRow[] = [];
  const keeper = {
    addError: (row: ErrorRow) => void errors.push(row),
    addCount: (row: CountRow) => void counts.push(row),
  };
  const take = createTakeReport(keeper, () => new Date("2026-11-24T23:59:00Z"));
  beforeEach(() => {
    errors.length = 0;
    counts.length = 0;
  });

  it("strikes out again what a page should have struck out", () => {
    const message = "from 10.1.2.3 at https://x.example/play/abc?t=1";
    take({ build: "", entries: [{ kind: "error", page: "home", message, stack: message, times: 3 }] }, "");
    assert.deepEqual([errors[0]?.message, errors[0]?.stack, errors[0]?.count], ["from … at …", "from … at …", 3]);
  });

  it("counts figures by day, and leaves out what was not measured", () => {
    take({ build: "", entries: [{ ...sampleFigures(), otherLateMs: null }] }, "Firefox/140.0");
    assert.ok(counts.every((row) => row.day === "2026-11-24" && row.count === 1));
    const found = Object.fromEntries(counts.map((row) => [row.figure, row.bucket]));
    assert.equal(found["frameMs"], "15");
    assert.equal(found["browser"], "Firefox 140");
    assert.equal(found["theme"], "night");
    assert.equal("otherLateMs" in found, false);
  });

  it("counts no more names on a day than there can be", () => {
    for (let n = 0; n < 500; n++)
      take({ build: "", entries: [{ ...sampleFigures(), theme: `t${n}` }] }, `Chrome/${n}.0`);
    for (const figure of ["theme", "browser"]) {
      const names = new Set(counts.filter((row) => row.figure === figure).map((row) => row.bucket));
      assert.ok(names.size <= 62, `${figure}: ${names.size}`);
      assert.ok(names.has("other"));
    }
  });
});
