// Signing out ends connections at once: in a running match, in the queue, in another process, and where a seat was reserved
// before. The test's own process is one of those that share the Redis.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { pino } from "pino";
import { type Bus, createRedisBus } from "../../../game-server/platform/bus.ts";
import { type Connections, createConnections } from "../../../game-server/identity/connections.ts";
import { createPresence, type Presence } from "../../../game-server/cluster/presence.ts";
import { openRedis, type RedisClients } from "../../../game-server/platform/redis.ts";
import { realTimers } from "../../../game-server/platform/timers.ts";
import { CloseCode, QUEUE_ROOM } from "../../../schema/rooms.ts";
import { createGuest, type Guest } from "../../support/guest.ts";
import { seatTwo } from "../../support/player.ts";
import { RawPlayer, serverOf, addressOf, reserve } from "../../support/raw-player.ts";
import { type Redis, redisServer, startRedis } from "../../support/redis.ts";
import { freePort } from "../../../scripts/testing/postgres.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { until } from "../../support/until.ts";

const PATIENCE_MS = 30_000;
/** What is promised. */
const AT_ONCE_MS = 1_000;
const log = pino({ level: "silent" });

describe("signing out, over Redis", () => {
  let redis: Redis | null = null;
  let clients: RedisClients;
  let bus: Bus;
  let presence: Presence;
  let connections: Connections;
  const servers: TestServer[] = [];

  before(async function () {
    if (redisServer() === null) return this.skip();
    redis = await startRedis();
    clients = await openRedis(redis.url, log);
    bus = await createRedisBus(clients, log);
    presence = createPresence({
      bus,
      lastSeen: { write: () => Promise.resolve(), read: () => Promise.resolve(new Map()) },
      timers: realTimers,
      wallClock: () => new Date(),
      log,
    });
    connections = createConnections({
      bus,
      nameReservations: { enter() {}, leave() {} },
      presence,
      now: () => performance.now(),
    });
    for (let at = 0; at < 2; at++) {
      const port = String(await freePort());
      const env = { REDIS_URL: redis.url, PORT: port, PUBLIC_ADDRESS: `127.0.0.1:${port}` };
      servers.push(await startServer({ env }));
    }
  });
  after(async () => {
    for (const server of servers) await server.remove();
    await presence?.close();
    bus?.close();
    await clients?.close();
    await redis?.stop();
  });

  async function statusOf({ id }: Guest): Promise<string | undefined> {
    return (await presence.statusesOf([id])).get(id)?.status;
  }

  async function sees(guest: Guest, status: string, mostMs = PATIENCE_MS): Promise<void> {
    const heard: string[] = [(await statusOf(guest)) ?? ""];
    const stop = presence.subscribe((playerId, seen) => {
      if (playerId === guest.id) heard.push(seen.status);
    });
    await until(() => heard.at(-1) === status, mostMs, `${guest.name} is ${status}`);
    stop();
  }

  it("throws a player out of a running match, which goes on for the other", async () => {
    const [server] = servers as [TestServer];
    const guests = [await createGuest(server.url), await createGuest(server.url)] as const;
    const [first, second] = await seatTwo(guests, await guests[0].invite());
    await sees(guests[0], "playing");
    connections.revoke({ playerId: guests[0].id });
    await until(() => first.session.connection === "closed", AT_ONCE_MS, "thrown out");
    assert.equal(first.session.closedBecause, "signedOut");
    await second.sees("paused", AT_ONCE_MS);
    assert.equal(second.status.seats[first.seat]?.connected, false);
    assert.equal(second.session.connection, "live");
    await sees(guests[0], "offline");
    for (const player of [first, second]) player.quit();
  });

  it("throws out of the queue, even who does not let go, and spares the session it is told to", async () => {
    const [server] = servers as [TestServer];
    const guest = await createGuest(server.url);
    const enter = () => RawPlayer.enter(server.url, `join/${QUEUE_ROOM}`, guest.headers);
    const waiting = await enter();
    await sees(guest, "online");
    connections.revoke({ playerId: guest.id, exceptSessionKey: sessionKeyOf(guest) });
    connections.revoke({ playerId: guest.id, sessionKey: "another" });
    waiting.socket.pause();
    connections.revoke({ playerId: guest.id, sessionKey: sessionKeyOf(guest) });
    await sees(guest, "offline", AT_ONCE_MS + 3_000);
    waiting.socket.resume();
    assert.equal(await waiting.closed(), CloseCode.signedOut);
    // The session itself was left in the database: whoever is asked after the revocation may come in.
    const again = await enter();
    again.close();
  });

  it("keeps out who reserved a seat before", async () => {
    const [server] = servers as [TestServer];
    const guest = await createGuest(server.url);
    const seat = await reserve(server.url, `join/${QUEUE_ROOM}`, guest.headers);
    assert.ok("sessionId" in seat);
    const witness = await createGuest(server.url);
    const waiting = await RawPlayer.enter(server.url, `join/${QUEUE_ROOM}`, witness.headers);
    // One comes after the other: where the second was acted on, the first was heard.
    for (const { id } of [guest, witness]) connections.revoke({ playerId: id });
    await waiting.closed();
    const late = new RawPlayer(serverOf(server.url, seat), addressOf(seat), `sessionId=${seat.sessionId}`);
    await late.closed();
    assert.ok(
      late.errors.some((error) => error.includes("signedOut")),
      late.errors.join(),
    );
    assert.ok(!late.isIn);
  });

  it("sees the players of a killed process go", async () => {
    const doomed = servers.pop()!;
    const guest = await createGuest(doomed.url);
    const waiting = await RawPlayer.enter(doomed.url, `join/${QUEUE_ROOM}`, guest.headers);
    await sees(guest, "online");
    await doomed.remove();
    await sees(guest, "offline", 15_000);
    waiting.close();
  });
});

/** What the server knows the guest's session by. */
function sessionKeyOf({ headers }: Guest): string {
  const value = decodeURIComponent(headers["cookie"]?.split("=")[1] ?? "").slice(2);
  const sid = value.slice(0, value.lastIndexOf("."));
  return createHash("sha256").update(sid).digest("hex");
}
