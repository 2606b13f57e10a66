// What a page tells of itself: the same error once with a count, within bounds, and never a fault of its own.

import assert from "node:assert/strict";
import { createReporter } from "../../../../client/platform/report/reporter.ts";
import type { Entry } from "../../../../client/platform/report/gather.ts";
import { ReportRequest } from "../../../../schema/http/reports.ts";
import { MAX_REPORT_BYTES } from "../../../../schema/performance-metrics.ts";
import { sampleFigures, word } from "../../../support/sample-report.ts";

const HOUR_MS = 3_600_000;

/** A reporter whose time passes when told to, and what it sent. */
function openReporter(fate: () => Promise<void> | void = () => {}) {
  const sent: { entries: Entry[]; leaving: boolean }[] = [];
  let nowMs = 0;
  let planned: (() => void)[] = [];
  const reporter = createReporter({
    send(entries, leaving) {
      sent.push({ entries: [...entries], leaving });
      return fate();
    },
    now: () => nowMs,
    later: (callback) => void planned.push(callback),
  });
  return {
    reporter,
    sent,
    pass(this: void, ms = 5_000) {
      nowMs += ms;
      const due = planned;
      planned = [];
      for (const callback of due) callback();
    },
    /** Until nothing is planned any more. */
    settle() {
      for (let times = 0; planned.length > 0; times++) {
        assert.ok(times < 100, "it never comes to rest");
        this.pass();
      }
    },
  };
}

function failure(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}\n    at f (assets/main.js:1:1)`;
  return error;
}

describe("the reporter", () => {
  it("tells the same error once, with a count and the kind of page", () => {
    const { reporter, sent, pass } = openReporter();
    reporter.page("match");
    for (let times = 0; times < 1_000; times++) reporter.caught(failure("it broke"));
    assert.deepEqual(sent, []);
    pass();
    const stack = "Error: it broke\n    at f (assets/main.js:1:1)";
    const entry = { kind: "error", page: "match", message: "Error: it broke", stack, times: 1_000 };
    assert.deepEqual(sent, [{ entries: [entry], leaving: false }]);
  });

  it("tells one error three times and no more", () => {
    const open = openReporter();
    for (let times = 0; times < 10; times++) {
      open.reporter.caught(failure("again"));
      open.settle();
    }
    assert.equal(open.sent.length, 3);
  });

  it("keeps each report within what the server takes", () => {
    const open = openReporter();
    for (let n = 0; n < 100; n++) open.reporter.caught(failure(`${word(n)} ${"ä ".repeat(1_500)}`));
    for (let n = 0; n < 3; n++) open.reporter.noteMetrics(sampleFigures());
    open.settle();
    assert.ok(open.sent.length > 1);
    for (const { entries } of open.sent) {
      const body = { build: "0123456789ab", entries };
      assert.ok(Buffer.byteLength(JSON.stringify(body)) <= MAX_REPORT_BYTES);
      assert.ok(ReportRequest.safeParse(body).success);
    }
    const told = open.sent.flatMap(({ entries }) => entries);
    assert.equal(told.filter(({ kind }) => kind === "figures").length, 3);
    assert.equal(told.filter(({ kind }) => kind === "error").length, 30, "a page can be wrong in so many ways");
  });

  it("sends at most 30 reports an hour", () => {
    const open = openReporter();
    for (let n = 0; n < 50; n++) {
      open.reporter.noteMetrics(sampleFigures());
      open.reporter.leave();
    }
    assert.equal(open.sent.length, 30);
    open.pass(HOUR_MS);
    assert.equal(open.sent.length, 31);
  });

  it("sends at once when the page goes, and nothing when there is nothing", () => {
    const { reporter, sent } = openReporter();
    reporter.leave();
    assert.deepEqual(sent, []);
    reporter.noteMetrics(sampleFigures());
    reporter.leave();
    assert.deepEqual(sent, [{ entries: [sampleFigures()], leaving: true }]);
  });

  it("strikes out before it sends", () => {
    const { reporter, sent, pass } = openReporter();
    reporter.caught(failure("no room at https://rally.example/play/aBcDeFgHi?x=1"));
    pass();
    assert.doesNotMatch(JSON.stringify(sent), /rally\.example|aBcDeFgHi/u);
  });

  it("is quiet whatever is thrown, and when nobody listens", async () => {
    const odd = { toString: () => assert.fail("odd") };
    const away = openReporter(() => Promise.reject(new Error("away")));
    const broken = openReporter(() => assert.fail("broken"));
    for (const { reporter, pass, sent } of [away, broken]) {
      for (const thrown of [odd, null, undefined, "text", Symbol("s"), failure("x")]) reporter.caught(thrown);
      pass();
      reporter.leave();
      assert.equal(sent.length, 1);
    }
    // A rejection that nobody took would end the run.
    await new Promise((resolve) => setImmediate(resolve));
  });
});
