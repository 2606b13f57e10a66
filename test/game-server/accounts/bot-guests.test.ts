// Who says to be a bot: marked by its name for good, in nobody's way, and kept from all that is for people.

import assert from "node:assert/strict";
import { MeReply, type Player } from "../../../schema/http/guests.ts";
import { openQueue } from "../../../sdk/open-queue.ts";
import { PASSWORD, refusal, signUp } from "../../support/account.ts";
import { type Visitor, visit } from "../../support/browser-like.ts";
import { LobbyPage } from "../../support/lobby-page.ts";
import { serverComplaints } from "../../support/server-complaints.ts";
import { startServer, type TestServer } from "../../support/server.ts";

describe("bots over HTTP", () => {
  let server: TestServer;
  before(async () => {
    server = await startServer();
  });
  afterEach(() => assert.deepEqual(serverComplaints(server), []));
  after(() => server.remove());

  async function become(visitor: Visitor, body: { name: string; bot?: boolean }): Promise<Player> {
    const answer = await visitor.post("/api/guests", body);
    const { player } = MeReply.parse(answer.body);
    assert.ok(answer.status === 200 && player !== null);
    return player;
  }

  it("are called Robo and something, and told to be what they are", async () => {
    const bot = visit(server.url);
    const player = await become(bot, { name: " Ada ", bot: true });
    assert.deepEqual([player.name, player.kind, player.role], ["Robo Ada", "bot", "guest"]);
    assert.deepEqual((await bot.get("/api/me")).body, { player });
    const marked = await become(visit(server.url), { name: "Robo Bob", bot: true });
    assert.equal(marked.name, "Robo Bob", "it says so once");
  });

  it("stay bots, whatever they say later", async () => {
    const bot = visit(server.url);
    const { id } = await become(bot, { name: "Cara", bot: true });
    for (const body of [{ name: "Dora" }, { name: "Dora", bot: false }]) {
      const player = await become(bot, body);
      assert.deepEqual([player.id, player.name, player.kind], [id, "Robo Dora", "bot"]);
    }
    const account = await signUp(server.url, { visitor: bot });
    assert.notEqual(account.id, id, "what a bot has played is no account's");
  });

  it("are somebody else than the person whose browser it was", async () => {
    const browser = visit(server.url);
    const person = await become(browser, { name: "Emil" });
    const bot = await become(browser, { name: "Emil", bot: true });
    assert.notEqual(bot.id, person.id);
    assert.equal((await become(visit(server.url), { name: "Emil" })).name, "Emil", "the name is free");
  });

  it("have a name within the limits of all names", async () => {
    const long = await visit(server.url).post("/api/guests", { name: "x".repeat(16), bot: true });
    assert.deepEqual(refusal(long), [422, "name.tooLong"]);
    assert.equal((await become(visit(server.url), { name: "x".repeat(15), bot: true })).name.length, 20);
    const odd = await visit(server.url).post("/api/guests", { name: "Frida", bot: "yes" });
    assert.deepEqual(refusal(odd), [422, "invalid"]);
    await become(visit(server.url), { name: "Gabi", bot: true });
    const again = await visit(server.url).post("/api/guests", { name: "Robo Gabi", bot: true });
    assert.deepEqual(refusal(again), [409, "name.taken"]);
  });

  it("have names that no person can have", async () => {
    const account = await signUp(server.url);
    const asked: readonly (readonly [Visitor, string, string, object])[] = [
      [visit(server.url), "POST", "/api/guests", { name: "Robo Hal" }],
      [visit(server.url), "POST", "/api/guests", { name: "R0bo.Hal" }],
      [account, "PUT", "/api/account/name", { name: "Robo Hal", password: PASSWORD }],
    ];
    for (const [visitor, method, path, body] of asked)
      assert.deepEqual(refusal(await visitor.send(method, path, body)), [409, "name.reserved"]);
    const taken = await account.post("/api/guests", { name: account.name, bot: true });
    assert.deepEqual(refusal(taken), [409, "name.ofAccount"], "no account is a bot");
  });

  it("are let into no ranked queue", async () => {
    const bot = visit(server.url);
    await become(bot, { name: "Ida", bot: true });
    for (const mode of ["classic", "quick"] as const) {
      const because = await new Promise<string>((resolve) => {
        openQueue({
          url: server.url,
          headers: { cookie: bot.cookie() },
          queue: { mode, ranked: true },
          onPaired: () => resolve("paired"),
          onClosed: resolve,
        });
      });
      assert.equal(because, "needsAccount");
    }
  });

  it("play nobody for a rating who is challenged or challenges", async () => {
    const visitor = visit(server.url);
    const { id } = await become(visitor, { name: "Jan", bot: true });
    const account = await signUp(server.url);
    const bot = new LobbyPage(server.url, { id, cookie: visitor.cookie() });
    const person = new LobbyPage(server.url, { id: account.id, cookie: account.cookie() });
    await bot.sees(person, "online");
    await person.sees(bot, "online");
    assert.equal(person.person(bot)?.name, "Robo Jan", "people see what it is");
    const rules = { pointsToWin: 5, twoClear: false };
    for (const [one, other] of [
      [bot, person],
      [person, bot],
    ] as const)
      assert.deepEqual(refusal(await one.challenge(other, { rules, ranked: true })), [400, "challenge.rankedAccounts"]);
    for (const page of [bot, person]) page.close();
  });
});
