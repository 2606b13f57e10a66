// The door of a table: nobody fills it, those who sit there or are expected always get in.

import assert from "node:assert/strict";
import {
  JOIN_OPTIONS,
  RawPlayer,
  type Refused,
  type Reservation,
  addressOf,
  reserve,
} from "../../support/raw-player.ts";
import { playBlinking } from "../../support/blinking-tables.ts";
import { besiege } from "../../support/siege.ts";

const CROWD = 40;
const SEED = 7;

describe("the door of a table", () => {
  const siege = besiege();

  const ask = (roomId: string, headers: Readonly<Record<string, string>>): Promise<Reservation | Refused> =>
    reserve(siege.url, `joinById/${roomId}`, headers);

  it("keeps no place for a stranger at a full table", async () => {
    const { roomId } = await siege.rawTable();
    const { headers } = await siege.guest();
    const answers = await Promise.all(Array.from({ length: CROWD }, () => ask(roomId, headers)));
    for (const answer of answers) assert.deepEqual(answer, { status: 409, error: "full" });
  });

  it("keeps one place for a player, however often they ask", async () => {
    const { roomId, guests, witness } = await siege.rawTable();
    const kept: Reservation[] = [];
    for (let times = 0; times < CROWD; times++) {
      const answer = await ask(roomId, guests[0].headers);
      assert.ok("sessionId" in answer, JSON.stringify(answer));
      kept.push(answer);
    }
    for (const older of kept.slice(0, -1)) {
      const socket = new RawPlayer(siege.url, addressOf(older), `sessionId=${older.sessionId}`);
      await socket.closed();
      assert.match(socket.errors.join(), /expired/u);
    }
    const back = await siege.sit(guests[1], roomId);
    assert.ok(back.isIn);
    await witness.closed();
  });

  it("lets the opponent come back from each blink of the line, whoever crowds the door", async () => {
    const { awayMs, losses, strangers, tenants, surprises } = await playBlinking(siege.url, {
      tables: 5,
      blinks: 5,
      seed: SEED,
    });
    assert.deepEqual(surprises, []);
    assert.deepEqual(losses, []);
    assert.equal(awayMs.length, 5 * 5);
    assert.ok(strangers > 0 && tenants > 0);
  });

  it("refuses who asks for any table, and who is of another version, as before", async () => {
    const { headers } = await siege.guest();
    const any = await reserve(siege.url, "join/match", headers);
    assert.ok("status" in any && any.status >= 400, JSON.stringify(any));
    const stale = await reserve(siege.url, "join/match", headers, { ...JOIN_OPTIONS, protocol: 1 });
    assert.ok("status" in stale && stale.status >= 400, JSON.stringify(stale));
  });
});
