// What a match costs on the wire: two human-like players over real sockets, everything that passes weighed.

import assert from "node:assert/strict";
import { AVERAGE } from "../../../loadtest/human.ts";
import { createGuest } from "../../support/guest.ts";
import { type MeteredLine, openMeteredLine } from "../../support/metered-line.ts";
import { FAST, clockOf } from "../../support/pace.ts";
import { Player } from "../../support/player.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { until } from "../../support/until.ts";

const MOST_DOWN = 120;
const MOST_UP = 90;
const LEAST_KEY_CHANGES = 4.4;
/** Joining, keyframes and learning the time are no part of play. */
const SETTLING_MS = 10_000;
const MEASURED_MS = 60_000;

/** About a display's, in the time of the match: fingers are as quick as they are looked after. */
const FRAME_MS = 16;

/** More nervous than most, so that the rests between rallies don't bring the rate below what is asked for. */
const FIDGETY = { ...AVERAGE, tapsPerSecond: 1.3 };

interface Reading {
  readonly down: number;
  readonly up: number;
  readonly keyChanges: number;
}

describe("what a match costs on the wire", () => {
  let server: TestServer;
  let lines: MeteredLine[] = [];
  let players: Player[] = [];
  before(async () => {
    server = await startServer({ pace: FAST });
  });
  after(async () => {
    for (const player of players) player.quit();
    for (const line of lines) await line.close();
    await server.remove();
  });

  function read(at: number): Reading {
    const line = lines[at]!;
    return { down: line.down.bytes, up: line.up.bytes, keyChanges: players[at]!.keyChanges };
  }

  async function pass(ms: number): Promise<void> {
    const clock = clockOf(server.url);
    const end = clock.now() + ms;
    await until(() => clock.now() >= end, ms + 10_000, "time passes");
  }

  it(`is at most ${MOST_DOWN} bytes a second down and ${MOST_UP} up at 4.5 key changes a second`, async () => {
    const host = await createGuest(server.url);
    const friend = await createGuest(server.url);
    const roomId = await host.invite({ pointsToWin: 21, twoClear: true });
    lines = [await openMeteredLine(server.url), await openMeteredLine(server.url)];
    players = [host, friend].map(
      (guest, at) =>
        new Player(guest, roomId, {
          url: lines[at]!.url,
          habits: FIDGETY,
          seed: 7 * at,
          insatiable: true,
          frameMs: FRAME_MS / FAST,
        }),
    );
    for (const player of players) await player.sees("playing");
    await pass(SETTLING_MS);
    const clock = clockOf(server.url);
    const [beginMs, begin] = [clock.now(), players.map((_, at) => read(at))];
    await pass(MEASURED_MS);
    const seconds = (clock.now() - beginMs) / 1000;
    for (const [at, { down, up, keyChanges }] of begin.entries()) {
      const now = read(at);
      const rate = (value: number): number => value / seconds;
      const [downRate, upRate, changes] = [now.down - down, now.up - up, now.keyChanges - keyChanges].map(rate);
      const figures = `${downRate!.toFixed(1)} B/s down, ${upRate!.toFixed(1)} B/s up at ${changes!.toFixed(2)} key changes a second`;
      console.log(`      player ${at + 1}: ${figures}`);
      assert.ok(changes! >= LEAST_KEY_CHANGES, figures);
      assert.ok(downRate! <= MOST_DOWN, figures);
      assert.ok(upRate! <= MOST_UP, figures);
    }
    assert.deepEqual(
      players.map((player) => player.connections),
      [["live"], ["live"]],
    );
  });
});
