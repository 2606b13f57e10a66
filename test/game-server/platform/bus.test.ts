// What processes tell each other: in this one at once, in others over a real Redis, which may go away and come back.

import assert from "node:assert/strict";
import { pino } from "pino";
import { z } from "zod";
import { type Bus, type Channel, createMemoryBus, createRedisBus } from "../../../game-server/platform/bus.ts";
import { openRedis, type RedisClients } from "../../../game-server/platform/redis.ts";
import { StartupError } from "../../../db/errors.ts";
import { openCuttingProxy } from "../../support/cutting-proxy.ts";
import { freePort } from "../../../scripts/testing/postgres.ts";
import { type Redis, redisServer, startRedis } from "../../support/redis.ts";
import { startInVain } from "../../support/server.ts";
import { until } from "../../support/until.ts";

const NEWS: Channel<{ text: string }> = { name: "news", message: z.object({ text: z.string() }) };
const OTHER: Channel<{ text: string }> = { name: "other", message: z.object({ text: z.string() }) };
const PATIENCE_MS = 10_000;

function fixture() {
  const lines: string[] = [];
  const log = pino({ level: "info" }, { write: (line) => void lines.push(line) });
  return { lines, log };
}

describe("the bus in memory", () => {
  it("tells whoever listens to that channel, at once, until they stop", () => {
    const bus = createMemoryBus(fixture().log);
    const heard: string[] = [];
    const stop = bus.subscribe(NEWS, ({ text }) => heard.push(text));
    bus.publish(NEWS, { text: "one" });
    bus.publish(OTHER, { text: "two" });
    stop();
    bus.publish(NEWS, { text: "three" });
    assert.deepEqual(heard, ["one"]);
  });

  it("tells the others when a listener fails, and the log", () => {
    const { log, lines } = fixture();
    const bus = createMemoryBus(log);
    const heard: string[] = [];
    bus.subscribe(NEWS, () => {
      throw new Error("a bug");
    });
    bus.subscribe(NEWS, ({ text }) => heard.push(text));
    bus.publish(NEWS, { text: "one" });
    assert.deepEqual(heard, ["one"]);
    assert.equal(lines.length, 1);
  });
});

describe("the bus over Redis", () => {
  let redis: Redis | null = null;
  const opened: { bus: Bus; clients: RedisClients; lines: string[] }[] = [];

  before(async function () {
    if (redisServer() === null) return this.skip();
    redis = await startRedis();
  });
  afterEach(async () => {
    for (const { bus, clients } of opened.splice(0)) {
      bus.close();
      await clients.close();
    }
  });
  after(() => redis?.stop());

  async function process(url: string) {
    const { log, lines } = fixture();
    const clients = await openRedis(url, log);
    const bus = await createRedisBus(clients, log);
    const heard: string[] = [];
    bus.subscribe(NEWS, ({ text }) => heard.push(text));
    const one = { bus, clients, heard, lines };
    opened.push(one);
    return one;
  }

  it("tells every process once, and the own one before it goes on", async () => {
    const [one, other] = [await process(redis!.url), await process(redis!.url)];
    one.bus.publish(NEWS, { text: "a" });
    assert.deepEqual(one.heard, ["a"]);
    one.bus.publish(NEWS, { text: "b" });
    await until(() => other.heard.length === 2, PATIENCE_MS, "the other process hears it");
    other.bus.publish(NEWS, { text: "c" });
    await until(() => one.heard.length === 3, PATIENCE_MS, "the answer is heard");
    assert.deepEqual(
      [one.heard, other.heard],
      [
        ["a", "b", "c"],
        ["a", "b", "c"],
      ],
    );
  });

  it("takes nothing that is no message", async () => {
    const [one, other] = [await process(redis!.url), await process(redis!.url)];
    const nonsense = ["{", "{}", `{"from":"x","channel":"news","message":{"text":1}}`];
    for (const text of nonsense) await one.clients.commands.publish("rally:bus:1", text);
    one.bus.publish(NEWS, { text: "a" });
    await until(() => other.heard.length > 0, PATIENCE_MS, "the message is heard");
    assert.deepEqual(other.heard, ["a"]);
    assert.equal(other.lines.length, 3);
  });

  it("goes on when Redis has been away, saying so once", async () => {
    const line = await openCuttingProxy(redis!.url);
    try {
      const one = await process(line.url.replace("http", "redis"));
      const other = await process(redis!.url);
      line.cut();
      await until(() => one.lines.length === 1, PATIENCE_MS, "it is noticed");
      one.bus.publish(NEWS, { text: "waits" });
      assert.deepEqual(one.heard, ["waits"]);
      line.mend();
      await until(() => other.heard.includes("waits"), PATIENCE_MS, "what waited arrives");
      other.bus.publish(NEWS, { text: "back" });
      await until(() => one.heard.includes("back"), PATIENCE_MS, "it listens again");
      assert.match(one.lines[0]!, /Redis is away/u);
      assert.match(one.lines[1]!, /Redis is back/u);
      assert.equal(one.lines.length, 2);
    } finally {
      await line.close();
    }
  });

  it("keeps the server from starting when nobody answers, without telling the password", async () => {
    const url = `redis://user:secret@127.0.0.1:${await freePort()}`;
    await assert.rejects(openRedis(url, fixture().log), StartupError);
    const { code, said } = await startInVain({ REDIS_URL: url });
    assert.equal(code, 1);
    assert.match(said, /^Redis at 127\.0\.0\.1:\d+ does not work .*REDIS_URL\.$/mu);
    assert.ok(!said.includes("secret"));
  });
});
