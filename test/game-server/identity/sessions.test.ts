// How long a session counts.

import assert from "node:assert/strict";
import { createAccounts } from "../../../db/repositories/accounts.ts";
import { createPlayers } from "../../../db/repositories/players.ts";
import { createSessions } from "../../../db/repositories/sessions.ts";
import { createRestoreGuestName } from "../../../game-server/identity/restore-guest-name.ts";
import { createIdentifyRequest } from "../../../game-server/identity/request-identity.ts";
import { createNameReservations } from "../../../game-server/identity/name-reservations.ts";
import { LONGEST_SESSION_DAYS } from "../../../schema/retention.ts";
import { seedAccount } from "../../support/accounts.ts";
import { onBothDatabases } from "../../support/databases.ts";

const DAY_MS = 86_400_000;

onBothDatabases("a session", (database) => {
  it("of an account ends after its longest time, however it was used, and at a ban", async () => {
    const account = await seedAccount(database(), "lasting");
    const { orm } = database();
    const [accounts, players] = [createAccounts(orm), createPlayers(orm)];
    const now = new Date();
    const wallClock = () => now;
    const nameReservations = createNameReservations(() => 0);
    const identifyRequest = createIdentifyRequest({
      accounts,
      restoreGuestName: createRestoreGuestName({ players, accounts, nameReservations, wallClock }),
      wallClock,
    });
    const since = (days: number) => ({ playerId: account.id, since: now.getTime() - days * DAY_MS });
    assert.equal((await identifyRequest(since(LONGEST_SESSION_DAYS - 1)))?.player.id, account.id);
    assert.equal(await identifyRequest(since(LONGEST_SESSION_DAYS + 1)), null);
    await accounts.change(account.id, { bannedUntil: new Date(now.getTime() + DAY_MS) });
    assert.equal(await identifyRequest(since(0)), null);
    await accounts.change(account.id, { bannedUntil: new Date(now.getTime() - 1) });
    assert.equal((await identifyRequest(since(0)))?.player.id, account.id);
  });

  it("that was ended is not brought back by a request that began before", async () => {
    const sessions = createSessions(database().orm);
    const account = await seedAccount(database(), "ended");
    const later = new Date(Date.now() + DAY_MS);
    await sessions.write("a sid", account.id, { stored: true }, later);
    await sessions.revoke(account.id);
    await sessions.rewrite("a sid", account.id, { stored: true }, later);
    await sessions.extend("a sid", later);
    assert.equal(await sessions.read("a sid", new Date()), null);
  });
});
