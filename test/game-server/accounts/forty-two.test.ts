// Signing in with 42, over HTTP with a real server and a fake 42 that checks what the real one checks.

import assert from "node:assert/strict";
import { PASSWORD, refusal, signIn, signUp, verify } from "../../support/account.ts";
import { visit } from "../../support/browser-like.ts";
import { onServer } from "../../support/both-servers.ts";
import { accountOf, newLogin, whereTo, withFortyTwo } from "../../support/forty-two.ts";
import { mailTo } from "../../support/outbox.ts";

withFortyTwo("signing in with 42", ({ server, fake, goThere, signInWith42 }) => {
  const browse = () => visit(server().url);

  it("is offered", async () => {
    assert.deepEqual((await browse().get("/api/site")).body, { contact: null, fortyTwo: true });
  });

  it("makes an account the first time, under the name at 42, and finds it the next time", async () => {
    const login = newLogin();
    const browser = browse();
    assert.equal(await signInWith42(browser, login), "/");
    const account = await accountOf(browser);
    assert.deepEqual([account.login, account.name, account.fortyTwo], [login, login, login]);
    assert.deepEqual([account.email, account.pendingEmail, account.hasPassword], [null, null, false]);
    const elsewhere = browse();
    assert.equal(await signInWith42(elsewhere, login), "/");
    assert.equal((await accountOf(elsewhere)).id, account.id);
  });

  it("makes it of the guest who was here, under another session id", async () => {
    const browser = browse();
    const { player } = (await browser.post("/api/guests", { name: newLogin() })).body as { player: { id: string } };
    const login = newLogin();
    const back = await goThere(browser, { login });
    const before = browser.cookie();
    await browser.get(back);
    assert.equal((await accountOf(browser)).id, player.id);
    assert.notEqual(browser.cookie(), before);
    assert.equal((await browse().get("/api/account", { cookie: before })).status, 401);
  });

  it("finds another name where the one at 42 is somebody's, and says so", async () => {
    const login = newLogin();
    await signUp(server().url, { login, name: login });
    const browser = browse();
    assert.equal(await signInWith42(browser, login), "/account?note=fortyTwo.renamed");
    const account = await accountOf(browser);
    assert.deepEqual([account.login, account.name], [`${login}-2`, `${login} 2`]);
  });

  it("makes names of logins that are none here", async () => {
    for (const login of ["admin", "x", "Ünïcödé·Person", "日本", "long".repeat(15)]) {
      const browser = browse();
      assert.match(await signInWith42(browser, login), /^\/(?:account\?note=fortyTwo\.renamed)?$/u, login);
      const account = await accountOf(browser);
      assert.match(account.login, /^[a-z\d][a-z\d._-]{2,23}$/u, login);
      assert.equal(account.fortyTwo, login);
    }
  });

  it("never finds an account by its address", async () => {
    const login = newLogin();
    const local = await signUp(server().url, { login });
    await verify(local, server().storage.dataDir);
    // 42 tells of the very same address.
    const browser = browse();
    await signInWith42(browser, login);
    assert.notEqual((await accountOf(browser)).id, local.id);
  });

  it("makes one account when somebody comes twice at once", async () => {
    const login = newLogin();
    const browsers = [browse(), browse(), browse()];
    const ends = await Promise.all(browsers.map((browser) => signInWith42(browser, login)));
    assert.ok(
      ends.every((end) => !end.includes("problem")),
      ends.join(" "),
    );
    const ids = await Promise.all(browsers.map(async (browser) => (await accountOf(browser)).id));
    assert.equal(new Set(ids).size, 1);
  });

  it("links an account that asks for it with its password, tells by mail, and unlinks it", async () => {
    const login = newLogin();
    const account = await signUp(server().url);
    await verify(account, server().storage.dataDir);
    assert.deepEqual(refusal(await account.post("/api/account/forty-two/link", { password: "wrong" })), [
      403,
      "password.wrong",
    ]);
    assert.equal(await signInWith42(account, login), "/account?problem=fortyTwo.linkFirst");
    const allowed = await account.post("/api/account/forty-two/link", { password: PASSWORD });
    assert.deepEqual(allowed.body, { location: "/auth/42" });
    assert.equal(await signInWith42(account, login), "/account");
    assert.equal((await accountOf(account)).fortyTwo, login);
    await mailTo(server().storage.dataDir, account.email, "fortyTwoLinked");
    const elsewhere = browse();
    assert.equal(await signInWith42(elsewhere, login), "/");
    assert.equal((await accountOf(elsewhere)).id, account.id);

    const again = await account.post("/api/account/forty-two/link", { password: PASSWORD });
    assert.deepEqual(refusal(again), [409, "fortyTwo.already"]);
    const off = await account.post("/api/account/forty-two/unlink", { password: PASSWORD });
    assert.equal(off.status, 204);
    assert.equal((await accountOf(account)).fortyTwo, null);
    await mailTo(server().storage.dataDir, account.email, "fortyTwoUnlinked");
    const last = await account.post("/api/account/forty-two/unlink", { password: PASSWORD });
    assert.deepEqual(refusal(last), [409, "fortyTwo.none"]);
  });

  it("does not link what is linked elsewhere, nor unlink the only way in", async () => {
    const login = newLogin();
    const first = browse();
    await signInWith42(first, login);
    assert.deepEqual(refusal(await first.post("/api/account/forty-two/unlink", {})), [409, "fortyTwo.needsPassword"]);
    const second = await signUp(server().url);
    await second.post("/api/account/forty-two/link", { password: PASSWORD });
    assert.equal(await signInWith42(second, login), "/account?problem=fortyTwo.taken");
    assert.equal((await accountOf(second)).fortyTwo, null);
  });

  it("does not link the account of somebody who signed in meanwhile", async () => {
    const [first, second] = [await signUp(server().url), await signUp(server().url)];
    await first.post("/api/account/forty-two/link", { password: PASSWORD });
    const back = await goThere(first, { login: newLogin() });
    await signIn(first, second.login);
    assert.match(whereTo(await first.get(back)), /problem=fortyTwo\.stale$/u);
    assert.equal((await accountOf(first)).fortyTwo, null);
  });

  it("asks for the second factor", async () => {
    const login = newLogin();
    const account = await signUp(server().url);
    await verify(account, server().storage.dataDir);
    await account.post("/api/account/forty-two/link", { password: PASSWORD });
    await signInWith42(account, login);
    await account.post("/api/account/factor/email", { password: PASSWORD });
    const { code } = await mailTo(server().storage.dataDir, account.email, "signInCode");
    assert.equal((await account.post("/api/account/factor/email/confirm", { code })).status, 200);
    const browser = browse();
    assert.equal(await signInWith42(browser, login), "/sign-in/code");
    assert.equal((await browser.get("/api/account")).status, 401);
    const { pending } = (await browser.get("/api/sign-in")).body as { pending: { factor: string } | null };
    assert.equal(pending?.factor, "email");
  });

  it("sends with PKCE, a state and the way back", async () => {
    const there = new URL(whereTo(await browse().get("/auth/42")));
    assert.equal(there.origin, fake().url);
    assert.equal(there.searchParams.get("code_challenge_method"), "S256");
    assert.ok((there.searchParams.get("state") ?? "").length >= 32);
    assert.equal(there.searchParams.get("redirect_uri"), `${server().url}/auth/42/callback`);
  });
});

onServer("without the settings of 42", {
  tests: (server) => {
    it("nobody is sent there", async () => {
      const browser = visit(server().url);
      assert.deepEqual((await browser.get("/api/site")).body, { contact: null, fortyTwo: false });
      assert.equal(whereTo(await browser.get("/auth/42")), "/sign-in?problem=fortyTwo.off");
      assert.equal(whereTo(await browser.get("/auth/42/callback?code=x")), "/sign-in?problem=fortyTwo.off");
      const account = await signUp(server().url);
      const answer = await account.post("/api/account/forty-two/link", { password: PASSWORD });
      assert.deepEqual(refusal(answer), [409, "fortyTwo.off"]);
    });
  },
});
