// What is told of a match is what happened in it.

import assert from "node:assert/strict";
import { CLASSIC } from "../../pong/court.ts";
import { analyzeReplay, factsOf } from "../../pong/match-facts.ts";
import { NOBODY } from "../../pong/world.ts";
import { playTestMatch } from "../support/recordings.ts";

describe("the facts of a match", () => {
  const { recording, worlds, happened } = playTestMatch({ pausing: true, rules: { pointsToWin: 11 } });
  const { facts, world } = analyzeReplay(recording);
  const kinds = (kind: string) => happened.filter((one) => one.kind === kind);

  it("are its rallies, each with its hits and whose point it was", () => {
    assert.equal(facts.rallies.length, kinds("serve").length);
    assert.deepEqual(
      facts.rallies.map(({ server }) => server),
      kinds("serve").map(({ seat }) => seat),
    );
    assert.deepEqual(
      facts.rallies.map(({ winner }) => winner),
      kinds("goal").map(({ seat }) => 1 - seat),
    );
    const hits = facts.rallies.flatMap((rally) => rally.hits);
    assert.deepEqual(
      hits.map(({ seat, y, speed }) => ({ seat, y, speed })),
      kinds("hit").map(({ seat, y, speed }) => ({
        seat,
        y: Math.floor(y * 100 + 0.5) / 100,
        speed: Math.floor(speed * 600 + 0.5) / 10,
      })),
    );
    assert.deepEqual(facts.score, worlds.at(-1)!.score);
    assert.deepEqual(world, worlds.at(-1));
  });

  it("tell where on the paddle each hit was", () => {
    const half = CLASSIC.paddleHalfFace + CLASSIC.paddleRadius + CLASSIC.ballRadius;
    const offsets = facts.rallies.flatMap((rally) => rally.hits.map(({ offset }) => offset));
    assert.ok(offsets.every((offset) => Math.abs(offset) <= half));
    assert.ok(offsets.some((offset) => offset > 0.2) && offsets.some((offset) => offset < -0.2));
  });

  it("count a reaction from when the hit was shown, L after it happened", () => {
    const later = { ...recording, seenLate: [0, 1].map((seat) => ({ tick: 0, seat, quarterTicks: 24 })) };
    const atOnce = { ...recording, seenLate: [] };
    const reactions = (from: typeof recording) =>
      factsOf(from).rallies.flatMap((rally) => rally.hits.map(({ reactionMs }) => reactionMs));
    const early = reactions(atOnce);
    let compared = 0;
    for (const [at, late] of reactions(later).entries()) {
      // 24 quarter ticks are 100 ms; where the first key came within them, it was no answer to the hit.
      if (late === null || early[at] === null || early[at]! < 100) continue;
      assert.ok(Math.abs(early[at]! - late - 100) <= 1, `${early[at]} and ${late}`);
      compared++;
    }
    assert.ok(compared > 3, `only ${compared} compared`);
    assert.equal(factsOf(atOnce).rallies[0]!.hits[0]!.reactionMs, null);
  });

  it("have a last rally that nobody won where the match was cut off", () => {
    const cut = playTestMatch({ rules: { pointsToWin: 11 }, atMostTicks: worlds[0]!.balls[0]!.rest + 20 });
    const rallies = factsOf(cut.recording).rallies;
    assert.equal(rallies.length, 1);
    assert.equal(rallies[0]!.winner, NOBODY);
    assert.equal(rallies[0]!.missedAt, null);
    assert.equal(rallies[0]!.endTick, cut.recording.endTick);
  });
});
