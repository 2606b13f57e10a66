// A film shows what was so, as each player saw it, wherever one looks, in whatever order, however it came to be this long.

import assert from "node:assert/strict";
import { replay, type Recording } from "../../pong/recording.ts";
import type { SimEvent } from "../../pong/step.ts";
import { NOBODY } from "../../pong/world.ts";
import { factsOf } from "../../pong/match-facts.ts";
import { frameOf } from "../support/frames.ts";
import { RecordedMatch } from "../../loadtest/recorded-match.ts";
import { tickAt } from "../../schema/timing.ts";
import { type Film, type FilmView, openFilm } from "../../sdk/film.ts";
import { latenessThen } from "../../sdk/render-delay.ts";
import { Evening } from "../support/evening.ts";
import { createDice, roll } from "../support/random-play.ts";
import { playTestMatch } from "../support/recordings.ts";

const VIEWS: readonly FilmView[] = [0, 1, "side"];

function pictureOf(film: Film, tick: number, view: FilmView) {
  const picture = structuredClone(film.renderStateAt(tick, view));
  return { ...picture, moments: [] };
}

/** Every so many ticks; what comes into view on the way. */
function momentsOf(film: Film, view: FilmView, step: number): SimEvent[] {
  const seen: SimEvent[] = [];
  const end = film.clock.length + 60;
  for (let shown = 0; shown <= end; shown += step) {
    seen.push(...film.renderStateAt(film.clock.tickAt(shown), view).moments);
  }
  return seen;
}

/** As a watcher gets it: so many ticks at a time. */
function pieces(recording: Recording, ticks: number) {
  const since = (from: number, until: number) => ({
    presses: recording.presses.filter(({ tick }) => tick >= from && tick < until),
    seenLate: recording.seenLate.filter(({ tick }) => tick >= from && tick < until),
    pauses: recording.pauses.filter((pause) => pause.until > from && pause.until <= until),
    endTick: until,
  });
  const cuts: number[] = [];
  const isPaused = (tick: number): boolean => recording.pauses.some(({ at, until }) => tick > at && tick < until);
  for (let at = ticks; at < recording.endTick; at += ticks) if (!isPaused(at)) cuts.push(at);
  cuts.push(recording.endTick);
  return cuts.map((until, index) => since(cuts[index - 1] ?? 0, until));
}

describe("a film", () => {
  it("shows from the side what was so, at any tick in any order", () => {
    const { recording } = playTestMatch({ seed: 3, pausing: true });
    const film = openFilm(recording);
    const truth = new RecordedMatch(recording, 0);
    const dice = createDice(1);
    for (let i = 0; i < 3000; i++) {
      const tick = roll(dice, recording.endTick * 8) / 8;
      if (film.pauseAt(Math.floor(tick)) !== null || film.pauseAt(Math.ceil(tick)) !== null) continue;
      const picture = film.renderStateAt(tick, "side");
      const was = truth.ball(tick);
      assert.ok(Math.hypot(was.x - picture.balls[0]!.x, was.y - picture.balls[0]!.y) < 1e-9, `ball at ${tick}`);
      for (const { seat, y } of picture.paddles) assert.ok(Math.abs(truth.paddle(seat, tick) - y) < 1e-9);
    }
  });

  it("shows the same whichever way one comes to a tick, and however it has grown", () => {
    const { recording } = playTestMatch({ seed: 4, pausing: true, rules: { pointsToWin: 5 } });
    const whole = openFilm(recording);
    const [first, ...rest] = pieces(recording, 97);
    const grown = openFilm({ ...recording, ...first! });
    for (const piece of rest) grown.append(piece);
    const forward = new Map<string, unknown>();
    for (const view of VIEWS) {
      for (let tick = 0; tick <= recording.endTick; tick += 3.7) {
        forward.set(`${view} ${tick}`, pictureOf(whole, tick, view));
        assert.deepEqual(pictureOf(grown, tick, view), forward.get(`${view} ${tick}`));
      }
    }
    for (const [place, shown] of [...forward].toReversed()) {
      const [view, tick] = place.split(" ");
      assert.deepEqual(pictureOf(whole, Number(tick), view === "side" ? view : (Number(view) as 0 | 1)), shown, place);
    }
    assert.deepEqual(grown.marks.rallies, whole.marks.rallies);
  });

  it("lets everything come into view once when it is played forward, at any speed", () => {
    const { recording, happened } = playTestMatch({ seed: 6, pausing: true });
    for (const view of VIEWS) {
      for (const step of [0.25, 1, 4]) assert.deepEqual(momentsOf(openFilm(recording), view, step), happened);
    }
    const film = openFilm(recording);
    film.renderStateAt(film.endTick, "side");
    assert.deepEqual(film.renderStateAt(0, "side").moments, [], "a jump is no news");
    assert.deepEqual(film.renderStateAt(film.endTick, "side").moments, []);
  });

  it("shows through either player's eyes what they were shown", () => {
    const evening = new Evening({ pointsToWin: 5 });
    evening.until("the end", () => evening.table.ended.length > 0, 600_000);
    evening.time.run(500);
    const { recording, startedMs } = evening.table.ended[0]!;
    const film = openFilm(recording);
    const startTick = Math.round(tickAt(startedMs));
    // L is recorded in quarters of a tick, and on its way every second at least.
    const most = 0.75;
    let compared = 0;
    for (const [seat, frames] of evening.frames.entries()) {
      for (const frame of frames) {
        const tick = frame.tick - startTick;
        if (tick < 60 || tick > recording.endTick) continue;
        const shown = frameOf(film.renderStateAt(tick, seat as 0 | 1), 0);
        compared++;
        const where = `seat ${seat}, tick ${tick}`;
        assert.ok(Math.abs(shown.ball.tick + startTick - frame.ball.tick) < most, `${where}: ball's time`);
        assert.ok(Math.abs(shown.paddles[seat]!.y - frame.paddles[seat]!.y) < 1e-9, `${where}: own paddle`);
        const other = Math.abs(shown.paddles[1 - seat]!.tick + startTick - frame.paddles[1 - seat]!.tick);
        assert.ok(other < most, `${where}: the other's time is off by ${other}`);
      }
    }
    assert.ok(compared > 2000, `${compared} frames`);
  });

  it("marks the rallies", () => {
    const { recording } = playTestMatch({ seed: 8, rules: { pointsToWin: 5 } });
    const { marks } = openFilm(recording);
    const { rallies } = factsOf(recording);
    assert.deepEqual(
      marks.rallies.map(({ endTick, server, hits, scorer }) => ({ endTick, server, hits, scorer })),
      rallies.map(({ endTick, server, hits, winner }) => ({ endTick, server, hits: hits.length, scorer: winner })),
    );
    assert.equal(marks.longest!.hits, Math.max(...rallies.map(({ hits }) => hits.length)));
    assert.deepEqual(marks.rallies.at(-1)!.score, replay(recording).score);
    const [first, second] = marks.rallies;
    assert.deepEqual(marks.scoreAt(first!.endTick - 1), [0, 0]);
    assert.deepEqual(marks.scoreAt(first!.endTick), first!.score);
    assert.deepEqual(marks.scoreAt(second!.endTick - 1), first!.score);
    assert.equal(marks.indexAt(0), -1);
    assert.notEqual(first!.scorer, NOBODY);
  });

  it("cuts pauses down to a second", () => {
    const { recording } = playTestMatch({ seed: 11, atMostTicks: 50 });
    const pauses = [
      { at: 100, until: 1900 },
      { at: 2000, until: 2030 },
    ];
    const { clock } = openFilm({ ...recording, pauses, endTick: 2100 });
    assert.equal(clock.length, 2100 - 1740);
    for (const [tick, shown] of [
      [100, 100],
      [160, 160],
      [1000, 160],
      [1900, 160],
      [1901, 161],
      [2030, 290],
    ] as const) {
      assert.equal(clock.shownAt(tick), shown);
    }
    for (let shown = 0; shown <= clock.length; shown += 0.5) assert.equal(clock.shownAt(clock.tickAt(shown)), shown);
    assert.equal(clock.pauseAt(99), null);
    assert.deepEqual(clock.pauseAt(1899), pauses[0]);
    assert.equal(clock.pauseAt(1900), null);
  });

  it("lets lateness glide to what was noted, as it did", () => {
    const notes = [
      { tick: 100, seat: 0, quarterTicks: 16 },
      { tick: 200, seat: 0, quarterTicks: 20 },
    ];
    assert.equal(latenessThen([], 5), 0);
    assert.deepEqual(
      [0, 100, 179, 190, 200, 900].map((tick) => latenessThen(notes, tick)),
      [4, 4, 4, 4.5, 5, 5],
    );
  });
});
