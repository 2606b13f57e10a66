// Who waits, in memory and in Redis: the same steps, each whole or not at all.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Redis as RedisClient } from "ioredis";
import { createRedisStore } from "../../../game-server/matchmaking/redis-store.ts";
import { createMemoryStore } from "../../../rooms/matchmaking/memory-store.ts";
import type { QueueStore, StoredTicket } from "../../../rooms/matchmaking/queue-store.ts";
import { untilFound } from "../../support/until.ts";
import { type Redis, redisServer, startRedis } from "../../support/redis.ts";
import { patience } from "../../support/patience.ts";

/** Long enough for the steps of a test, short enough to be waited for. */
const HELD_MS = patience(1_500);

function ticket(playerId: string = randomUUID()): StoredTicket {
  return {
    ticketId: randomUUID(),
    playerId,
    processId: "one",
    mode: "classic",
    ranked: true,
    name: 'Ada "the" Žofie',
    rating: 1512.25,
    deviation: 80,
    sinceMs: 1_000,
    avoids: [],
    lastOpponents: ["x"],
    roundTripMs: null,
    watchDelaySeconds: 3,
  };
}

function steps(store: () => QueueStore): void {
  const propose = (one: StoredTicket, other: StoredTicket) => {
    const proposal = { id: randomUUID(), tickets: [one, other] as const, untilMs: 5, accepted: [] };
    return { proposal, made: store().propose(proposal) };
  };
  const inLine = async (one: StoredTicket) =>
    (await store().waiting()).find(({ ticketId }) => ticketId === one.ticketId) ?? null;

  it("keep one place for each player, as it was given", async () => {
    const [first, second] = [ticket("p"), ticket("p")];
    assert.deepEqual(await store().enter(first), { where: "inLine", replaced: null });
    assert.deepEqual(await inLine(first), first);
    assert.deepEqual(await store().enter(second), { where: "inLine", replaced: first.ticketId });
    await store().leave("p", first.ticketId);
    await store().change({ ...first, rating: 1 });
    assert.deepEqual(await inLine(second), second);
    await store().change({ ...second, roundTripMs: 40 });
    assert.equal((await inLine(second))?.roundTripMs, 40);
    await store().leave("p", second.ticketId);
    assert.equal(await inLine(second), null);
  });

  it("propose each ticket once, whoever proposes at the same moment", async () => {
    const all = Array.from({ length: 9 }, () => ticket());
    for (const one of all) await store().enter(one);
    const tries = all.flatMap((one, at) => all.slice(at + 1).map((other) => propose(one, other)));
    const made = (await Promise.all(tries.map(async (one) => ({ ...one, made: await one.made })))).filter(
      (one) => one.made,
    );
    const taken = made.flatMap(({ proposal }) => proposal.tickets.map(({ playerId }) => playerId));
    assert.equal(new Set(taken).size, taken.length);
    assert.equal(taken.length, 8);
    for (const { proposal } of made) await store().settle(proposal.id, null, HELD_MS);
    for (const one of all) await store().leave(one.playerId, one.ticketId);
  });

  it("let a proposal be accepted by both and settled by one", async () => {
    const [one, other] = [ticket(), ticket()];
    for (const each of [one, other]) await store().enter(each);
    const { proposal, made } = propose(one, other);
    assert.ok(await made);
    assert.equal(await inLine(one), null);
    assert.deepEqual(await store().proposals(), [proposal]);
    assert.deepEqual((await store().accept(proposal.id, one.playerId))?.accepted, [one.playerId]);
    const counts = await Promise.all([1, 2].map(() => store().accept(proposal.id, other.playerId)));
    assert.ok(counts.every((after) => after?.accepted.length === 2));
    const settled = (await Promise.all([1, 2, 3].map(() => store().settle(proposal.id, null, HELD_MS)))).filter(
      Boolean,
    );
    assert.equal(settled.length, 1);
    assert.equal(settled[0]!.accepted.length, 2);
    assert.equal(await store().accept(proposal.id, one.playerId), null);
    assert.deepEqual(await store().proposals(), []);
  });

  it("let nobody queue who has a proposal, or is on the way to a table", async () => {
    const [one, other] = [ticket(), ticket()];
    const again = (of: StoredTicket) => store().enter({ ...of, ticketId: randomUUID() });
    const [asked, held] = (["asked", "held"] as const).map((where) => ({ where, replaced: null }));
    const meet = async (): Promise<string> => {
      for (const each of [one, other]) await store().enter(each);
      const { proposal, made } = propose(one, other);
      assert.ok(await made);
      return proposal.id;
    };
    const refused = await meet();
    assert.deepEqual([await again(one), await again(other)], [asked, asked]);
    await store().settle(refused, one.playerId, HELD_MS);
    assert.deepEqual(await again(one), held);
    await store().release([one.playerId]);
    assert.deepEqual(await again(one), { where: "inLine", replaced: null });

    const accepted = await meet();
    for (const { playerId } of [one, other]) await store().accept(accepted, playerId);
    await store().settle(accepted, null, HELD_MS);
    assert.deepEqual([await again(one), await again(other)], [held, held]);
    await store().release([one.playerId]);
    assert.equal((await again(one)).where, "inLine");
    await untilFound(
      async () => ((await again(other)).where === "inLine" ? true : null),
      HELD_MS * 20,
      "they are held no more",
    );
    await store().hold([one.playerId, other.playerId], HELD_MS);
    assert.deepEqual(await store().waiting(), []);
    assert.deepEqual(await again(one), held);
    await store().release([one.playerId, other.playerId]);
  });

  it("keep pauses, and how long others have waited", async () => {
    const record = { count: 2, givenMs: 10, untilMs: 70 };
    assert.equal(await store().cooldownOf("q"), null);
    await store().keepCooldown("q", record);
    assert.deepEqual(await store().cooldownOf("q"), record);
    const queue = { mode: "quick", ranked: false } as const;
    for (let ms = 1; ms <= 25; ms++) await store().noteWait(queue, ms);
    assert.deepEqual(
      await store().recentWaits(queue),
      Array.from({ length: 20 }, (_, at) => 25 - at),
    );
    assert.deepEqual(await store().recentWaits({ mode: "classic", ranked: true }), []);
  });
}

describe("who waits, in memory", () => {
  const store = createMemoryStore();
  steps(() => store);
});

describe("who waits, in Redis", () => {
  let server: Redis;
  let client: RedisClient;
  let store: QueueStore;
  before(async function () {
    if (redisServer() === null) return this.skip();
    server = await startRedis();
    client = new RedisClient(server.url);
    store = createRedisStore(client);
  });
  after(async () => {
    client?.disconnect();
    await server?.stop();
  });
  steps(() => store);

  it("let one process lead at a time, and know who lives", async () => {
    assert.equal(await store.lead("one", 5_000), true);
    assert.equal(await store.lead("two", 5_000), false);
    assert.equal(await store.lead("one", 5_000), true);
    await store.live("one", 5_000);
    assert.deepEqual(await store.living(["one", "two"]), new Set(["one"]));
    assert.deepEqual(await store.living([]), new Set());
  });

  it("step over what is nothing of ours", async () => {
    await client.hset("rally:queue:2:tickets", "odd", '{"ticketId":1}');
    assert.deepEqual(await store.waiting(), []);
    await client.hdel("rally:queue:2:tickets", "odd");
  });
});
