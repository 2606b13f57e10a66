// A mind is held to one look a second and to people's reactions, whoever wrote it.

import assert from "node:assert/strict";
import { Attention } from "../../../loadtest/bot/attention.ts";
import type { Mind } from "../../../loadtest/bot/mind.ts";
import type { Glimpse } from "../../../pong/ai/glimpse.ts";
import type { Press } from "../../../pong/timeline.ts";
import { createTestRally } from "../../support/test-world.ts";

const world = (tick: number) => ({ ...createTestRally({ x: 0, vx: 0.2, y: 0, vy: 0.1 }, {}), tick });

function curious(presses: (seen: Glimpse) => Press[] = () => []) {
  const seen: Glimpse[] = [];
  let dropped = 0;
  const mind: Mind = {
    look(glimpse) {
      seen.push(glimpse);
      return { presses: presses(glimpse), nextLook: 0 };
    },
    drop: () => void dropped++,
  };
  return { mind, seen, dropped: () => dropped };
}

describe("a bot's attention", () => {
  it("is given one look in 60 ticks, however often it is asked for", () => {
    const { mind, seen } = curious();
    const attention = new Attention(mind, 0);
    for (let tick = 100; tick < 400; tick++) attention.look(world(tick), [], tick);
    assert.deepEqual(
      seen.map(({ now }) => now),
      [100, 160, 220, 280, 340],
    );
  });

  it("shows each press of the other once, when it is certain, and none of its own", () => {
    const { mind, seen } = curious();
    const attention = new Attention(mind, 0);
    const presses = [
      { tick: 90, seat: 1, keys: 1 },
      { tick: 95, seat: 0, keys: 2 },
      { tick: 99, seat: 1, keys: 0 },
      { tick: 100, seat: 1, keys: 2 },
      { tick: 155, seat: 1, keys: 0 },
    ];
    attention.look(world(95), presses, 100);
    attention.look(world(100), presses, 160);
    attention.look(world(215), presses, 220);
    assert.deepEqual(
      seen.map(({ theirs }) => theirs.map(({ tick }) => tick)),
      [[90], [99], [100, 155]],
    );
  });

  it("takes no press that nobody could make: too soon, out of order, of another seat, of no key", () => {
    for (const presses of [
      [{ tick: 106, seat: 0, keys: 1 }],
      [{ tick: NaN, seat: 0, keys: 1 }],
      [
        { tick: 120, seat: 0, keys: 1 },
        { tick: 119, seat: 0, keys: 0 },
      ],
      [{ tick: 120, seat: 1, keys: 1 }],
      [{ tick: 120, seat: 0, keys: 4 }],
    ]) {
      const attention = new Attention(curious(() => presses).mind, 0);
      assert.throws(() => attention.look(world(100), [], 100), Error, JSON.stringify(presses));
    }
    const fine = [{ tick: 107, seat: 0, keys: 1 }];
    assert.deepEqual(new Attention(curious(() => fine).mind, 0).look(world(100), [], 100), fine);
  });

  it("tells of a pause, after which a look comes when play goes on, but not a second one in a second", () => {
    const { mind, seen, dropped } = curious();
    const attention = new Attention(mind, 0);
    attention.look(world(100), [], 100);
    attention.goOn(130);
    assert.deepEqual([dropped(), attention.dueTick], [1, 160]);
    attention.look(world(160), [], 160);
    attention.goOn(400);
    assert.deepEqual([dropped(), attention.dueTick, seen.length], [2, 400, 2]);
  });
});
