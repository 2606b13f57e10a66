// Lines that break in mid-match, over real sockets: the match waits, and goes on from the tick at which it was paused, or the
// other may claim it.

import assert from "node:assert/strict";
import { AVERAGE } from "../../../loadtest/human.ts";
import type { FinishedMatch } from "../../../schema/http/matches.ts";
import type { MatchStatus } from "../../../schema/match-status.ts";
import { createGuest } from "../../support/guest.ts";
import { type MeteredLine, openMeteredLine } from "../../support/metered-line.ts";
import { FAST, clockOf } from "../../support/pace.ts";
import { Player } from "../../support/player.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { until, untilFound } from "../../support/until.ts";

const PATIENCE_MS = 60_000;
const GRACE_SECONDS = 12;
/** Misses often, so that points are made. */
const CLUMSY = { ...AVERAGE, aimError: 4 };

describe("a broken line", () => {
  let server: TestServer;
  let line: MeteredLine;
  let stayer: Player;
  let goer: Player;
  before(async () => {
    server = await startServer({
      pace: FAST,
      env: { RECONNECT_SECONDS: `${GRACE_SECONDS}`, RECONNECT_TOTAL_SECONDS: "60" },
    });
  });
  beforeEach(async () => {
    line = await openMeteredLine(server.url);
    const [host, friend] = [await createGuest(server.url), await createGuest(server.url)];
    const roomId = await host.invite({ pointsToWin: 21, twoClear: false });
    stayer = new Player(host, roomId, { habits: CLUMSY });
    goer = new Player(friend, roomId, { url: line.url, habits: CLUMSY });
    for (const player of [stayer, goer]) await player.sees("playing");
    await until(() => stayer.moments > 3, PATIENCE_MS, "a rally");
  });
  afterEach(async () => {
    stayer.quit();
    goer.quit();
    await line.close();
  });
  after(() => server.remove());

  /** The other sees why play stands still and for how long at most. */
  async function assertWaits(): Promise<MatchStatus> {
    await stayer.sees("paused");
    const { status } = stayer;
    const { graceUntilMs } = status.seats[goer.seat]!;
    const left = graceUntilMs - stayer.session.roomTimeMs();
    assert.equal(status.pausedBy, goer.seat);
    assert.ok(left > 0 && left <= GRACE_SECONDS * 1000 + 100, `${left} ms of grace left`);
    return structuredClone(status);
  }

  async function assertGoesOn(paused: MatchStatus): Promise<void> {
    for (const player of [stayer, goer]) await player.sees("playing", PATIENCE_MS);
    const { status } = stayer;
    assert.equal(status.matchId, paused.matchId);
    assert.equal(status.epoch, paused.epoch + 1);
    assert.ok(status.epochTick > paused.pauseTick);
    for (const [seat, points] of paused.score.entries()) assert.ok(status.score[seat]! >= points, "goals are kept");
    assert.deepEqual(stayer.connections, ["live"]);
    // The countdown comes before play.
    const since = stayer.phases.slice(stayer.phases.lastIndexOf("paused"));
    assert.deepEqual(since, ["paused", "countdown", "playing"]);
    const moments = goer.moments;
    await until(() => goer.moments > moments + 2, PATIENCE_MS, "the one who came back plays");
  }

  const pointsOf = ({ status }: Player): number => status.score[0]! + status.score[1]!;

  function finished(matchId: string): Promise<FinishedMatch> {
    const ask = async (): Promise<FinishedMatch | null> => {
      const reply = await stayer.guest.match(matchId);
      return reply.status === "finished" ? reply.match : null;
    };
    return untilFound(ask, PATIENCE_MS, "the match is finished in the database");
  }

  it("that is closed: paused with the grace running, and on from there when the player is back", async () => {
    line.cut();
    line.breakOff();
    const paused = await assertWaits();
    assert.equal(paused.seats[goer.seat]!.connected, false);
    line.mend();
    await assertGoesOn(paused);
    assert.deepEqual(goer.connections, ["live", "reconnecting", "live"]);
  });

  it("that goes dead without a word: the same, once it is silent for long enough", async () => {
    const clock = clockOf(server.url);
    const cutAt = clock.now();
    line.cut();
    const paused = await assertWaits();
    assert.ok(clock.now() - cutAt < 4000, "the pause comes within 4 s");
    await until(
      () => stayer.status.seats[goer.seat]!.quality === "silent",
      PATIENCE_MS,
      "the other sees who is silent",
    );
    await until(() => goer.session.connection === "reconnecting", PATIENCE_MS, "the player's side notices, too");
    line.mend();
    await assertGoesOn(paused);
  });

  it("that stays away: nobody may claim before the grace is over, then the other may", async () => {
    const { matchId } = stayer.status;
    line.cut();
    await assertWaits();
    const { graceUntilMs } = stayer.status.seats[goer.seat]!;
    stayer.session.ask("claim");
    await until(() => stayer.session.roomTimeMs() > graceUntilMs - 500, PATIENCE_MS, "the grace is nearly over");
    assert.equal(stayer.status.phase, "paused");
    await until(() => stayer.session.roomTimeMs() > graceUntilMs + 100, PATIENCE_MS, "the grace is over");
    assert.equal(stayer.status.phase, "paused", "nothing ends by itself");
    stayer.session.ask("claim");
    await stayer.sees("over");
    assert.equal(stayer.status.winner, stayer.seat);
    assert.equal(stayer.status.endReason, "claim");
    await until(() => goer.session.connection === "reconnecting", PATIENCE_MS, "the player's side notices");
    line.mend();
    await goer.sees("over");
    assert.equal(goer.status.endReason, "claim");
    await finished(matchId);
  });

  it("that stays away: whoever has waited in vain leaves with the win", async () => {
    line.cut();
    await assertWaits();
    const { graceUntilMs } = stayer.status.seats[goer.seat]!;
    await until(() => stayer.session.roomTimeMs() > graceUntilMs + 100, PATIENCE_MS, "the grace is over");
    stayer.session.ask("leave");
    await stayer.sees("over");
    assert.deepEqual([stayer.status.winner, stayer.status.endReason], [stayer.seat, "claim"]);
  });

  it("of one and then of the other: whoever went first has lost", async () => {
    await until(() => pointsOf(stayer) >= 3, PATIENCE_MS, "a match that counts");
    line.cut();
    await assertWaits();
    const { matchId } = stayer.status;
    const { seat } = stayer;
    const clock = clockOf(server.url);
    const alone = clock.now() + 6000;
    await until(() => clock.now() > alone, PATIENCE_MS, "they are waited for");
    stayer.quit();
    const match = await finished(matchId);
    assert.deepEqual([match.winner, match.endReason], [seat, "claim"]);
  });

  it("that is broken off at will: six pauses, and then play goes on without", async () => {
    const pauses = (): number => stayer.phases.filter((phase) => phase === "paused").length;
    for (let times = 1; times <= 8; times++) {
      const points = pointsOf(stayer);
      // Three in a rally are too many, too.
      await until(() => pointsOf(stayer) > points && stayer.status.phase === "playing", PATIENCE_MS, "a rally");
      const breaks = goer.connections.length;
      line.cut();
      line.breakOff();
      line.mend();
      await until(() => goer.connections.length >= breaks + 2, PATIENCE_MS, "the player is back");
      await stayer.sees("playing", PATIENCE_MS);
    }
    assert.equal(pauses(), 6);
    assert.deepEqual(stayer.connections, ["live"]);
  });

  it("of both: the match is nobody's once both graces are over", async () => {
    line.cut();
    await assertWaits();
    const { matchId } = stayer.status;
    stayer.quit();
    const match = await finished(matchId);
    assert.equal(match.endReason, "abandoned");
    assert.equal(match.winner, -1);
  });
});
