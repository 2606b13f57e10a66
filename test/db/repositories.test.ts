// Players, sessions and matches in both databases.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Session } from "../../db/entities/session.ts";
import { createMatches } from "../../db/repositories/matches.ts";
import { createProcesses } from "../../db/repositories/processes.ts";
import { createPlayers } from "../../db/repositories/players.ts";
import { createSessions } from "../../db/repositories/sessions.ts";
import { MatchReply } from "../../schema/http/matches.ts";
import { onBothDatabases } from "../support/databases.ts";
import { sampleResult } from "../support/sample-match.ts";

const NOW = new Date("2026-11-23T12:00:00Z");

onBothDatabases("repositories", (database) => {
  it("answers", async () => {
    assert.equal(await database().answers(), true);
  });

  it("has the tables that the entities describe", async () => {
    assert.equal(await database().orm.migrator.checkSchema(), false);
  });

  it("makes, finds and renames a guest", async () => {
    const players = createPlayers(database().orm);
    const made = await players.createGuest(randomUUID(), "Ada", "ada", NOW);
    assert.deepEqual(await players.find(made.id), { id: made.id, name: "Ada", kind: "guest" });
    assert.equal((await players.rename(made.id, "Bée", "bée", NOW))?.name, "Bée");
    assert.equal((await players.find(made.id))?.name, "Bée");
    assert.equal(await players.rename(randomUUID(), "No", "no", NOW), null);
    assert.equal(await players.find(randomUUID()), null);
    assert.deepEqual(
      (await players.findAll([made.id, randomUUID()])).map(({ id }) => id),
      [made.id],
    );
  });

  it("keeps sessions by the hash of their id, until they end", async () => {
    const sessions = createSessions(database().orm);
    const later = new Date(NOW.getTime() + 1000);
    const player = randomUUID();
    await sessions.write("sid-1", player, { a: 1 }, later);
    await sessions.write("sid-1", player, { a: 2 }, later);
    assert.deepEqual(await sessions.read("sid-1", NOW), { a: 2 });
    assert.equal(await sessions.read("sid-1", later), null, "expired");
    const rows = await database().orm.em.fork().find(Session, { playerId: player });
    assert.match(rows[0]?.idHash ?? "", /^[0-9a-f]{64}$/);

    await sessions.extend("sid-1", new Date(later.getTime() + 1000));
    assert.equal(await sessions.read("sid-1", later), null, "not worth a write");
    await sessions.extend("sid-1", new Date(later.getTime() + 7_200_000));
    assert.deepEqual(await sessions.read("sid-1", later), { a: 2 }, "extended");
    assert.equal(await sessions.revoke(player), 1);
    assert.equal(await sessions.read("sid-1", NOW), null, "revoked");

    await sessions.write("sid-2", null, {}, NOW);
    assert.equal(await sessions.removeExpired(NOW), 1);
    await sessions.write("sid-3", null, {}, later);
    await sessions.remove("sid-3");
    assert.equal(await sessions.read("sid-3", NOW), null);
  });

  it("tells of a match from its beginning to its end", async () => {
    const matches = createMatches(database().orm);
    const players = createPlayers(database().orm);
    const ada = await players.createGuest(randomUUID(), "Ada", "ada", NOW);
    const plain = sampleResult();
    const [first, second] = plain.seats;
    assert.ok(first && second);
    const result = { ...plain, seats: [{ ...first, playerId: ada.id }, second] };
    assert.deepEqual(await matches.find(result.id), { status: "unknown" });
    await matches.begin(result);
    await matches.begin(result);
    assert.deepEqual(await matches.find(result.id), { status: "running" });
    assert.equal((await matches.finish(result))?.verdict, "unrated");

    const reply = MatchReply.parse({ ...(await matches.find(result.id)), mayReplay: true });
    assert.ok(reply.status === "finished");
    const unrated = { login: null, ratingBefore: null, ratingAfter: null, provisional: false };
    assert.deepEqual(reply.match.players, [
      { id: ada.id, sitter: "person", name: "Ada", points: 3, ...unrated },
      { id: "", sitter: "person", name: "Žofie", points: 1, ...unrated },
    ]);
    assert.equal(reply.match.finishedAt, "2026-11-23T10:03:00.000Z");
    assert.deepEqual(reply.match.summary, result.summary);
    assert.deepEqual([...((await matches.recording(result.id)) ?? [])], [0, 1, 255, 128]);
  });

  it("finishes a match once only", async () => {
    const matches = createMatches(database().orm);
    const result = sampleResult();
    const wrote = await Promise.all([1, 2, 3].map(() => matches.finish(result)));
    assert.equal(wrote.filter(Boolean).length, 1);
    assert.equal(await matches.finish({ ...result, winner: 1 }), null);
    const reply = await matches.find(result.id);
    assert.ok(reply.status === "finished");
    assert.equal(reply.match.winner, 0);
  });

  it("marks what ran when the server went down, and nothing else", async () => {
    const matches = createMatches(database().orm);
    const [running, finished] = [sampleResult(), sampleResult()];
    await matches.begin(running);
    await matches.finish(finished);
    assert.equal((await createProcesses(database().orm, randomUUID()).sweepAll()).matches, 1);
    assert.deepEqual(await matches.find(running.id), { status: "interrupted" });
    assert.equal((await matches.find(finished.id)).status, "finished");
    assert.equal(await matches.finish(running), null, "they were told that it does not count");
  });

  it("leaves nothing behind of a result that cannot be written whole", async () => {
    const matches = createMatches(database().orm);
    const result = sampleResult({ winner: 1e9 });
    await assert.rejects(matches.finish(result));
    assert.deepEqual(await matches.find(result.id), { status: "unknown" });
  });
});
