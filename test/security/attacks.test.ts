// What somebody would try who means harm, tried. Fuzz and harmful texts: fuzz.test.ts; who may ask for what: access.test.ts; files:
// test/game-server/avatars; texts shown as text in a browser: test/end-to-end/people.test.ts.

import assert from "node:assert/strict";
import { PASSWORD, refusal, signIn, signUp } from "../support/account.ts";
import { visit } from "../support/browser-like.ts";
import { onServer } from "../support/both-servers.ts";
import type { TestServer } from "../support/server.ts";

// One proxy of ours in front, so that visitors come from addresses of their own.
onServer("an attacker", { env: { TRUST_PROXY: "1" }, tests });

function tests(server: () => TestServer): void {
  it("cannot sign a visitor of another page into an account of theirs", async () => {
    const account = await signUp(server().url);
    const victim = visit(server().url);
    const body = { login: account.login, password: PASSWORD };
    for (const headers of [
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { origin: "", "sec-fetch-site": "cross-site" },
    ]) {
      const answer = await victim.post("/api/sign-in", body, headers);
      assert.deepEqual(refusal(answer), [403, "foreignOrigin"], JSON.stringify(headers));
    }
    // A form of another page can send text, not JSON.
    const form = await victim.post("/api/sign-in", body, { "content-type": "text/plain" });
    assert.equal(form.status, 415);
    assert.equal(victim.cookie(), "");
  });

  it("gains nothing by a session id that they knew before", async () => {
    const account = await signUp(server().url);
    const attacker = visit(server().url);
    await attacker.post("/api/guests", { name: `Fix ${account.login.slice(0, 8)}` });
    const known = attacker.cookie();
    const victim = visit(server().url, known);
    await signIn(victim, account.login);
    assert.notEqual(victim.cookie(), known);
    const { body } = await visit(server().url, known).get("/api/me");
    assert.deepEqual(body, { player: null });
    // An id of their own making is not taken up either.
    const made = visit(server().url, "rally.sid=s%3Amadeup.madeup");
    await signIn(made, account.login);
    assert.ok(!made.cookie().includes("madeup"));
  });

  it("has no use for a cookie after signing out everywhere, not even by a request that was under way", async () => {
    const account = await signUp(server().url);
    const cookie = account.cookie();
    const underWay = Array.from({ length: 20 }, () => visit(server().url, cookie).get("/api/account/devices"));
    await account.post("/api/sign-out/everywhere", {});
    await Promise.all(underWay);
    const code = visit(server().url, cookie).post("/api/sign-in", { login: account.login, password: "wrong password" });
    await code;
    assert.deepEqual(refusal(await visit(server().url, cookie).get("/api/account")), [401, "signedOut"]);
  });

  it("tries 1,000 passwords and hears of a handful, while the owner gets in", async () => {
    const account = await signUp(server().url);
    const attempts = Array.from({ length: 1_000 }, (_, index) => `guess number ${index}`);
    const answers = await inTurns(attempts, 20, (password) =>
      visit(server().url).post("/api/sign-in", { login: account.login, password }, from("203.0.113.7")),
    );
    const wrong = answers.filter(({ status }) => status === 403).length;
    const refused = answers.filter(({ status }) => status === 429);
    assert.ok(wrong <= 20, `${wrong} were compared`);
    assert.equal(wrong + refused.length, 1_000);
    const { values } = (refused[0]!.body as { error: { values: { seconds: number } } }).error;
    assert.ok(values.seconds >= 1, "and is told how long to wait");
    const body = { login: account.login, password: PASSWORD };
    const here = await visit(server().url).post("/api/sign-in", body, from("203.0.113.7"));
    assert.equal(here.status, 429, "the right one does not count either, from there");
    const owner = await visit(server().url).post("/api/sign-in", body, from("198.51.100.9"));
    assert.equal(owner.status, 200);
  });

  it("tries one account from everywhere, and is stopped as well", async () => {
    const account = await signUp(server().url);
    const addresses = Array.from({ length: 120 }, (_, index) => `203.0.113.${index + 20}`);
    const answers = await inTurns(addresses, 10, (address) =>
      visit(server().url).post("/api/sign-in", { login: account.login, password: "wrong password" }, from(address)),
    );
    assert.ok(answers.filter(({ status }) => status === 403).length <= 50);
  });

  it("learns nothing of who has an account", async () => {
    const account = await signUp(server().url);
    const known = await signIn(visit(server().url), account.login, "wrong password");
    const unknown = await signIn(visit(server().url), "nobody-at-all", "wrong password");
    assert.deepEqual([known.status, known.body], [unknown.status, unknown.body]);
    const names = (answer: typeof known) => [...answer.headers.keys()].toSorted();
    assert.deepEqual(names(known), names(unknown));
  });

  it("sets nothing that is not theirs to set", async () => {
    const account = await signUp(server().url);
    const wish = {
      role: "admin",
      rating: 3000,
      verified: true,
      email: "admin@mail.example",
      emailKey: "admin@mail.example",
      factor: "none",
      passwordHash: "x",
      id: "00000000-0000-4000-8000-000000000000",
      bannedUntil: null,
      __proto__: { role: "admin" },
    };
    const before = (await account.get("/api/account")).body as Record<string, unknown>;
    const changed = await account.send("PATCH", "/api/account/profile", { about: "Hello", ...wish });
    assert.equal(changed.status, 200);
    assert.deepEqual(changed.body, { ...before, about: "Hello" });
    const name = `Wish ${account.login.slice(0, 9)}`;
    await account.send("PUT", "/api/account/name", { name, password: PASSWORD, ...wish });
    assert.deepEqual((await account.get("/api/account")).body, { ...before, about: "Hello", name });
    const made = await visit(server().url).post("/api/sign-up", {
      login: `w-${account.login}`,
      name: `W ${account.login}`,
      password: PASSWORD,
      ...wish,
      email: "wish@mail.example",
    });
    const { player } = made.body as { player: { role: string; id: string } };
    assert.equal(player.role, "player");
    assert.notEqual(player.id, wish.id);
  });

  it("cannot sign out another's browser", async () => {
    const [account, other] = [await signUp(server().url), await signUp(server().url)];
    const { devices } = (await account.get("/api/account/devices")).body as { devices: { key: string }[] };
    assert.equal((await other.send("DELETE", `/api/account/devices/${devices[0]?.key}`)).status, 204);
    assert.equal((await account.get("/api/account")).status, 200);
  });

  it("gets texts with markup back as the texts they are, never as a page", async () => {
    const account = await signUp(server().url);
    const about = `<script>alert(1)</script> "><img src=x onerror=alert(1)>`;
    await account.send("PATCH", "/api/account/profile", { about });
    const answer = await visit(server().url).get(`/api/players/${account.login}`);
    assert.equal((answer.body as { about: string }).about, about);
    assert.match(answer.headers.get("content-type") ?? "", /^application\/json/u);
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
    for (const name of ["<b>bold</b>", "a&b", `"quoted"`])
      assert.equal(refusal(await visit(server().url).post("/api/guests", { name }))[1], "name.characters");
  });
}

function from(address: string): Readonly<Record<string, string>> {
  return { "x-forwarded-for": address };
}

async function inTurns<T, R>(all: readonly T[], atOnce: number, act: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let first = 0; first < all.length; first += atOnce)
    results.push(...(await Promise.all(all.slice(first, first + atOnce).map(act))));
  return results;
}
