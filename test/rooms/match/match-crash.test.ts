// The server is killed in mid-match and started again: what was finished is there, what ran is called interrupted, and both
// players are told.

import assert from "node:assert/strict";
import { createGuest } from "../../support/guest.ts";
import { FAST } from "../../support/pace.ts";
import { type Player, seatTwo } from "../../support/player.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { until, untilFound } from "../../support/until.ts";
import { newStorage } from "../../support/storage.ts";

const PATIENCE_MS = 60_000;

describe("kill -9 in mid-match", () => {
  let server: TestServer;
  let players: readonly Player[] = [];
  before(async () => {
    server = await startServer({ pace: FAST, storage: await newStorage("PGlite") });
  });
  after(async () => {
    for (const player of players) player.quit();
    await server.remove();
  });

  it("keeps finished matches, marks the running one, and tells its players", async () => {
    const guests = [await createGuest(server.url), await createGuest(server.url)] as const;
    const [host] = guests;

    const finishedIds: string[] = [];
    for (let at = 0; at < 3; at++) {
      const roomId = await host.invite();
      const [first, second] = await seatTwo(guests, roomId);
      finishedIds.push(first.status.matchId);
      second.session.ask("leave");
      await first.sees("over");
      first.quit();
      second.quit();
    }
    players = await seatTwo(guests, await host.invite());
    const [first] = players as [Player, Player];
    const runningId = first.status.matchId;
    const isRunning = async (): Promise<true | null> =>
      (await host.match(runningId)).status === "running" ? true : null;
    await untilFound(isRunning, PATIENCE_MS, "the match is in the database");
    const last = finishedIds.at(-1)!;
    const isFinished = async (): Promise<true | null> => ((await host.match(last)).status === "finished" ? true : null);
    await untilFound(isFinished, PATIENCE_MS, "the one before is finished in the database");

    await server.kill9();
    for (const { session } of players) {
      await until(() => session.connection === "reconnecting", PATIENCE_MS, "a player notices");
    }
    server = await startServer({ pace: FAST, storage: server.storage, env: { PORT: new URL(server.url).port } });
    for (const { session } of players) {
      await until(() => session.connection === "closed", PATIENCE_MS, "a player is told");
      assert.equal(session.closedBecause, "gone");
    }
    for (const id of finishedIds) assert.equal((await host.match(id)).status, "finished");
    assert.deepEqual(await host.match(runningId), { status: "interrupted" });
    assert.equal(server.lines.filter((line) => line.includes("matches were cut off")).length, 1);
  });
});
