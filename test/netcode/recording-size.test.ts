// What a recording weighs: five minutes of two people who each change keys 4.5 times a second, all of it in at most 6 kB.

import assert from "node:assert/strict";
import { brotliCompressSync } from "node:zlib";
import { decodeRecording, encodeRecording } from "../../pong/recording-bytes.ts";
import { verify } from "../../pong/recording.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import { playHumanMatch } from "../support/human-match.ts";

const MINUTES = 5;
const MOST_BYTES = 6000;

describe("the recording of a five-minute match", () => {
  for (const [roundTripMs, jitterMs] of [
    [80, 20],
    [250, 30],
  ] as const) {
    it(`is at most 6 kB at ${roundTripMs} ms ± ${jitterMs}, lateness and L included`, () => {
      const recording = playHumanMatch({ roundTripMs, jitterMs }, MINUTES * 60 * TICKS_PER_SECOND);
      assert.equal(recording.endTick, MINUTES * 60 * TICKS_PER_SECOND, "a match that lasts");
      const rate = recording.presses.length / (MINUTES * 60) / 2;
      assert.ok(rate >= 4.5, `${rate} key changes/s of each player`);
      assert.ok(recording.seenLate.length > 1);
      const bytes = encodeRecording(recording);
      console.log(`      ${bytes.length} bytes, ${rate.toFixed(2)} key changes/s each`);
      assert.ok(bytes.length <= MOST_BYTES, `${bytes.length} bytes`);
      assert.ok(brotliCompressSync(bytes).length > bytes.length * 0.98, "it is compressed already");
      assert.deepEqual(decodeRecording(bytes), recording);
      verify(recording);
    });
  }
});
