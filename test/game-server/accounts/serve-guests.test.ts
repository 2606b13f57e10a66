// Guests, their names and their sessions, against a running server.

import assert from "node:assert/strict";
import { MeReply } from "../../../schema/http/guests.ts";
import { type Answer, visit } from "../../support/browser-like.ts";
import { startServer, type TestServer } from "../../support/server.ts";

describe("guests over HTTP", () => {
  let server: TestServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.remove());

  function codeOf(answer: Answer): [number, unknown] {
    return [answer.status, (answer.body as { error?: { code: string } }).error?.code];
  }

  it("gives a name, a row and a session at once", async () => {
    const ada = visit(server.url);
    assert.deepEqual((await ada.get("/api/me")).body, { player: null });
    assert.equal(ada.cookie(), "", "looking around leaves no cookie");
    const made = await ada.post("/api/guests", { name: "  Ada   L " });
    assert.equal(made.status, 200);
    const { player } = MeReply.parse(made.body);
    assert.equal(player?.name, "Ada L");
    assert.match(made.headers.get("set-cookie") ?? "", /rally\.sid=.*HttpOnly; SameSite=Lax/);
    assert.deepEqual((await ada.get("/api/me")).body, { player });
  });

  it("keeps the session over a restart, and the secret for its owner", async () => {
    const eve = visit(server.url);
    await eve.post("/api/guests", { name: "Eve" });
    await server.stop();
    const again = await startServer({ storage: server.storage });
    const answer = await visit(again.url).get("/api/me", { cookie: eve.cookie() });
    assert.equal(MeReply.parse(answer.body).player?.name, "Eve");
    server = again;
  });

  it("refuses a name that somebody online has, whatever its case", async () => {
    await visit(server.url).post("/api/guests", { name: "Bob" });
    const other = await visit(server.url).post("/api/guests", { name: "bOB" });
    assert.deepEqual(codeOf(other), [409, "name.taken"]);
  });

  it("renames who asks again, and gives the old name back", async () => {
    const carol = visit(server.url);
    const before = MeReply.parse((await carol.post("/api/guests", { name: "Carol" })).body);
    const same = MeReply.parse((await carol.post("/api/guests", { name: "CAROL" })).body);
    const after = MeReply.parse((await carol.post("/api/guests", { name: "Caroline" })).body);
    assert.equal(after.player?.id, before.player?.id);
    assert.equal(same.player?.name, "CAROL");
    assert.equal((await visit(server.url).post("/api/guests", { name: "Carol" })).status, 200);
  });

  for (const [name, code] of [
    ["x", "name.tooShort"],
    ["x".repeat(21), "name.tooLong"],
    ["<b>hi</b>", "name.characters"],
    [7, "invalid"],
  ] as const) {
    it(`says ${code} to ${JSON.stringify(name)}`, async () => {
      assert.deepEqual(codeOf(await visit(server.url).post("/api/guests", { name })), [422, code]);
    });
  }

  it("believes no cookie that it did not sign", async () => {
    const mallory = visit(server.url);
    await mallory.post("/api/guests", { name: "Mallory" });
    const forged = mallory.cookie().replace(/\.[^.]*$/u, ".AAAA");
    assert.deepEqual((await visit(server.url).get("/api/me", { cookie: forged })).body, { player: null });
  });

  it("answers nonsense with a Problem", async () => {
    const anybody = visit(server.url);
    assert.deepEqual(codeOf(await anybody.get("/api/nothing")), [404, "notFound"]);
    assert.deepEqual(codeOf(await anybody.get("/api/matches/%E0%A4%A")), [400, "badRequest"]);
    const text = await fetch(`${server.url}/api/guests`, {
      method: "POST",
      body: "{",
      headers: { "content-type": "application/json" },
    });
    assert.deepEqual([text.status, await text.json()], [400, { error: { code: "badRequest" } }]);
    assert.deepEqual((await anybody.get("/api/matches/nonsense")).body, { status: "unknown" });
    assert.deepEqual(codeOf(await anybody.post("/api/invitations", {})), [401, "signedOut"]);
  });

  it("limits how many names one address takes, and says for how long", async () => {
    const strict = await startServer({ env: { GUESTS_PER_MINUTE: "2" } });
    try {
      const answers: Answer[] = [];
      for (const name of ["One", "Two", "Three"]) answers.push(await visit(strict.url).post("/api/guests", { name }));
      const [, second, third] = answers;
      assert.ok(second && third);
      assert.equal(second.status, 200);
      assert.deepEqual(codeOf(third), [429, "tooMany"]);
      const { values } = (third.body as { error: { values: { seconds: number } } }).error;
      assert.ok(values.seconds > 0 && values.seconds <= 60);
      assert.equal(third.headers.get("retry-after"), String(values.seconds));
    } finally {
      await strict.remove();
    }
  });

  it("has logged nothing about all this", () => {
    assert.deepEqual(
      server.lines.filter((line) => !line.startsWith("Rally is ready")),
      [],
    );
  });
});
