// Where REDIS_URL is set, sessions and limits live there, and two processes share them.

import assert from "node:assert/strict";
import { Redis } from "ioredis";
import { refusal, signIn, signUp } from "../../support/account.ts";
import { visit } from "../../support/browser-like.ts";
import { NO_POSTGRES, type Postgres, postgresBin, startPostgres } from "../../../scripts/testing/postgres.ts";
import { type Redis as TestRedis, redisServer, startRedis } from "../../support/redis.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { untilFound } from "../../support/until.ts";

describe("sessions in Redis", () => {
  let postgres: Postgres;
  let redis: TestRedis;
  let [one, other]: TestServer[] = [];

  before(async function () {
    const [bin, program] = [postgresBin(), redisServer()];
    if (bin === null || program === null) {
      console.warn(NO_POSTGRES);
      return this.skip();
    }
    [postgres, redis] = await Promise.all([startPostgres(bin), startRedis()]);
    const env = {
      DATABASE_URL: await postgres.createDatabase(),
      REDIS_URL: redis.url,
      SESSION_SECRET: "a secret that both know",
    };
    one = await startServer({ env });
    other = await startServer({ env });
  });
  after(async () => {
    await Promise.all([one?.remove(), other?.remove()]);
    await redis?.stop();
    await postgres?.stop();
  });

  it("are the same for both processes, and none of them is in the database", async () => {
    const account = await signUp(one!.url);
    const there = await visit(other!.url).get("/api/account", { cookie: account.cookie() });
    assert.equal((there.body as { login: string }).login, account.login);
    const client = new Redis(redis.url);
    const keys = await client.keys("rally:session:*");
    client.disconnect();
    assert.ok(keys.length > 0);
    assert.ok(
      keys.every((key) => /^rally:session:[\da-f]{64}$/u.test(key)),
      "hashed",
    );
  });

  it("end in both at once, alone and all", async () => {
    const account = await signUp(one!.url);
    const laptop = visit(other!.url);
    await signIn(laptop, account.login);
    const { devices } = (await account.get("/api/account/devices")).body as {
      devices: { key: string; here: boolean }[];
    };
    assert.equal(devices.length, 2);
    const key = devices.find(({ here }) => !here)?.key;
    await account.send("DELETE", `/api/account/devices/${key}`);
    assert.equal((await laptop.get("/api/account")).status, 401);
    await signIn(laptop, account.login);
    await account.post("/api/sign-out/everywhere", {});
    assert.equal((await laptop.get("/api/account")).status, 401);
  });

  it("share their limits", async () => {
    const account = await signUp(one!.url);
    for (let times = 0; times < 5; times++) await signIn(visit(one!.url), account.login, "wrong password");
    assert.deepEqual(refusal(await signIn(visit(other!.url), account.login))[0], 429);
  });

  it("are refused with 503 while Redis is away, and go on by themselves", async () => {
    const account = await signUp(one!.url);
    await redis.stop();
    assert.deepEqual(refusal(await account.get("/api/account")), [503, "away"]);
    redis = await startRedis(Number(new URL(redis.url).port));
    const ask = async () => ((await account.get("/api/me")).status === 200 ? true : null);
    await untilFound(ask, 20_000, "Redis is found again");
  });
});
