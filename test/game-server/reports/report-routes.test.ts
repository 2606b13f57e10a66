// POST /api/reports on a running server: taken from anybody without a session, refused when it is nonsense, never a way to fill
// table, memory or log.

import assert from "node:assert/strict";
import { createReports, MAX_ERRORS } from "../../../db/repositories/reports.ts";
import { MAX_ENTRIES } from "../../../schema/performance-metrics.ts";
import { sampleError, sampleFigures, word } from "../../support/sample-report.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { visit } from "../../support/browser-like.ts";
import { openStorage } from "../../support/storage.ts";

const DIFFERENT = 10_000;

describe("reports", () => {
  let server: TestServer;
  beforeEach(async () => {
    // Behind a proxy, so that one test can be many addresses.
    server = await startServer({ env: { TRUST_PROXY: "1" } });
  });
  afterEach(() => server.remove());

  function report(entries: unknown, address = "10.0.0.1") {
    return visit(server.url).post("/api/reports", { build: "abc123", entries }, { "x-forwarded-for": address });
  }

  /** What is in the tables once the server has ended as it should. */
  async function keptAfterStop() {
    assert.equal(await server.stop(), 0);
    const database = await openStorage(server.storage);
    try {
      const reports = createReports(database.orm);
      return { errors: await reports.errors(), counts: await reports.countsSince("2000-01-01") };
    } finally {
      await database.close();
    }
  }

  it("are taken without a session, set none, and are there after a shutdown", async () => {
    const answer = await report([sampleError("it broke", 7), sampleFigures()]);
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get("set-cookie"), null);
    const { errors, counts } = await keptAfterStop();
    assert.deepEqual(
      errors.map(({ message, count, build, page }) => [message, count, build, page]),
      [["it broke", 7, "abc123", "home"]],
    );
    assert.ok(counts.some(({ figure, bucket }) => figure === "roundTripMs" && bucket === "40"));
  });

  it("of 10,000 different errors leave 500, and one seen often is one", async () => {
    for (let from = 0; from < DIFFERENT; from += MAX_ENTRIES) {
      const entries = Array.from({ length: MAX_ENTRIES }, (_, n) => sampleError(word(from + n)));
      const batch = from / MAX_ENTRIES;
      assert.equal((await report(entries, `10.1.${batch >> 8}.${batch & 255}`)).status, 204);
    }
    for (let times = 0; times < 50; times++) await report([sampleError("often", 10_000)]);
    const { errors } = await keptAfterStop();
    assert.equal(errors.length, MAX_ERRORS);
    assert.deepEqual([errors[0]?.message, errors[0]?.count], ["often", 500_000]);
  });

  it("over the limits are dropped and counted, and nobody is told", async () => {
    for (let times = 0; times < 650; times++) assert.equal((await report([sampleError("again")])).status, 204);
    const { errors, counts } = await keptAfterStop();
    const dropped = counts.filter(({ figure }) => figure === "dropped").reduce((sum, { count }) => sum + count, 0);
    assert.equal((errors[0]?.count ?? 0) + dropped, 650);
    assert.ok(dropped >= 50, `only ${dropped}`);
    assert.deepEqual(
      server.lines.filter((line) => !line.startsWith("Rally is ready")),
      [],
    );
  });

  it("that are nonsense are refused and logged once", async () => {
    const good = sampleError("x");
    for (const entries of [
      undefined,
      [],
      {},
      [{}],
      [{ ...good, kind: "other" }],
      [{ ...good, page: "/play/abc" }],
      [{ ...good, name: "Ada" }],
      [{ ...good, times: 0 }],
      [{ ...good, message: "x".repeat(301) }],
      [{ ...sampleFigures(), theme: "<b>" }],
      Array.from({ length: MAX_ENTRIES + 1 }, () => good),
    ]) {
      const { status } = await report(entries);
      assert.equal(status, 422, JSON.stringify(entries)?.slice(0, 80));
    }
    const raw = async (body: string, type = "application/json") =>
      (await fetch(`${server.url}/api/reports`, { method: "POST", body, headers: { "content-type": type } })).status;
    assert.equal(await raw("{"), 400);
    assert.equal(await raw("hello", "text/plain"), 422);
    assert.equal(await raw(JSON.stringify({ build: "", entries: "x".repeat(9_000) })), 413);
    assert.equal(await raw("x".repeat(1024 * 1024)), 413);
    const said = server.lines.filter((line) => line.includes("could not be read"));
    assert.equal(said.length, 1);
    assert.deepEqual((await keptAfterStop()).errors, []);
  });
});
