// The byte messages: they come back as they went, and bytes that are none of them are refused without harm.

import assert from "node:assert/strict";
import fc from "fast-check";
import { BytesFault } from "../../pong/bytes.ts";
import { createGame } from "../../pong/games.ts";
import { createWorld } from "../../pong/world.ts";
import { decodeKeyframe, encodeKeyframe } from "../../schema/messages/keyframe.ts";
import {
  type UpMessage,
  decodeCorrection,
  decodePong,
  decodeRelay,
  encodeCorrection,
  encodePong,
  encodeRelay,
  encodeUp,
  readUp,
} from "../../schema/messages/match.ts";

/** Records like those that the decoders make. */
const PLAIN = { noNullPrototype: true } as const;

const sent = fc.integer({ min: 0, max: 65_535 });
const head = fc.record(
  {
    sent,
    heard: fc.integer({ min: 0, max: 65_535 }),
    held: fc.integer({ min: 0, max: 16_383 }),
    presses: fc.integer({ min: 0, max: 255 }),
  },
  PLAIN,
);
const tick = fc.integer({ min: 0, max: 2 ** 32 - 2 });
const press = fc.record({ tick, seat: fc.integer({ min: 0, max: 3 }), keys: fc.integer({ min: 0, max: 3 }) }, PLAIN);
const up: fc.Arbitrary<UpMessage> = fc.record(
  {
    sent,
    synced: fc.boolean(),
    answer: fc.boolean(),
    seenLate: fc.integer({ min: 0, max: 255 }),
    downMs: fc.integer({ min: 0, max: 255 }).map((half) => half * 2),
    own: fc.constantFrom(0, 1),
    keys: fc.integer({ min: 0, max: 3 }),
    tick: fc.option(tick, { nil: null }),
  },
  PLAIN,
);
const checkpoint = fc.option(fc.record({ tick, hash: fc.integer({ min: 0, max: 2 ** 32 - 1 }) }, PLAIN), { nil: null });

describe("match messages", () => {
  it("come back as they went up", () => {
    fc.assert(fc.property(up, (message) => assert.deepEqual(readUp(encodeUp(message)), message)));
  });

  it("come back as they went down", () => {
    fc.assert(
      fc.property(head, press, fc.option(tick, { nil: null }), checkpoint, (first, one, to, check) => {
        assert.deepEqual(decodePong(encodePong(first, check)), { ...first, checkpoint: check });
        assert.deepEqual(decodeRelay(encodeRelay(first, one, check)), { ...first, press: one, checkpoint: check });
        assert.deepEqual(decodeCorrection(encodeCorrection(first, to)), { ...first, to });
      }),
    );
  });

  it("take at most 8 bytes up and 12 down for a press in the first hour", () => {
    const message = { sent: 60_000, synced: true, answer: true, seenLate: 80, downMs: 60, keys: 1 };
    assert.ok(encodeUp({ ...message, own: 1, tick: 216_000 }).length <= 8);
    const first = { sent: 60_000, heard: 60_000, held: 900, presses: 200 };
    assert.ok(encodeRelay(first, { tick: 216_000, seat: 1, keys: 1 }, null).length <= 12);
  });

  it("are refused when they are any other bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const message = readUp(bytes);
        if (message !== null) assert.deepEqual(readUp(encodeUp(message)), message);
      }),
    );
  });

  it("are refused when they are cut short or run on", () => {
    fc.assert(
      fc.property(up, fc.nat(20), (message, cut) => {
        const bytes = encodeUp(message);
        if (cut < bytes.length) assert.equal(readUp(bytes.subarray(0, cut)), null);
        assert.equal(readUp(new Uint8Array([...bytes, 0])), null);
      }),
    );
  });
});

/** Of somebody who watches, plays, or plays both. */
const SEATS = [[], [0], [1], [0, 1]];

describe("a keyframe message", () => {
  it("comes back as it went", () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), fc.nat(1e6), (presses, at) => {
        const game = createGame({ pointsToWin: 3 + (at % 19), twoClear: at % 2 === 0 });
        const world = createWorld(game.court, at, at);
        const later = presses
          .map((one) => ({ ...one, tick: at + (one.tick % 1000) }))
          .toSorted((a, b) => a.tick - b.tick);
        const keyframe = {
          sentMs: at * 3,
          seats: SEATS[at % 4]!,
          epoch: 7,
          received: at % 256,
          game,
          world,
          presses: later,
        };
        assert.deepEqual(decodeKeyframe(encodeKeyframe(keyframe)), keyframe);
      }),
    );
  });

  it("is refused when it is any other bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          decodeKeyframe(bytes);
        } catch (fault) {
          assert.ok(fault instanceof BytesFault);
        }
      }),
    );
  });
});
