// When players were here last, on both databases.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createLastSeen } from "../../db/repositories/last-seen.ts";
import { createPlayers } from "../../db/repositories/players.ts";
import { onBothDatabases } from "../support/databases.ts";

const MORNING = new Date("2026-11-24T08:00:00Z");
const NOON = new Date("2026-11-24T12:00:00Z");

onBothDatabases("when somebody was here last", (database) => {
  it("is written for many, never moves back, and is nothing for who does not exist", async () => {
    const lastSeen = createLastSeen(database().orm);
    const players = createPlayers(database().orm);
    const [ada, bob] = [randomUUID(), randomUUID()];
    await players.createGuest(ada, "Ada", "ada", MORNING);
    await players.createGuest(bob, "Bob", "bob", NOON);
    await lastSeen.write([]);
    await lastSeen.write([
      [ada, NOON],
      [bob, MORNING],
      [randomUUID(), NOON],
    ]);
    const read = await lastSeen.read([ada, bob, randomUUID()]);
    assert.deepEqual([read.get(ada), read.get(bob), read.size], [NOON, NOON, 2]);
    assert.deepEqual(await lastSeen.read([]), new Map());
  });
});
