// The events of a match are what its recording tells, however they are asked for, and none is younger than the delay.

import assert from "node:assert/strict";
import { factsOf } from "../../../pong/match-facts.ts";
import { MatchEvents } from "../../../rooms/spectate/match-events.ts";
import { MATCH_EVENTS, type MatchEvent } from "../../../schema/http/events.ts";
import { tickAt } from "../../../schema/timing.ts";
import { Evening } from "../../support/evening.ts";

const HOUR_MS = 3_600_000;
const DELAY_SECONDS = 4;

class FollowedEvening {
  readonly evening = new Evening({ pointsToWin: 3 });
  readonly events: MatchEvents;
  readonly told: MatchEvent[] = [];

  constructor(delaySeconds: number) {
    const { table, time } = this.evening;
    this.events = new MatchEvents({ matchViews: table.core.matchViews, nowMs: () => time.nowMs }, delaySeconds);
  }

  get matchId(): string {
    return this.evening.status.matchId;
  }

  /** Asks again and again, as long as the match is not over. */
  untilOver(matchId: string, everyMs: number, check: (event: MatchEvent) => void = () => {}): void {
    const { time } = this.evening;
    const end = time.nowMs + HOUR_MS;
    for (let isOver = false; !isOver;) {
      assert.ok(time.nowMs < end, "the match ends");
      time.run(everyMs);
      const since = this.events.since(matchId, this.told.length)!;
      for (const event of since.events) check(event);
      this.told.push(...since.events);
      isOver = since.isOver;
    }
  }
}

describe("the events of a match", () => {
  it("are its rallies, in order, as its facts have them", () => {
    const followed = new FollowedEvening(0);
    followed.evening.untilRally(1);
    followed.evening.players[0]!.cut();
    followed.evening.until("the pause", () => followed.evening.status.phase === "paused", 3000);
    followed.untilOver(followed.matchId, 500);
    const ended = followed.evening.table.ended[0]!;
    const { rallies, score } = factsOf(ended.recording);
    const { told } = followed;
    for (const { kind, data } of told) assert.deepEqual(MATCH_EVENTS[kind].parse(data), data);
    assert.deepEqual(
      told.map(({ kind }) => kind),
      ["status", ...rallies.flatMap(({ winner }) => (winner < 0 ? ["serve"] : ["serve", "point"])), "end"],
    );
    const points = told.flatMap((event) => (event.kind === "point" ? [event.data] : []));
    assert.deepEqual(
      points.map(({ winner, hits, topSpeed }) => ({ winner, hits, topSpeed })),
      rallies
        .filter(({ winner }) => winner >= 0)
        .map(({ winner, hits, topSpeed }) => ({ winner, hits: hits.length, topSpeed })),
    );
    const last = told.at(-1)!;
    assert.ok(last.kind === "end");
    assert.deepEqual([last.data.winner, last.data.endReason, last.data.score], [ended.winner, ended.endReason, score]);
  });

  it("are the same when they are asked for late, all at once", () => {
    const followed = new FollowedEvening(0);
    const late = new FollowedEvening(0);
    followed.evening.untilRally(0);
    followed.untilOver(followed.matchId, 500);
    late.evening.until("the end", () => late.evening.table.ended.length > 0, HOUR_MS);
    late.untilOver(late.matchId, 500);
    assert.deepEqual(late.told, followed.told);
  });

  it("are none that is younger than the delay, and the end comes no sooner", () => {
    const followed = new FollowedEvening(DELAY_SECONDS);
    const { time, table } = followed.evening;
    followed.evening.untilRally(0);
    followed.untilOver(followed.matchId, 100, ({ kind, data }) => {
      if (kind === "status") return;
      const passed = (tickAt(time.nowMs) - table.core.matchViews[0]!.startTick) / 60;
      assert.ok(data.seconds <= passed - DELAY_SECONDS + 0.01, `${kind} of ${data.seconds} s after ${passed} s`);
      if (kind === "end") assert.ok(time.nowMs >= table.ended[0]!.endedMs + (DELAY_SECONDS - 0.5) * 1000);
    });
  });

  it("are of the match that is asked for, the next one's after a rematch, and of no other table's", () => {
    const followed = new FollowedEvening(0);
    followed.evening.untilRally(0);
    const first = followed.matchId;
    followed.untilOver(first, 500);
    for (const player of followed.evening.players) player.session.ask("rematch");
    followed.evening.until("the rematch", () => followed.matchId !== first, 60_000);
    followed.told.length = 0;
    const second = followed.matchId;
    followed.untilOver(second, 500);
    assert.equal(followed.told[0]?.kind === "status" && followed.told[0].data.matchId, second);
    assert.deepEqual(followed.events.since(first, 0)?.isOver, true);
    assert.equal(followed.events.since("another", 0), null);
  });
});
