// A recording replays to the bit, survives its bytes, and says clearly when it is not what it claims.

import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeRecording, encodeRecording } from "../../pong/recording-bytes.ts";
import { type Recording, RecordingFault, replay, verify } from "../../pong/recording.ts";
import { RULES_VERSION } from "../../pong/rules.ts";
import type { SimEvent } from "../../pong/step.ts";
import { Phase, type World, cloneWorld } from "../../pong/world.ts";
import { playTestMatch } from "../support/recordings.ts";

const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe("a recording", () => {
  it("replays the very match that was played, every world and event, pauses included", () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, pausing) => {
        const { recording, worlds, happened } = playTestMatch({ seed, pausing });
        const told: SimEvent[] = [];
        const seen = new Map<number, World>();
        const last = replay(
          recording,
          (one) => told.push(one),
          (world) => seen.set(world.tick, cloneWorld(world)),
        );
        assert.deepEqual(last, worlds.at(-1));
        assert.equal(last.phase, Phase.over);
        assert.deepEqual(told, happened);
        for (const world of worlds) assert.deepEqual(seen.get(world.tick), world);
        assert.deepEqual(verify(recording), last);
      }),
      { numRuns: 15 },
    );
  });

  it("ends alike whether it is run at once or tick by tick", () => {
    const { recording } = playTestMatch({ seed: 9, pausing: true });
    assert.ok(recording.pauses.length > 0);
    assert.deepEqual(
      cloneWorld(replay(recording)),
      replay(recording, undefined, () => {}),
    );
  });

  it("is what it was after a trip through bytes", () => {
    fc.assert(
      fc.property(
        seeds,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 3, max: 21 }),
        (seed, pausing, twoClear, pointsToWin) => {
          const { recording } = playTestMatch({ seed, pausing, rules: { twoClear, pointsToWin }, atMostTicks: 2000 });
          assert.deepEqual(decodeRecording(encodeRecording(recording)), recording);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("keeps its bytes: what is in a database must be read for ever", () => {
    const { recording } = playTestMatch({ seed: 5, pausing: true, atMostTicks: 400 });
    assert.equal(
      Buffer.from(encodeRecording(recording)).toString("base64"),
      "AgEHY2xhc3NpYwMABbsDktzCoAURBn4I3gmPJB0tpMyHblbJ79phuepoZ1SS3xWrzW/MlAOIhW/86WrGaJtTK3KSjqnRLSeIAA==",
    );
  });

  it("keeps the bytes of the computer's looks, too", () => {
    const { recording } = playTestMatch({ seed: 5, pausing: true, atMostTicks: 400 });
    const looks = [
      { tick: 0, seenTick: 0, level: 4 },
      { tick: 187, seenTick: 181, level: 4 },
      { tick: 301, seenTick: 290, level: 3 },
    ];
    const played = { ...recording, computers: [{ seat: 1, version: 1, seed: 0xfedcba98, looks }] };
    const bytes = encodeRecording(played);
    assert.equal(
      Buffer.from(bytes).toString("base64"),
      "AwEHY2xhc3NpYwMABbsDktzCoAURBn4I3gmPJB0tpMyHblbJ79phuepoZ1SS3xWrzW/MlAOIhW/86WrGaJtTK3KSjqnRLUjQWbFR5ZG3jukko3AMsmOKxCQA",
    );
    assert.deepEqual(decodeRecording(bytes), played);
    const crowd = Array.from({ length: 5 }, () => played.computers[0]!);
    assert.throws(() => decodeRecording(encodeRecording({ ...recording, computers: crowd })), RecordingFault);
  });

  it("takes few bytes: at most six a press", () => {
    const { recording } = playTestMatch({ seed: 3 });
    assert.ok(recording.presses.length > 50);
    assert.ok(encodeRecording(recording).length < 40 + 6 * recording.presses.length);
  });

  it("does not verify when a press, the seed, the rules or the end was changed", () => {
    const { recording } = playTestMatch({ seed: 21 });
    const turned = recording.presses.map((press, i) =>
      i === 3 ? { ...press, keys: press.keys === 1 ? 2 : 1 } : press,
    );
    const forgeries: Partial<Recording>[] = [
      { presses: turned },
      { seed: recording.seed + 1 },
      { rules: { pointsToWin: 4, twoClear: false } },
      { endTick: recording.endTick - 1 },
      { hash: recording.hash ^ 1 },
    ];
    for (const forgery of forgeries) {
      assert.throws(() => verify({ ...recording, ...forgery }), RecordingFault, Object.keys(forgery).join());
    }
  });

  it("of other rules or an unknown court is refused by name", () => {
    const { recording } = playTestMatch({ atMostTicks: 10 });
    assert.throws(
      () => replay({ ...recording, rulesVersion: RULES_VERSION + 1 }),
      /recorded by version 2 .*this is version 1/,
    );
    assert.throws(() => replay({ ...recording, courtId: "moon" }), /court "moon"/);
  });
});

describe("bytes that are no recording", () => {
  const whole = encodeRecording(playTestMatch({ seed: 2, pausing: true }).recording);

  /** Decodes and, when that works, verifies; the only error allowed is a RecordingFault that says something. */
  function tryOut(bytes: Uint8Array): "refused" | "read" {
    try {
      verify(decodeRecording(bytes));
      return "read";
    } catch (fault) {
      assert.ok(fault instanceof RecordingFault, String(fault));
      assert.ok(fault.message.length > 10);
      return "refused";
    }
  }

  it("are refused when cut short anywhere", () => {
    for (let length = 0; length < whole.length; length++) {
      assert.throws(() => decodeRecording(whole.subarray(0, length)), RecordingFault, `${length} bytes`);
    }
  });

  it("are refused when something is added", () => {
    assert.throws(() => decodeRecording(new Uint8Array([...whole, 0])), /more bytes than expected/);
  });

  it("are refused, or harmless, with any byte changed", () => {
    const outcomes = { refused: 0, read: 0 };
    for (let at = 0; at < whole.length; at++) {
      for (const change of [1, 0x40, 0x80, 0xff]) {
        const bytes = whole.slice();
        bytes[at]! ^= change;
        outcomes[tryOut(bytes)]++;
      }
    }
    assert.ok(outcomes.refused > outcomes.read, JSON.stringify(outcomes));
  });

  it("are refused when they are noise", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => tryOut(bytes) === "refused"),
      { numRuns: 2000 },
    );
    const noiseAfterHead = fc
      .uint8Array({ maxLength: 60 })
      .map((tail) => new Uint8Array([...whole.subarray(0, 13), ...tail]));
    fc.assert(
      fc.property(noiseAfterHead, (bytes) => tryOut(bytes) === "refused"),
      { numRuns: 2000 },
    );
  });

  it("are refused at once when they claim to last for years", () => {
    const { recording } = playTestMatch({ atMostTicks: 10 });
    assert.throws(() => decodeRecording(encodeRecording({ ...recording, endTick: 0xffffffff })), RecordingFault);
  });

  it("are refused when a press is of a seat that the court has not", () => {
    const { recording } = playTestMatch({ atMostTicks: 100 });
    const presses = [{ tick: 0, seat: 3, keys: 1, lateMs: 0 }, ...recording.presses];
    assert.equal(tryOut(encodeRecording({ ...recording, presses })), "refused");
  });
});
