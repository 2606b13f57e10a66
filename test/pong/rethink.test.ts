// Thoughts of the computer, worked out again from what is recorded: those of a match at a table in virtual time, with a pause.

import assert from "node:assert/strict";
import { rethink } from "../../pong/ai/rethink.ts";
import { fairLevel } from "../../pong/ai/fair.ts";
import { AI_LEVELS, LOOK_EVERY_TICKS } from "../../pong/ai/levels.ts";
import { type Recording, verify } from "../../pong/recording.ts";
import { decodeRecording, encodeRecording } from "../../pong/recording-bytes.ts";
import { Evening } from "../support/evening.ts";

const MATCH_MS = 3_600_000;

describe("what the computer thought", () => {
  let recording: Recording;

  before(() => {
    const evening = new Evening({
      pointsToWin: 11,
      plan: { kind: "practice", level: "nova", fair: true },
      people: ["ann"],
      line: { roundTripMs: 120, jitterMs: 20 },
    });
    evening.untilRally(2);
    evening.players[0]!.cut(true);
    evening.until("the pause", () => evening.status.phase === "paused", 3000);
    evening.time.run(2000);
    evening.players[0]!.reconnect();
    // Who leads by so much gets weaker.
    evening.idle.add(0);
    evening.until("the end", () => evening.status.phase === "over", MATCH_MS);
    // As it is stored.
    recording = decodeRecording(encodeRecording(evening.table.ended[0]!.recording));
  });

  it("comes out of a recording with the very presses that were made", () => {
    verify(recording);
    assert.equal(recording.pauses.length, 1);
    const [computer] = recording.computers!;
    const thoughts = rethink(recording, computer!);
    assert.ok(typeof thoughts !== "string", "they can be told");
    assert.equal(thoughts.length, computer!.looks.length);
    assert.ok(thoughts.length > 10);
    for (const [at, thought] of thoughts.entries()) {
      assert.equal(thought.tick, computer!.looks[at]!.tick);
      assert.equal(thought.level, AI_LEVELS[computer!.looks[at]!.level]);
      const [other, own] = thought.seen.score;
      assert.equal(thought.level, fairLevel("nova", own!, other!), "it moves with the score");
      assert.ok(thought.nextLook - thought.tick >= LOOK_EVERY_TICKS);
    }
    const made = recording.presses.filter(({ seat }) => seat === 1).length;
    assert.ok(made > 20, `${made} presses`);
    assert.ok(new Set(thoughts.map(({ level }) => level)).size > 1, "at more than one level");
  });

  it("is not told where it does not lead to what was pressed, or another version played", () => {
    const [computer] = recording.computers!;
    assert.equal(rethink(recording, { ...computer!, seed: computer!.seed ^ 1 }), "differs");
    assert.equal(rethink(recording, { ...computer!, version: computer!.version + 1 }), "version");
    assert.equal(rethink(recording, { ...computer!, seat: 3 }), "version");
    const looks = [{ tick: 1, seenTick: 0, level: 99 }];
    assert.equal(rethink(recording, { ...computer!, looks }), "version");
    assert.deepEqual(rethink(recording, { ...computer!, looks: [] }), []);
    const often = [0, LOOK_EVERY_TICKS - 1].map((tick) => ({ tick, seenTick: 0, level: 0 }));
    assert.equal(rethink(recording, { ...computer!, looks: often }), "differs");
    assert.equal(rethink(recording, { ...computer!, looks: [{ tick: 5000, seenTick: 0, level: 0 }] }), "differs");
  });

  it("costs a match without the computer no byte, and one with it a few for each look", () => {
    const { computers, ...plain } = recording;
    const looks = computers![0]!.looks.length;
    const more = encodeRecording(recording).length - encodeRecording(plain).length;
    assert.ok(more / looks < 3, `${more} bytes for ${looks} looks`);
    assert.equal(encodeRecording(plain)[0], 2);
  });
});
