// A thousand matches, kept as bytes, come out with the very score that they were played to.

import assert from "node:assert/strict";
import { analyzeReplay } from "../../pong/match-facts.ts";
import { decodeRecording, encodeRecording } from "../../pong/recording-bytes.ts";
import { verify } from "../../pong/recording.ts";
import { playTestMatch } from "../support/recordings.ts";

const MATCHES = 1000;

describe("a thousand recordings", () => {
  it("replay to their results", () => {
    for (let seed = 1; seed <= MATCHES; seed++) {
      const { recording, worlds } = playTestMatch({
        seed,
        pausing: seed % 3 === 0,
        rules: { pointsToWin: 3 },
      });
      const kept = decodeRecording(encodeRecording(recording));
      verify(kept);
      assert.deepEqual(analyzeReplay(kept).facts.score, worlds.at(-1)!.score, `match ${seed}`);
    }
  });
});
