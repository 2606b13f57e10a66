// A match is watched over real sockets: joined late without a stall, by whom it is open to, as far as the delay lets see.

import assert from "node:assert/strict";
import { AVERAGE } from "../../../loadtest/human.ts";
import { MATCH_EVENTS } from "../../../schema/http/events.ts";
import { FactsReply } from "../../../schema/http/stats.ts";
import { MatchReply } from "../../../schema/http/matches.ts";
import { LiveReply, SpectateReply } from "../../../schema/http/spectating.ts";
import type { Clock } from "../../../sdk/ports.ts";
import { SpectateSession } from "../../../sdk/spectate-session.ts";
import { type CuttingProxy, openCuttingProxy } from "../../support/cutting-proxy.ts";
import { EventStream } from "../../support/event-stream.ts";
import { createGuest, type Guest } from "../../support/guest.ts";
import { visit } from "../../support/browser-like.ts";
import { FAST, clockOf } from "../../support/pace.ts";
import { Player } from "../../support/player.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { serverComplaints } from "../../support/server-complaints.ts";
import { until, untilFound } from "../../support/until.ts";

const PATIENCE_MS = 60_000;
const MATCH_MS = 150_000;
const DELAY_SECONDS = 8;
/** On a loaded machine, the test itself sees late what happens; the delay to the tick is feed.test.ts's. */
const SURELY_LATER_MS = DELAY_SECONDS * 1000 - 3_000;
const CLUMSY = { ...AVERAGE, aimError: 2.2 };
describe("watching a match", () => {
  let server: TestServer;
  let clock: Clock;
  const players: Player[] = [];
  const sessions: SpectateSession[] = [];
  const streams: EventStream[] = [];
  let line: CuttingProxy;
  before(async () => {
    server = await startServer({ pace: FAST });
    clock = clockOf(server.url);
  });
  afterEach(() => {
    for (const session of sessions.splice(0)) session.close();
    for (const stream of streams.splice(0)) stream.close();
    for (const player of players.splice(0)) player.quit();
    assert.deepEqual(serverComplaints(server), []);
  });
  after(async () => {
    await line?.close();
    await server.remove();
  });

  async function play(watching?: {
    isPublic: boolean;
    delaySeconds: number;
  }): Promise<{ roomId: string; guests: Guest[] }> {
    const guests = [await createGuest(server.url), await createGuest(server.url)];
    const made = await fetch(`${server.url}/api/invitations`, {
      method: "POST",
      headers: { "content-type": "application/json", ...guests[0]!.headers },
      body: JSON.stringify({
        rules: { pointsToWin: 3, twoClear: false },
        ...(watching === undefined ? {} : { watching }),
      }),
    });
    const { roomId } = (await made.json()) as { roomId: string };
    for (const [at, guest] of guests.entries())
      players.push(new Player(guest, roomId, { habits: CLUMSY, seed: at + 3 }));
    for (const player of players) await player.sees("playing");
    return { roomId, guests };
  }

  async function openStand(guest: Guest, tableId: string): Promise<Response> {
    return fetch(`${server.url}/api/live/${tableId}/watch`, { method: "POST", headers: { ...guest.headers } });
  }

  /** @param url the server's, or of a line that leads there */
  async function watch(tableId: string, url = server.url): Promise<SpectateSession> {
    const viewer = await createGuest(server.url);
    const { roomId } = SpectateReply.parse(await (await openStand(viewer, tableId)).json());
    const headers = { ...viewer.headers };
    const session = new SpectateSession({ url, headers, roomId, clock, changed: () => {}, closed: () => {} });
    sessions.push(session);
    return session;
  }

  async function live(): Promise<LiveReply["matches"]> {
    return LiveReply.parse((await visit(server.url).get("/api/live")).body).matches;
  }

  async function follow(id: string, lastId?: string): Promise<EventStream> {
    const stream = await EventStream.open(`${server.url}/api/matches/${id}/events`, lastId);
    streams.push(stream);
    return stream;
  }

  /** A stream tells the match from its beginning to its end, as its result and its facts have it. */
  async function assertTold(stream: EventStream, matchId: string): Promise<void> {
    for (const { event, data } of stream.events) MATCH_EVENTS[event as keyof typeof MATCH_EVENTS].parse(data);
    assert.deepEqual(
      stream.events.map(({ id }) => id),
      stream.events.map((_, at) => `${matchId}/${at + 1}`),
    );
    const [status, ...rest] = stream.events;
    assert.equal(MATCH_EVENTS.status.parse(status?.data).matchId, matchId);
    const facts = await untilFound(
      async () =>
        FactsReply.safeParse((await visit(server.url).get(`/api/matches/${matchId}/facts`)).body).data ?? null,
      PATIENCE_MS,
      "the facts",
    );
    const points = facts.rallies.filter(({ winner }) => winner >= 0);
    assert.deepEqual(
      stream.named("point").map((data) => [data["winner"], data["hits"], data["topSpeed"]]),
      points.map(({ winner, hits, topSpeed }) => [winner, hits.length, topSpeed]),
    );
    assert.equal(stream.named("serve").length, facts.rallies.length);
    assert.equal(rest.at(-1)?.event, "end");
    assert.deepEqual(stream.named("end")[0]?.["score"], facts.score);
  }

  it("shows all of it to who comes late or comes back, counts them, and tells the end", async () => {
    line = await openCuttingProxy(server.url);
    const { roomId } = await play({ isPublic: true, delaySeconds: 0 });
    await until(() => players[0]!.status.score.some((points) => points > 0), MATCH_MS, "a point");
    const late = await watch(roomId);
    await until(() => late.sample("side") !== null, PATIENCE_MS, "the match is seen");
    assert.equal(late.match?.matchId, players[0]!.status.matchId);
    const followed = await follow(roomId);
    const other = await watch(roomId, line.url);
    await until(() => other.spectators === 2 && players[0]!.status.watchers === 2, PATIENCE_MS, "both are counted");
    line.cut();
    await until(() => late.spectators === 1, PATIENCE_MS, "one line is cut");
    line.mend();
    await until(() => late.spectators === 2, PATIENCE_MS, "they are back by themselves");
    const [listed] = await live();
    assert.deepEqual([listed?.roomId, listed?.watchers], [roomId, 2]);
    assert.deepEqual(
      listed?.players.map(({ name }) => name),
      players[0]!.status.seats.map(({ name }) => name),
    );
    let last = -Infinity;
    const ended = until(
      () => {
        const picture = late.sample(0);
        if (picture !== null) {
          assert.ok(picture.tick >= last, "time never runs back");
          last = picture.tick;
        }
        return late.over !== null;
      },
      MATCH_MS,
      "the end is shown",
    );
    await ended;
    const { score, winner, matchId } = players[0]!.status;
    assert.deepEqual([...late.score], [...score]);
    assert.deepEqual([late.over?.winner, late.over?.matchId], [winner, matchId]);
    await until(() => (other.sample("side"), other.over !== null), PATIENCE_MS, "who came back sees the end, too");
    await followed.ended;
    await assertTold(followed, matchId);
    await untilFound(async () => ((await live()).length === 0 ? true : null), PATIENCE_MS, "it is listed no more");
  });

  /** How long after a moment it is so; never sooner than it is. */
  async function laterMs(momentMs: number, what: string, isSo: () => boolean | Promise<boolean>): Promise<number> {
    await untilFound(async () => (await isSo()) || null, PATIENCE_MS, what);
    return clock.now() - momentMs;
  }

  it("is so far behind as the players have chosen, and so is whatever else tells of it", async () => {
    const { roomId, guests } = await play({ isPublic: true, delaySeconds: DELAY_SECONDS });
    const { matchId } = players[0]!.status;
    const isPoint = () => players[0]!.status.score.some((points) => points > 0);
    const pointMs = until(isPoint, MATCH_MS, "a point").then(() => clock.now());
    const behind = await watch(roomId);
    const followed = await untilFound(() => follow(roomId).catch(() => null), PATIENCE_MS, "it is listed");
    const listed = async () => (await live()).find((one) => one.roomId === roomId);
    const isAny = (score: readonly number[] = []) => score.some((points) => points > 0);
    const point = await pointMs;
    const pointsLater = await Promise.all([
      laterMs(point, "it is shown", () => (behind.sample("side"), isAny(behind.score))),
      laterMs(point, "it is listed", async () => isAny((await listed())?.score)),
      laterMs(point, "it is told", () => followed.named("point").length > 0),
    ]);
    assert.ok(Math.min(...pointsLater) > SURELY_LATER_MS, `${pointsLater.join(", ")} ms later`);

    const toldTo = async (guest?: Guest) => {
      const answer = await visit(server.url, guest?.headers["cookie"]).get(`/api/matches/${matchId}`);
      return MatchReply.parse(answer.body).status;
    };
    players[1]!.session.ask("leave");
    await players[0]!.sees("over");
    const over = clock.now();
    await laterMs(over, "its players know", async () => (await toldTo(guests[0])) === "finished");
    const endLater = await Promise.all([
      laterMs(over, "everybody may know", async () => (await toldTo()) === "finished"),
      laterMs(
        over,
        "it may be replayed",
        async () => (await fetch(`${server.url}/api/matches/${matchId}/recording`)).status === 200,
      ),
      laterMs(over, "it is listed no more", async () => (await listed()) === undefined),
      laterMs(over, "the end is told", () => followed.named("end").length > 0),
    ]);
    assert.ok(Math.min(...endLater) > SURELY_LATER_MS, `${endLater.join(", ")} ms later`);
    await followed.ended;
  });

  it("is not open where nobody is to watch, nor to who has no name", async () => {
    const { roomId, guests } = await play();
    assert.ok((await live()).every((one) => one.roomId !== roomId));
    assert.equal((await openStand(guests[0]!, roomId)).status, 404);
    assert.equal((await openStand(guests[0]!, "nothing")).status, 404);
    assert.equal((await fetch(`${server.url}/api/live/${roomId}/watch`, { method: "POST" })).status, 401);
    for (const id of [roomId, players[0]!.status.matchId, "nothing"])
      assert.equal((await fetch(`${server.url}/api/matches/${id}/events`)).status, 404);
  });
});
