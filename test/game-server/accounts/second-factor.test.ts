// The second step: an authenticator or a code by mail, recovery codes, remembered browsers; and that nothing goes round it.

import assert from "node:assert/strict";
import { Secret, TOTP } from "otpauth";
import { PASSWORD, refusal, signIn, signUp, type TestAccount, verify } from "../../support/account.ts";
import { visit } from "../../support/browser-like.ts";
import { mailTo } from "../../support/outbox.ts";
import { onServer } from "../../support/both-servers.ts";
import type { TestServer } from "../../support/server.ts";

onServer("the second factor", { tests });

function tests(server: () => TestServer): void {
  it("is an authenticator, each of whose codes counts once", async () => {
    const account = await signUp(server().url);
    const { code, used } = await withTotp(account);
    const browser = visit(server().url);
    assert.deepEqual((await signIn(browser, account.login)).body, { next: "code" });
    assert.deepEqual((await browser.get("/api/me")).body, { player: null }, "not in yet");
    assert.deepEqual((await browser.get("/api/sign-in")).body, { pending: { factor: "totp", sentTo: null } });
    const again = await browser.post("/api/sign-in/code", { code: used });
    assert.deepEqual(refusal(again), [403, "code.wrong"], "it turned the factor on, and is used up");
    const before = browser.cookie();
    assert.equal((await browser.post("/api/sign-in/code", { code: code(1) })).status, 200);
    assert.notEqual(browser.cookie(), before, "another session id");
    assert.equal((await browser.get("/api/account")).status, 200);
  });

  it("takes a recovery code in its place, once", async () => {
    const account = await signUp(server().url);
    const { recoveryCodes } = await withTotp(account);
    assert.equal(recoveryCodes.length, 10);
    const typed = recoveryCodes[0]!.toLowerCase().replaceAll("-", " ");
    for (const [status, code] of [
      [200, typed],
      [403, typed],
      [200, recoveryCodes[1]!],
    ] as const) {
      const browser = visit(server().url);
      await signIn(browser, account.login);
      assert.equal((await browser.post("/api/sign-in/code", { code })).status, status);
    }
    const { body } = await account.get("/api/account");
    assert.equal((body as { recoveryCodesLeft: number }).recoveryCodesLeft, 8);
  });

  it("is a code by mail", async () => {
    const account = await signUp(server().url);
    const begin = () => account.post("/api/account/factor/email", { password: PASSWORD });
    assert.deepEqual(refusal(await begin()), [409, "email.unverified"]);
    await verify(account, server().storage.dataDir);
    assert.equal((await begin()).status, 204);
    const first = await mailTo(server().storage.dataDir, account.email, "signInCode");
    const on = await account.post("/api/account/factor/email/confirm", { code: first.code });
    assert.equal(on.status, 200);
    await mailTo(server().storage.dataDir, account.email, "factorChanged");
    const browser = visit(server().url);
    await signIn(browser, account.login);
    const { pending } = (await browser.get("/api/sign-in")).body as { pending: { factor: string; sentTo: string } };
    assert.equal(pending.factor, "email");
    assert.ok(!pending.sentTo.includes(account.login));
    // Half a minute has not passed since the last mail: the code of that one is used up, and a recovery code helps.
    assert.deepEqual(refusal(await browser.post("/api/sign-in/code", { code: first.code })), [403, "code.wrong"]);
    const { recoveryCodes } = on.body as { recoveryCodes: string[] };
    assert.equal((await browser.post("/api/sign-in/code", { code: recoveryCodes[0] })).status, 200);
  });

  it("is not asked for in a remembered browser, until those are forgotten", async () => {
    const account = await signUp(server().url);
    const { code } = await withTotp(account);
    const browser = visit(server().url);
    await signIn(browser, account.login);
    await browser.post("/api/sign-in/code", { code: code(1), remember: true });
    await browser.post("/api/sign-out", {});
    assert.deepEqual((await signIn(browser, account.login)).body, { next: "done" });
    assert.equal((await account.send("DELETE", "/api/account/remembered-devices")).status, 204);
    await browser.post("/api/sign-out", {});
    assert.deepEqual((await signIn(browser, account.login)).body, { next: "code" });
  });

  it("is not gone round by a new password", async () => {
    const account = await signUp(server().url);
    await verify(account, server().storage.dataDir);
    await withTotp(account);
    await visit(server().url).post("/api/password/forgotten", { email: account.email });
    const { link } = await mailTo(server().storage.dataDir, account.email, "resetPassword");
    const browser = visit(server().url);
    const password = "another good one";
    await browser.post("/api/password/reset", { token: new URL(link).hash.slice(1), password });
    assert.deepEqual((await browser.get("/api/me")).body, { player: null }, "it signs nobody in");
    assert.deepEqual((await signIn(browser, account.login, password)).body, { next: "code" });
    assert.deepEqual(refusal(await browser.get("/api/account")), [401, "signedOut"]);
  });

  it("goes off with the password and a code, and not without", async () => {
    const account = await signUp(server().url);
    const { recoveryCodes } = await withTotp(account);
    const off = (body: object) => account.post("/api/account/factor/off", body);
    assert.deepEqual(refusal(await off({ password: PASSWORD, code: "000000" })), [403, "code.wrong"]);
    assert.deepEqual(refusal(await off({ password: "wrong", code: recoveryCodes[0] })), [403, "password.wrong"]);
    assert.equal((await off({ password: PASSWORD, code: recoveryCodes[0] })).status, 200);
    assert.deepEqual((await signIn(visit(server().url), account.login)).body, { next: "done" });
  });

  it("keeps its secret to itself once it is on", async () => {
    const account = await signUp(server().url);
    const { secret } = await withTotp(account);
    assert.ok(!JSON.stringify((await account.get("/api/account")).body).includes(secret));
    const again = await account.post("/api/account/factor/totp", { password: PASSWORD });
    assert.deepEqual(refusal(again), [409, "factor.already"]);
  });

  it("is not guessed", async () => {
    const account = await signUp(server().url);
    await withTotp(account);
    const browser = visit(server().url);
    await signIn(browser, account.login);
    const tries = Array.from({ length: 30 }, (_, index) => String(100_000 + index));
    const answers = await Promise.all(tries.map((code) => browser.post("/api/sign-in/code", { code })));
    assert.ok(answers.filter(({ status }) => status === 403).length <= 5);
    const refused = answers.filter(({ status }) => status === 429);
    assert.ok(refused.length >= 25);
    const { values } = (refused[0]!.body as { error: { values: { seconds: number } } }).error;
    assert.ok(values.seconds > 0 && values.seconds <= 60);
  });
}

/** Turns the authenticator on. `code(n)` is the one of n half minutes from now. */
async function withTotp(account: TestAccount) {
  const begun = await account.post("/api/account/factor/totp", { password: PASSWORD });
  const { secret, uri } = begun.body as { secret: string; uri: string };
  assert.match(uri, /^otpauth:\/\/totp\/Rally:/u);
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  const used = code(0);
  const confirmed = await account.post("/api/account/factor/totp/confirm", { code: used });
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
  return { secret, code, used, recoveryCodes: (confirmed.body as { recoveryCodes: string[] }).recoveryCodes };
}
