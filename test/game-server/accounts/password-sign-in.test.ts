// Signing up, in and out by password, over HTTP with a real server: on the embedded database and on PostgreSQL.

import assert from "node:assert/strict";
import { refusal, PASSWORD, signIn, signUp, verify } from "../../support/account.ts";
import { visit } from "../../support/browser-like.ts";
import { mailsOf, mailTo } from "../../support/outbox.ts";
import { onBothServers } from "../../support/both-servers.ts";
import type { TestServer } from "../../support/server.ts";

onBothServers("a local account", { tests });

function tests(server: () => TestServer): void {
  it("is made of a guest, who keeps their id and so their history", async () => {
    const guest = visit(server().url);
    const made = await guest.post("/api/guests", { name: "Was Guest" });
    const { player } = made.body as { player: { id: string } };
    const before = guest.cookie();
    const account = await signUp(server().url, { visitor: guest, name: "Was Guest" });
    assert.equal(account.id, player.id);
    assert.notEqual(account.cookie(), before, "another session id");
    const me = await account.get("/api/me");
    assert.equal((me.body as { player: { kind: string } }).player.kind, "account");
    assert.deepEqual((await visit(server().url).get("/api/me", { cookie: before })).body, { player: null });
  });

  it("signs in by login name in any case, and by its address once that is verified", async () => {
    const account = await signUp(server().url);
    assert.deepEqual(refusal(await signIn(visit(server().url), account.email)), [403, "signIn.wrong"]);
    await verify(account, server().storage.dataDir);
    for (const name of [account.login, account.login.toUpperCase(), account.email.toUpperCase()]) {
      const browser = visit(server().url);
      const answer = await signIn(browser, name);
      assert.deepEqual([answer.status, answer.body], [200, { next: "done" }], name);
      assert.equal((await browser.get("/api/account")).status, 200);
    }
    const alike = account.login.replace("a", "а");
    if (alike !== account.login)
      assert.deepEqual(refusal(await signIn(visit(server().url), alike)), [403, "signIn.wrong"]);
  });

  it("has names of its own, whatever they are dressed as", async () => {
    await signUp(server().url, { login: "jane.doe", name: "Jane Doe" });
    const tried = [
      [{ login: "jane_doe", name: "Somebody A" }, "login.taken"],
      [{ login: "JANEDOE", name: "Somebody B" }, "login.taken"],
      [{ login: "somebody-c", name: "Jаne Dое" }, "name.ofAccount"],
      [{ login: "admin1", name: "Adm1n" }, "name.reserved"],
      [{ login: "r00t", name: "Somebody D" }, "login.reserved"],
      [{ login: "a", name: "Somebody E" }, "login.tooShort"],
      [{ login: "somebody-f", name: "Somebody F", password: "password123" }, "password.common"],
      [{ login: "somebody-g", name: "Somebody G", password: "short" }, "password.tooShort"],
      [{ login: "somebody-h", name: "Somebody H", email: "no address" }, "email.invalid"],
    ] as const;
    for (const [asked, code] of tried) {
      const body = { email: "somebody@mail.example", password: PASSWORD, ...asked };
      assert.equal(refusal(await visit(server().url).post("/api/sign-up", body))[1], code, JSON.stringify(asked));
    }
    assert.deepEqual(refusal(await visit(server().url).post("/api/guests", { name: "JANE D0E" })), [
      409,
      "name.ofAccount",
    ]);
  });

  it("is told in the same words whether an address is known, and its owner is told of the attempt", async () => {
    const first = await signUp(server().url);
    await verify(first, server().storage.dataDir);
    const body = { login: "second-one", name: "Second One", email: first.email, password: PASSWORD };
    const answer = await visit(server().url).post("/api/sign-up", body);
    assert.equal(answer.status, 200);
    const told = await mailTo(server().storage.dataDir, first.email, "emailTaken");
    assert.ok(!told.text.includes("/verify#"));
    const known = await visit(server().url).post("/api/password/forgotten", { email: first.email });
    const unknown = await visit(server().url).post("/api/password/forgotten", { email: "nobody@mail.example" });
    assert.deepEqual([known.status, known.body], [unknown.status, unknown.body]);
    await mailTo(server().storage.dataDir, first.email, "resetPassword");
    assert.ok(!mailsOf(server().storage.dataDir).some(({ to }) => to === "nobody@mail.example"));
  });

  it("gets a new password by mail, once, and is signed out everywhere", async () => {
    const account = await signUp(server().url);
    await verify(account, server().storage.dataDir);
    const { link } = await mailAfterForgetting(account.email);
    const token = new URL(link).hash.slice(1);
    const reset = (password: string) => visit(server().url).post("/api/password/reset", { token, password });
    assert.deepEqual(refusal(await reset("password123")), [422, "password.common"], "and the link is still good");
    assert.equal((await reset("another good one")).status, 204);
    assert.deepEqual(refusal(await reset("a third one, then")), [410, "reset.stale"]);
    assert.deepEqual(refusal(await account.get("/api/account")), [401, "signedOut"]);
    assert.deepEqual(refusal(await signIn(visit(server().url), account.login)), [403, "signIn.wrong"]);
    assert.equal((await signIn(visit(server().url), account.login, "another good one")).status, 200);
    await mailTo(server().storage.dataDir, account.email, "passwordChanged");
  });

  it("changes names, address and password with the password, and tells the old address", async () => {
    const account = await signUp(server().url);
    await verify(account, server().storage.dataDir);
    const put = (what: string, body: object) => account.send("PUT", `/api/account/${what}`, body);
    const wrong = await put("name", { name: "Not Now", password: "wrong" });
    assert.deepEqual(refusal(wrong), [403, "password.wrong"]);
    const name = `New ${account.login}`;
    assert.equal(((await put("name", { name, password: PASSWORD })).body as { name: string }).name, name);
    const login = `new-${account.login}`;
    assert.equal(((await put("login", { login, password: PASSWORD })).body as { login: string }).login, login);
    const email = `new.${account.email}`;
    const changed = (await put("email", { email, password: PASSWORD })).body as Record<string, unknown>;
    assert.deepEqual([changed["email"], changed["pendingEmail"]], [account.email, email]);
    const { link } = await mailTo(server().storage.dataDir, email, "verifyEmail");
    const token = new URL(link).hash.slice(1);
    assert.equal((await visit(server().url).post("/api/email/verify", { token })).status, 204);
    assert.deepEqual(refusal(await visit(server().url).post("/api/email/verify", { token })), [410, "verify.stale"]);
    const newPassword = "yet another good one";
    assert.equal((await put("password", { newPassword, password: PASSWORD })).status, 200);
    assert.equal((await signIn(visit(server().url), login, newPassword)).status, 200);
    for (const kind of ["nameChanged", "loginChanged", "emailChanged"])
      await mailTo(server().storage.dataDir, account.email, kind);
    await mailTo(server().storage.dataDir, email, "passwordChanged");
  });

  it("lists its browsers, and signs out one, here, and everywhere", async () => {
    const account = await signUp(server().url);
    const [phone, laptop] = [visit(server().url), visit(server().url)];
    for (const browser of [phone, laptop]) await signIn(browser, account.login);
    const devices = async () => ((await account.get("/api/account/devices")).body as { devices: Device[] }).devices;
    assert.equal((await devices()).length, 3);
    const phones = (await phone.get("/api/account/devices")).body as { devices: Device[] };
    const key = phones.devices.find(({ here }) => here)?.key;
    assert.equal((await account.send("DELETE", `/api/account/devices/${key}`)).status, 204);
    assert.equal((await phone.get("/api/account")).status, 401);
    assert.equal((await laptop.get("/api/account")).status, 200);
    const cookie = laptop.cookie();
    assert.equal((await laptop.post("/api/sign-out", {})).status, 204);
    assert.equal(laptop.cookie(), "", "and the cookie is gone");
    assert.equal((await laptop.get("/api/account", { cookie })).status, 401);
    const third = visit(server().url);
    await signIn(third, account.login);
    assert.equal((await account.post("/api/sign-out/everywhere", {})).status, 204);
    for (const browser of [account, third]) assert.equal((await browser.get("/api/account")).status, 401);
  });

  async function mailAfterForgetting(email: string) {
    assert.equal((await visit(server().url).post("/api/password/forgotten", { email })).status, 204);
    return mailTo(server().storage.dataDir, email, "resetPassword");
  }
}

interface Device {
  readonly key: string;
  readonly here: boolean;
}
