// The Redis that tests start: each its own, and gone with all that was in it.

import assert from "node:assert/strict";
import { Redis as Client } from "ioredis";
import { type Redis, redisServer, startRedis } from "../support/redis.ts";

describe("a Redis for a test", () => {
  const servers: Redis[] = [];
  const clients: Client[] = [];

  before(function () {
    if (redisServer() === null) return this.skip();
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect();
    for (const server of servers.splice(0)) await server.stop();
  });

  async function start(): Promise<{ server: Redis; client: Client }> {
    const server = await startRedis();
    servers.push(server);
    const client = new Client(server.url, { retryStrategy: () => null });
    clients.push(client);
    return { server, client };
  }

  it("is empty and keeps to itself", async () => {
    const [one, other] = [await start(), await start()];
    await one.client.set("key", "value");
    assert.equal(await one.client.get("key"), "value");
    assert.equal(await other.client.dbsize(), 0);
  });

  it("keeps nothing on the disk", async () => {
    const { client } = await start();
    assert.deepEqual(await client.config("GET", "save"), ["save", ""]);
    assert.deepEqual(await client.config("GET", "appendonly"), ["appendonly", "no"]);
  });

  it("ends when it is stopped", async () => {
    const { server, client } = await start();
    await client.ping();
    const closed = new Promise((resolve) => client.once("end", resolve));
    await server.stop();
    await closed;
    await assert.rejects(client.ping());
  });
});
