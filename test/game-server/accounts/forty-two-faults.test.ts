// What can go wrong with signing in by 42, by malice or by itself: it ends on a page that says so, and signs nobody in.

import assert from "node:assert/strict";
import { visit } from "../../support/browser-like.ts";
import { type FortyTwoTrip, newLogin, whereTo, withFortyTwo } from "../../support/forty-two.ts";
import { FAST } from "../../support/pace.ts";

withFortyTwo("signing in with 42 that goes wrong", tests, FAST);

function tests({ server, fake, goThere }: FortyTwoTrip): void {
  const browse = () => visit(server().url);
  it("refuses somebody else's code, a wrong state, none, and a code that was used", async () => {
    const [attacker, victim] = [browse(), browse()];
    const planted = await goThere(attacker, { login: newLogin() });
    const stale = "/sign-in?problem=fortyTwo.stale";
    assert.equal(whereTo(await victim.get(planted)), stale);
    // Also where the victim has begun on their own.
    await victim.get("/auth/42");
    assert.equal(whereTo(await victim.get(planted)), stale);
    await victim.get("/auth/42");
    assert.equal(whereTo(await victim.get(planted.replace(/&state=.*/u, ""))), stale);
    assert.equal(whereTo(await victim.get("/auth/42/callback?code=a&code=b&state=x")), stale);
    assert.equal(whereTo(await victim.get("/auth/42/callback")), stale);
    assert.equal(whereTo(await victim.get("/auth/42?code=x")), stale);
    assert.deepEqual((await victim.get("/api/me")).body, { player: null });
    assert.equal(whereTo(await attacker.get(planted)), "/");
    assert.match(whereTo(await attacker.get(planted)), /problem=fortyTwo\.stale$/u);
    // The code is used up at 42 too.
    const code = new URL(planted, server().url).searchParams.get("code")!;
    const other = new URL(whereTo(await victim.get("/auth/42"))).searchParams.get("state")!;
    assert.equal(whereTo(await victim.get(`/auth/42/callback?code=${code}&state=${other}`)), stale);
  });

  it("ends on a page that says so where somebody refuses at 42", async () => {
    const browser = browse();
    const back = await goThere(browser, { refuse: "yes" });
    assert.equal(whereTo(await browser.get(back)), "/sign-in?problem=fortyTwo.refused");
  });

  it("ends on a page that says so where 42 is down or out of its mind, and in the log once", async () => {
    const ill = [
      ["cut", "down"],
      ["fail", "down"],
      ["slow", "down"],
      [{ type: "html", answer: "<!doctype html><p>Down for maintenance" }, "nonsense"],
      [{ type: "json", answer: "null" }, "nonsense"],
      [{ type: "json", answer: '"text"' }, "nonsense"],
      [{ type: "json", answer: '{"access_token":{"a":1},"id":{},"login":[]}' }, "nonsense"],
      [{ type: "json", answer: '{"login":"jdoe"}' }, "nonsense"],
      [{ type: "json", answer: '{"id":null,"login":null,"image":null}' }, "nonsense"],
      [{ type: "json", answer: `{"id":7,"login":"${"x".repeat(300_000)}"}` }, "nonsense"],
    ] as const;
    for (const path of ["/oauth/token", "/v2/me"] as const) {
      for (const [how, kind] of ill) {
        const browser = browse();
        const back = await goThere(browser, { login: newLogin() });
        const said = server().lines.length;
        fake().misbehave.set(path, how);
        assert.equal(whereTo(await browser.get(back)), `/sign-in?problem=fortyTwo.${kind}`, JSON.stringify(how));
        fake().misbehave.clear();
        const lines = server()
          .lines.slice(said)
          .filter((line) => line.includes("42 failed"));
        assert.equal(lines.length, 1, lines.join("\n"));
        assert.deepEqual((await browser.get("/api/me")).body, { player: null });
      }
    }
  });
}
