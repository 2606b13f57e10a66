// People who want a seat that is not theirs: uninvited, unknown, with forged papers, or twice.

import assert from "node:assert/strict";
import { Key } from "../../../pong/keys.ts";
import { CloseCode, QUEUE_ROOM } from "../../../schema/rooms.ts";
import { openQueue } from "../../../sdk/open-queue.ts";
import type { Guest } from "../../support/guest.ts";
import {
  JOIN_OPTIONS,
  RawPlayer,
  type Refused,
  type Reservation,
  addressOf,
  reserve,
} from "../../support/raw-player.ts";
import { besiege } from "../../support/siege.ts";
import { until } from "../../support/until.ts";

const PATIENCE_MS = 30_000;
/** Colyseus' own codes for a join that failed, the second with a reconnection token. */
const JOIN_FAILED = [4002, 4003];

describe("seats that are not one's own", () => {
  const siege = besiege();

  function reserved(answer: Reservation | Refused): Reservation {
    if ("status" in answer) throw new Error(`refused: ${answer.status} ${answer.error}`);
    return answer;
  }

  /** Connects by an address and is not let in. @returns what was said */
  async function turnedAway(path: string, query: string): Promise<string> {
    const socket = new RawPlayer(siege.url, path, query);
    assert.ok(JOIN_FAILED.includes(await socket.closed()), `closed with ${socket.closeCode}`);
    assert.equal(socket.isIn, false);
    return socket.errors.join();
  }

  /** Somebody else finds the table full. */
  async function refused(roomId: string): Promise<void> {
    const { session } = siege.player(await siege.guest(), roomId);
    await until(() => session.connection === "closed", PATIENCE_MS, "the stranger is refused");
    assert.equal(session.closedBecause, "full");
  }

  /** Where the queue sends two. */
  async function paired(guests: readonly Guest[]): Promise<string> {
    const rooms: string[] = [];
    for (const { headers } of guests) {
      openQueue({
        url: siege.url,
        headers: { ...headers },
        onWaiting: () => {},
        onPaired: (roomId) => rooms.push(roomId),
        onClosed: (because) => rooms.push(because),
      });
    }
    await until(() => rooms.length === guests.length, PATIENCE_MS, "the queue pairs two");
    assert.equal(new Set(rooms).size, 1, rooms.join());
    return rooms[0]!;
  }

  it("refuses a third at a full table, and the two don't notice", async () => {
    const guests = [await siege.guest(), await siege.guest()] as const;
    const roomId = await guests[0].invite();
    const players = guests.map((guest) => siege.player(guest, roomId));
    for (const player of players) await player.sees("playing");
    await refused(roomId);
    for (const player of players) {
      assert.deepEqual(player.connections, ["live"]);
      assert.equal(player.status.phase, "playing");
    }
  });

  it("keeps the seats of two who were paired for them", async () => {
    const guests = [await siege.guest(), await siege.guest()] as const;
    const roomId = await paired(guests);
    await refused(roomId);
    const players = guests.map((guest) => siege.player(guest, roomId));
    for (const player of players) await player.sees("countdown");
    assert.deepEqual(players[0]!.status.rules, { pointsToWin: 11, twoClear: false });
  });

  it("turns away who guesses a session, uses one twice, or forges a reconnection", async () => {
    const { roomId, guests, offender, witness } = await siege.rawTable();
    const mine = reserved(await reserve(siege.url, `joinById/${roomId}`, guests[1].headers));
    const path = addressOf(mine);
    assert.match(await turnedAway(path, "sessionId=AAAAAAAAA"), /expired/u);
    assert.match(await turnedAway(path, `sessionId=${witness.sessionId}`), /expired/u);
    assert.match(await turnedAway(path, `sessionId=${witness.sessionId}&reconnectionToken=AAAAAAAAA`), /expired/u);
    assert.match(await turnedAway(path, `sessionId=${witness.sessionId}&reconnectionToken=`), /expired/u);
    assert.match(await turnedAway(path, `sessionId=${offender.sessionId}&skipHandshake=1`), /expired/u);
    assert.match(await turnedAway(path, "sessionId=__proto__"), /expired/u);
    assert.match(await turnedAway(path, "sessionId=constructor&reconnectionToken=constructor"), /expired/u);
    assert.match(await turnedAway(path, ""), /expired/u);
    assert.match(await turnedAway(`${mine.processId}/AAAAAAAAA`, `sessionId=${mine.sessionId}`), /expired/u);
    assert.equal(witness.closeCode, null);
    assert.equal(offender.closeCode, null);
  });

  it("knows nobody without a session or with a forged one", async () => {
    const guest = await siege.guest();
    const roomId = await guest.invite();
    const cookie = guest.headers["cookie"] ?? "";
    const forgeries = [
      "",
      "rally.sid=s%3Aabc.def",
      cookie.replace(/\.[^.]*$/u, ".AAAA"),
      cookie.replace("s%3A", ""),
      "%;=,",
    ];
    for (const forged of forgeries) {
      for (const what of [`joinById/${roomId}`, `join/${QUEUE_ROOM}`]) {
        assert.deepEqual(
          await reserve(siege.url, what, { cookie: forged }),
          { status: 401, error: "signedOut" },
          forged,
        );
      }
    }
  });

  it("tells a page of another version to reload", async () => {
    const guest = await siege.guest();
    const roomId = await guest.invite();
    const { protocol, rules } = JOIN_OPTIONS;
    const stale = [
      { protocol: protocol - 1, rules },
      { protocol, rules: rules + 1 },
      {},
      null,
      [],
      "x",
      { protocol: "1", rules },
    ];
    for (const options of stale) {
      const answer = await reserve(siege.url, `joinById/${roomId}`, guest.headers, options);
      assert.deepEqual(answer, { status: 426, error: "stale" }, JSON.stringify(options));
    }
  });

  it("gives the seat to a second tab, and hears the first no more", async () => {
    const { roomId, guests, offender: first, witness } = await siege.rawTable();
    // It will not read that it is closed, so it can go on talking.
    first.socket.pause();
    const second = await siege.sit(guests[0], roomId);
    for (let times = 0; times < 10; times++) first.up({ tick: second.tick(), keys: Key.up });
    first.ask("leave");
    second.ask("ready");
    await until(() => second.tick() > second.keyframeTick + 30, PATIENCE_MS, "the second tab plays");
    second.up({ tick: second.tick(), keys: Key.down });
    await until(() => witness.relays.length > 0, PATIENCE_MS, "a press of the second tab");
    assert.deepEqual(
      witness.relays.map((press) => press.keys),
      [Key.down],
    );
    first.socket.resume();
    assert.equal(await first.closed(), CloseCode.elsewhere);
    assert.equal(second.closeCode, null);
  });
});
