// A timeline gives the same worlds as living through the match, whenever presses come and whatever was asked before.

import assert from "node:assert/strict";
import fc from "fast-check";
import { hashWorld } from "../../pong/hash.ts";
import { type SimEvent, step } from "../../pong/step.ts";
import {
  MAX_SPECULATIVE_TICKS,
  type Press,
  type Timeline,
  confirm,
  createTimeline,
  happenedIn,
  insert,
  remove,
  resume,
  worldAt,
} from "../../pong/timeline.ts";
import { type World, cloneWorld } from "../../pong/world.ts";
import { playTestMatch } from "../support/recordings.ts";
import { createTestGame, createTestWorld } from "../support/test-world.ts";

const game = createTestGame();
const TICKS = 400;

/** A world close to its serve, so that a few hundred ticks hold a whole rally. */
function start(seed: number): World {
  return createTestWorld({ rest: 20, tick: 1000 }, seed);
}

/** Ticks from 1000 on; at most one press of a seat in a tick, so that their order can't matter. */
const someTick = fc.integer({ min: 1000, max: 999 + TICKS });
const somePresses = fc.uniqueArray(
  fc.record({ tick: someTick, seat: fc.integer({ min: 0, max: 1 }), keys: fc.integer({ min: 0, max: 3 }) }),
  { selector: (press) => `${press.tick} ${press.seat}`, maxLength: 40 },
);
const someSeed = fc.integer({ min: 0, max: 1000 });

interface Lived {
  readonly worlds: readonly World[];
  readonly happened: readonly (readonly SimEvent[])[];
}

/** Lives through it: every press in its tick, one step after the other. */
function live(from: World, presses: readonly Press[], ticks = TICKS): Lived {
  const world = cloneWorld(from);
  const worlds = [cloneWorld(world)];
  const happened: (readonly SimEvent[])[] = [];
  for (let i = 0; i < ticks; i++) {
    for (const press of presses) if (press.tick === world.tick) world.paddles[press.seat]!.keys = press.keys;
    happened.push(step(game, world));
    worlds.push(cloneWorld(world));
  }
  return { worlds, happened };
}

function assertAnswers(timeline: Timeline, lived: Lived, firstTick: number): void {
  for (let tick = timeline.confirmed.tick; tick < firstTick + TICKS; tick++) {
    const [world, expected] = [worldAt(timeline, tick), lived.worlds[tick - firstTick]!];
    if (hashWorld(world) !== hashWorld(expected)) assert.deepEqual(world, expected, `world at tick ${tick}`);
    const [happened, lately] = [happenedIn(timeline, tick), lived.happened[tick - firstTick]!];
    if (happened.length > 0 || lately.length > 0) assert.deepEqual(happened, lately, `step from tick ${tick}`);
  }
}

describe("a timeline", () => {
  it("gives the worlds of live play, in whatever order presses come and ticks are asked for", () => {
    const asked = fc.array(someTick, { maxLength: 40 });
    fc.assert(
      fc.property(someSeed, somePresses, asked, (seed, presses, ticks) => {
        const timeline = createTimeline(game, start(seed));
        for (const [i, press] of presses.entries()) {
          assert.ok(insert(timeline, press));
          if (ticks[i] !== undefined) worldAt(timeline, ticks[i]);
        }
        assertAnswers(timeline, live(start(seed), presses), 1000);
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same whether presses come late or in time", () => {
    fc.assert(
      fc.property(someSeed, somePresses, fc.array(fc.nat(15)), (seed, presses, lateness) => {
        const byTick = presses.toSorted((a, b) => a.tick - b.tick);
        const coming = byTick.map((press, i) => ({ press, at: press.tick + (lateness[i] ?? 0) }));
        const late = createTimeline(game, start(seed));
        const inTime = createTimeline(game, start(seed));
        for (const press of byTick) insert(inTime, press);
        for (let now = 1000; now < 1000 + TICKS + 16; now++) {
          for (const one of coming) if (one.at === now) assert.ok(insert(late, one.press));
          worldAt(late, now);
          confirm(late, now - 15);
        }
        confirm(inTime, 1000 + TICKS);
        confirm(late, 1000 + TICKS);
        assert.deepEqual(late.confirmed, inTime.confirmed);
      }),
      { numRuns: 60 },
    );
  });

  it("never changes an answer by confirming, and tells all that happened and was pressed, once and in order", () => {
    const steps = fc.array(fc.nat(60), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(someSeed, somePresses, steps, fc.boolean(), (seed, presses, advances, reading) => {
        const timeline = createTimeline(game, start(seed));
        for (const press of presses) insert(timeline, press);
        const lived = live(start(seed), presses);
        const told: SimEvent[] = [];
        const used: Press[] = [];
        let until = 1000;
        for (const advance of advances) {
          until = Math.min(1000 + TICKS - 1, until + advance);
          if (reading) worldAt(timeline, until + 20);
          confirm(
            timeline,
            until,
            (one) => told.push(one),
            (press) => used.push(press),
          );
          assert.equal(timeline.confirmed.tick, until);
          assertAnswers(timeline, lived, 1000);
        }
        assert.deepEqual(told, lived.happened.slice(0, until - 1000).flat());
        const expected = presses.filter((press) => press.tick < until).toSorted((a, b) => a.tick - b.tick);
        assert.deepEqual(
          used.map((press) => press.tick),
          expected.map((press) => press.tick),
        );
        assert.deepEqual(new Set(used), new Set(expected));
        assert.equal(timeline.presses.length, presses.length - used.length);
      }),
      { numRuns: 60 },
    );
  });

  it("forgets a press that is taken out again", () => {
    fc.assert(
      fc.property(someSeed, somePresses, fc.nat(), (seed, presses, pick) => {
        fc.pre(presses.length > 0);
        const timeline = createTimeline(game, start(seed));
        for (const press of presses) insert(timeline, press);
        worldAt(timeline, 1000 + TICKS - 1);
        const gone = presses[pick % presses.length]!;
        assert.ok(!remove(timeline, { ...gone }), "another one that is equal to it");
        assert.ok(remove(timeline, gone));
        assert.ok(!remove(timeline, gone));
        assertAnswers(
          timeline,
          live(
            start(seed),
            presses.filter((press) => press !== gone),
          ),
          1000,
        );
      }),
      { numRuns: 40 },
    );
  });

  it("lets the last press of a seat in one tick count", () => {
    const timeline = createTimeline(game, start(1));
    for (const keys of [1, 2, 1, 2]) insert(timeline, { tick: 1005, seat: 0, keys });
    assert.equal(worldAt(timeline, 1006).paddles[0]!.keys, 2);
    assert.ok(worldAt(timeline, 1006).paddles[0]!.y < 0);
  });

  it("refuses a press older than its keyframe and stays as it was", () => {
    const timeline = createTimeline(game, start(1));
    insert(timeline, { tick: 1010, seat: 0, keys: 1 });
    confirm(timeline, 1020);
    const before = cloneWorld(worldAt(timeline, 1100));
    assert.equal(insert(timeline, { tick: 1019, seat: 1, keys: 1 }), false);
    assert.deepEqual(worldAt(timeline, 1100), before);
    assert.equal(timeline.presses.length, 0);
    assert.equal(insert(timeline, { tick: 1020, seat: 1, keys: 1 }), true);
    assert.notDeepEqual(worldAt(timeline, 1100), before);
  });

  it("takes a copy of the world it begins with", () => {
    const world = start(1);
    const timeline = createTimeline(game, world);
    confirm(timeline, 1300);
    assert.deepEqual(world, start(1));
  });

  it("can be asked up to its limit past the keyframe and not beyond, without spoiling what it knows", () => {
    const timeline = createTimeline(game, start(3));
    const last = 1000 + MAX_SPECULATIVE_TICKS - 1;
    const lived = live(start(3), [], MAX_SPECULATIVE_TICKS);
    assert.deepEqual(worldAt(timeline, last), lived.worlds.at(-2));
    assert.deepEqual(happenedIn(timeline, last), lived.happened.at(-1));
    for (const tick of [999, last + 1, last + 7]) assert.throws(() => worldAt(timeline, tick), RangeError);
    for (const tick of [last + 1, last + 7]) assert.throws(() => happenedIn(timeline, tick), RangeError);
    assertAnswers(timeline, lived, 1000);
  });

  it("keeps answering while it goes round its worlds many times", () => {
    const { recording, worlds } = playTestMatch({ seed: 4 });
    const timeline = createTimeline(createTestGame({ pointsToWin: 3 }), worlds[0]!);
    let next = 0;
    for (let tick = 0; tick < recording.endTick; tick++) {
      for (; recording.presses[next]?.tick === tick; next++) insert(timeline, recording.presses[next]!);
      if (tick % 7 === 0) worldAt(timeline, tick + 300);
      assert.deepEqual(worldAt(timeline, tick), worlds[tick]);
      confirm(timeline, tick - 15);
    }
    assert.ok(recording.endTick > 3 * MAX_SPECULATIVE_TICKS);
  });
});

describe("a timeline with a pause", () => {
  function paused(): Timeline {
    const timeline = createTimeline(game, start(5));
    insert(timeline, { tick: 1030, seat: 0, keys: 1 });
    insert(timeline, { tick: 1060, seat: 1, keys: 2 });
    worldAt(timeline, 1100);
    timeline.end = 1050;
    return timeline;
  }

  it("stands still from its end on", () => {
    const timeline = paused();
    const atEnd = cloneWorld(worldAt(timeline, 1050));
    assert.equal(atEnd.tick, 1050);
    assert.deepEqual(worldAt(timeline, 1500), atEnd);
    assert.deepEqual(worldAt(timeline, 5000), atEnd);
    assert.deepEqual(happenedIn(timeline, 1050), []);
    const beforeServe = createTimeline(game, start(5));
    assert.equal(happenedIn(beforeServe, 1019)[0]?.kind, "serve");
    beforeServe.end = 1019;
    assert.deepEqual(happenedIn(beforeServe, 1019), []);
    confirm(timeline, 1090);
    assert.deepEqual(timeline.confirmed, atEnd);
  });

  it("goes on from the same world, with another tick and no keys held", () => {
    const timeline = paused();
    const atEnd = cloneWorld(worldAt(timeline, 1050));
    confirm(timeline, 1050);
    resume(timeline, 1200);
    const expected = { ...atEnd, tick: 1200, paddles: atEnd.paddles.map((paddle) => ({ ...paddle, keys: 0 })) };
    assert.deepEqual(timeline.confirmed, expected);
    const presses = [{ tick: 1210, seat: 1, keys: 1 }];
    for (const press of presses) assert.ok(insert(timeline, press));
    const lived = live(expected, presses);
    for (let tick = 1200; tick < 1300; tick++) assert.deepEqual(worldAt(timeline, tick), lived.worlds[tick - 1200]);
  });

  it("drops the presses of before, those that were there and those that come afterwards", () => {
    const timeline = paused();
    confirm(timeline, 1050);
    assert.equal(timeline.presses.length, 1);
    resume(timeline, 1200);
    const untouched = cloneWorld(worldAt(timeline, 1300));
    assert.equal(timeline.presses.length, 0);
    for (const tick of [1040, 1060, 1199]) assert.equal(insert(timeline, { tick, seat: 0, keys: 1 }), false);
    assert.deepEqual(worldAt(timeline, 1300), untouched);
  });
});
