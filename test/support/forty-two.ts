// People who come from a fake 42: there, choosing, and back, as a browser goes.

import assert from "node:assert/strict";
import { type FakeFortyTwo, startFakeFortyTwo } from "../../scripts/fake-forty-two/server.ts";
import { AccountReply } from "../../schema/http/account.ts";
import type { Answer, Visitor } from "./browser-like.ts";
import { onBothServers } from "./both-servers.ts";
import type { TestServer } from "./server.ts";

const CLIENT = { clientId: "rally-test", clientSecret: "a secret of the test's own" };

export interface FortyTwoTrip {
  readonly server: () => TestServer;
  readonly fake: () => FakeFortyTwo;
  /** Goes to 42 and chooses. @returns the path that 42 sends the browser back to */
  readonly goThere: (browser: Visitor, choice: { login: string } | { refuse: "yes" }) => Promise<string>;
  /** There and back. @returns where it ends */
  readonly signInWith42: (browser: Visitor, login: string) => Promise<string>;
}

/** Servers that know the fake. @param pace at which they are: waiting for a 42 that never answers takes no longer than need be */
export function withFortyTwo(title: string, tests: (trip: FortyTwoTrip) => void, pace = 1): void {
  describe(title, () => {
    let fake: FakeFortyTwo | null = null;
    const running = (): FakeFortyTwo => {
      if (fake === null) throw new Error("the fake 42 does not run");
      return fake;
    };
    const env: Record<string, string> = {
      FORTYTWO_CLIENT_ID: CLIENT.clientId,
      FORTYTWO_CLIENT_SECRET: CLIENT.clientSecret,
    };
    before(async () => {
      fake = await startFakeFortyTwo({ ...CLIENT, port: 0 });
      // Read when the servers start.
      env["FORTYTWO_URL"] = fake.url;
    });
    after(() => fake?.close());
    afterEach(() => fake?.misbehave.clear());

    const goThere: FortyTwoTrip["goThere"] = async (browser, choice) => {
      const back = new URL(await running().choose(whereTo(await browser.get("/auth/42")), choice));
      return back.pathname + back.search;
    };
    const signInWith42: FortyTwoTrip["signInWith42"] = async (browser, login) =>
      whereTo(await browser.get(await goThere(browser, { login })));
    onBothServers(title, { env, pace, tests: (server) => tests({ server, fake: running, goThere, signInWith42 }) });
  });
}

let people = 0;
/** Somebody at 42 whom no other test knows. */
export function newLogin(): string {
  return `p${process.pid}x${++people}`;
}

/** Where an answer sends the browser. */
export function whereTo(answer: Answer): string {
  assert.equal(answer.status, 302, JSON.stringify(answer.body));
  return answer.headers.get("location") ?? "";
}

export async function accountOf(browser: Visitor): Promise<AccountReply> {
  return AccountReply.parse((await browser.get("/api/account")).body);
}
