// Whole matches over real sockets: from the queue or a link to the result in the database, and what the recording says of it.

import assert from "node:assert/strict";
import { createMatches } from "../../../db/repositories/matches.ts";
import { AVERAGE } from "../../../loadtest/human.ts";
import { decodeRecording } from "../../../pong/recording-bytes.ts";
import { verify } from "../../../pong/recording.ts";
import type { FinishedMatch } from "../../../schema/http/matches.ts";
import { QueuesReply } from "../../../schema/http/queues.ts";
import { LiveReply } from "../../../schema/http/spectating.ts";
import type { Cooldown } from "../../../schema/queues.ts";
import { openQueue } from "../../../sdk/open-queue.ts";
import { visit } from "../../support/browser-like.ts";
import { createGuest, type Guest } from "../../support/guest.ts";
import { FAST } from "../../support/pace.ts";
import { Player, seatTwo } from "../../support/player.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { until, untilFound } from "../../support/until.ts";
import { openStorage } from "../../support/storage.ts";

const PATIENCE_MS = 30_000;
const WHOLE_MATCH_MS = 150_000;
const TO_THREE = { pointsToWin: 3, twoClear: false };
/** Misses often, so that matches are short. */
const CLUMSY = { ...AVERAGE, aimError: 2.2 };

describe("a match over real sockets", () => {
  let server: TestServer;
  let players: readonly Player[] = [];
  /** Every match that was finished, as the API told it. */
  const finished: FinishedMatch[] = [];
  before(async () => {
    server = await startServer({ pace: FAST, env: { PLAY_NOW_POINTS: "3" } });
  });
  afterEach(() => {
    for (const player of players) player.quit();
    players = [];
  });
  after(() => server.remove());

  async function twoGuests(): Promise<readonly [Guest, Guest]> {
    return [await createGuest(server.url), await createGuest(server.url)];
  }

  function queue({ url, headers }: Guest, watchDelaySeconds = 0): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    openQueue({
      url,
      headers: { ...headers },
      watchDelaySeconds,
      onWaiting: () => {},
      onPaired: resolve,
      onClosed: resolve,
    });
    return promise;
  }

  async function result(player: Player): Promise<FinishedMatch> {
    const { matchId } = player.status;
    const ask = async (): Promise<FinishedMatch | null> => {
      const reply = await player.guest.match(matchId);
      return reply.status === "finished" ? reply.match : null;
    };
    const match = await untilFound(ask, PATIENCE_MS, `match ${matchId} is finished in the database`);
    finished.push(match);
    return match;
  }

  function assertSane(match: FinishedMatch, player: Player): void {
    const { status } = player;
    assert.deepEqual(
      match.players.map((one) => one.id),
      status.seats.map((seat) => seat.playerId),
    );
    assert.deepEqual(
      match.players.map((one) => one.points),
      status.score,
    );
    assert.equal(match.winner, status.winner);
    assert.equal(match.endReason, status.endReason);
    assert.deepEqual(match.rules, status.rules);
    const { rallies, longestRally, topSpeed, seconds } = match.summary;
    const points = status.score.reduce((sum, one) => sum + one, 0);
    assert.ok(rallies >= points && rallies <= points + 1, `${rallies} rallies for ${points} points`);
    assert.ok(longestRally >= 0 && topSpeed > 0 && seconds > points, JSON.stringify(match.summary));
    const lasted = (Date.parse(match.finishedAt) - Date.parse(match.startedAt)) / 1000;
    assert.ok(Math.abs(lasted - seconds) < 5, `${seconds} s of play in ${lasted} s`);
  }

  it("comes from the queue, is played to its end and stored, and again as a rematch", async () => {
    const guests = await twoGuests();
    const [one, other] = await Promise.all(guests.map((guest, at) => queue(guest, at * 5)));
    assert.equal(one, other);
    players = guests.map((guest, seed) => new Player(guest, one!, { habits: CLUMSY, seed }));
    const [first] = players as [Player, Player];
    for (const player of players) await player.sees("playing");
    assert.equal(await queue(first.guest), "playing");
    // As one of the two wanted, whoever watches is behind, and so are the lists.
    const listed = async () => {
      const { matches } = LiveReply.parse(await (await fetch(`${server.url}/api/live`)).json());
      return matches.find(({ roomId }) => roomId === one) ?? null;
    };
    assert.deepEqual((await untilFound(listed, PATIENCE_MS, "the match is listed")).score, [0, 0]);
    for (const player of players) await player.sees("over", WHOLE_MATCH_MS);
    assert.deepEqual(first.status.rules, TO_THREE);
    assert.equal(Math.max(...first.status.score), 3);
    assert.equal(first.status.endReason, "score");
    assertSane(await result(first), first);

    const { matchId } = first.status;
    for (const player of players) player.session.ask("rematch");
    for (const player of players) await player.sees("playing");
    assert.notEqual(first.status.matchId, matchId);
    assert.deepEqual(first.status.score, [0, 0]);
    assert.deepEqual(await first.guest.match(first.status.matchId), { status: "running" });
    for (const player of players) await player.sees("over", WHOLE_MATCH_MS);
    assertSane(await result(first), first);
    for (const player of players) assert.deepEqual(player.connections, ["live"]);
  });

  it("is not had by saying no: a break comes first", async () => {
    const [willing, unwilling] = await twoGuests();
    const endings: string[] = [];
    const tell = (because: string, pause: Cooldown | null): void => void endings.push(`${because} ${pause?.because}`);
    const line = { onWaiting: () => {}, onPaired: () => assert.fail("paired with who said no"), onClosed: tell };
    const waiting = openQueue({ ...line, ...willing, onProposal: () => {}, onClosed: () => {} });
    const declining = openQueue({ ...line, ...unwilling, onProposal: () => declining.decline() });
    await until(() => endings.length === 1, PATIENCE_MS, "who says no is sent away");
    openQueue({ ...line, ...unwilling });
    await until(() => endings.length === 2, PATIENCE_MS, "who comes back too early is sent away");
    assert.deepEqual(endings, ["paused declined", "paused early"]);
    const caller = visit(server.url, unwilling.headers["cookie"]);
    const ask = async () => QueuesReply.parse((await caller.get("/api/queues")).body);
    const lines = async () => {
      const { queues, pauseSeconds } = await ask();
      assert.ok(queues.length === 4 && pauseSeconds > 0 && pauseSeconds <= 10, `${pauseSeconds} s`);
      return queues.some(({ people }) => people === 1) ? true : null;
    };
    await untilFound(lines, PATIENCE_MS, "the other one is in line again");
    waiting.cancel();
  });

  it("begins by a link with rules of its own, and is lost by leaving", async () => {
    const guests = await twoGuests();
    const roomId = await guests[0].invite({ pointsToWin: 21, twoClear: true });
    players = await seatTwo(guests, roomId);
    const [host, friend] = players as [Player, Player];
    assert.deepEqual(host.status.rules, { pointsToWin: 21, twoClear: true });
    friend.session.ask("leave");
    for (const player of players) await player.sees("over");
    assert.equal(host.status.winner, host.seat);
    assert.equal(host.status.endReason, "forfeit");
    assert.equal((await result(host)).winner, host.seat);
  });

  it("waits for a friend who touches nothing, and goes on when they move", async () => {
    const guests = await twoGuests();
    players = await seatTwo(guests, await guests[0].invite({ pointsToWin: 5, twoClear: false }), { habits: CLUMSY });
    const [active, idle] = players as [Player, Player];
    idle.isIdle = true;
    await active.sees("paused", WHOLE_MATCH_MS);
    const asked = idle.status.seats[idle.seat]!;
    assert.deepEqual([asked.inactivity, asked.ready, asked.connected], ["asked", false, true]);
    assert.equal(active.status.seats[active.seat]!.inactivity, "none");
    idle.isIdle = false;
    await active.sees("over", WHOLE_MATCH_MS);
    assert.equal(active.status.endReason, "score");
    assertSane(await result(active), active);
  });

  it("has left recordings that replay to the stored results, and nothing in the log", async () => {
    assert.equal(finished.length, 4);
    assert.equal(await server.stop(), 0);
    const database = await openStorage(server.storage);
    try {
      const matches = createMatches(database.orm);
      for (const match of finished) {
        const bytes = await matches.recording(match.id);
        assert.ok(bytes !== null);
        const world = verify(decodeRecording(bytes));
        assert.deepEqual(
          world.score,
          match.players.map((one) => one.points),
        );
      }
    } finally {
      await database.close();
    }
    assert.deepEqual(
      server.lines.filter((line) => !line.startsWith("Rally is ready")),
      [],
    );
  });

  it("is not begun with somebody who has stopped waiting", async () => {
    const again = await startServer({ storage: server.storage, pace: FAST });
    try {
      const guest = await createGuest(again.url);
      let waiting = 0;
      const queued = openQueue({
        url: again.url,
        headers: { ...guest.headers },
        onWaiting: ({ people }) => (waiting = people),
        onPaired: () => assert.fail("paired with nobody"),
        onClosed: (because) => assert.fail(because),
      });
      await until(() => waiting === 1, PATIENCE_MS, "one waits");
      queued.cancel();
      let next = 0;
      const other = await createGuest(again.url);
      openQueue({
        url: again.url,
        headers: { ...other.headers },
        onWaiting: ({ people }) => (next = people),
        onPaired: () => assert.fail("paired with who has left"),
        onClosed: () => {},
      });
      await until(() => next === 1, PATIENCE_MS, "another one waits alone");
    } finally {
      await again.stop();
    }
  });
});
