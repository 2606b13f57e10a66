// The database goes away in mid-request and comes back: who asks meanwhile is told to come again, the server goes on by itself,
// and a match that runs does not notice.

import assert from "node:assert/strict";
import { refusal, signUp, type TestAccount } from "../../support/account.ts";
import { visit } from "../../support/browser-like.ts";
import { createGuest } from "../../support/guest.ts";
import { FAST } from "../../support/pace.ts";
import { type Player, seatTwo } from "../../support/player.ts";
import { NO_POSTGRES, type Postgres, postgresBin, startPostgres } from "../../../scripts/testing/postgres.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { until, untilFound } from "../../support/until.ts";

const PATIENCE_MS = 60_000;

describe("a database that goes away", () => {
  let postgres: Postgres | null = null;
  let server: TestServer | null = null;
  let players: readonly Player[] = [];

  before(async function () {
    const bin = postgresBin();
    if (bin === null) {
      console.warn(NO_POSTGRES);
      return this.skip();
    }
    postgres = await startPostgres(bin);
    server = await startServer({
      pace: FAST,
      env: { DATABASE_URL: await postgres.createDatabase(), PLAY_NOW_POINTS: "21" },
    });
  });
  after(async () => {
    for (const player of players) player.quit();
    await server?.remove();
    await postgres?.stop();
  });

  it("is a 503 to requests, nothing to a match, and over once it is back", async () => {
    const { url } = server!;
    const account = await signUp(url);
    const guests = [await createGuest(url), await createGuest(url)] as const;
    players = await seatTwo(guests, await guests[0].invite());
    const [first, second] = players as [Player, Player];

    const underWay = askMuch(account);
    await postgres!.halt();
    const statuses = await underWay;
    for (const status of statuses) assert.ok(status === 200 || status === 503, String(status));
    for (const [method, path, body] of [
      ["GET", "/api/account", undefined],
      ["GET", `/api/players/${account.login}`, undefined],
      ["POST", "/api/sign-in", { login: account.login, password: "whatever it is" }],
      ["POST", "/api/guests", { name: "Meanwhile" }],
    ] as const) {
      const answer = await visit(url, account.cookie()).send(method, path, body);
      assert.deepEqual(refusal(answer), [503, "away"], path);
      assert.equal(answer.headers.get("retry-after"), "2");
    }
    assert.equal((await visit(url).get("/health/ready")).status, 503);
    assert.equal((await visit(url).get("/health/live")).status, 200);

    // The match goes on: new moments are drawn, and nobody was paused.
    const [before, phases] = [first.moments, first.phases.length];
    await until(() => first.moments > before + 4, PATIENCE_MS, "the ball is played on");
    assert.ok(!first.phases.slice(phases).includes("paused"));
    assert.deepEqual([first.session.connection, second.session.connection], ["live", "live"]);

    await postgres!.resume();
    const isBack = async () => ((await account.get("/api/account")).status === 200 ? true : null);
    await untilFound(isBack, PATIENCE_MS, "the account is there again");
    second.session.ask("leave");
    await first.sees("over");
    const { matchId } = first.status;
    const isWritten = async () => ((await guests[0].match(matchId)).status === "finished" ? true : null);
    await untilFound(isWritten, PATIENCE_MS, "and the match is written");
  });

  /** Many requests, one after the other, over the moment when the database goes. */
  async function askMuch(account: TestAccount): Promise<number[]> {
    const statuses: number[] = [];
    for (let times = 0; times < 60; times++) statuses.push((await account.get("/api/account")).status);
    return statuses;
  }
});
