// How the AI thinks, in numbers: which look is the current one, and what of it is drawn where. Of a match in virtual time.

import assert from "node:assert/strict";
import { drawSketch } from "../../../../client/playback/thoughts/draw-sketch.ts";
import { Strokes } from "../../../../client/playback/thoughts/strokes.ts";
import { circle, dashes, lengthOf } from "../../../../client/playback/thoughts/lines.ts";
import { type Mind, lookAt, readMinds, thoughtsAt } from "../../../../client/playback/thoughts/minds.ts";
import { sketchOf, strengthsOf } from "../../../../client/playback/thoughts/sketch.ts";
import { keysText, sideText } from "../../../../client/playback/thoughts/number-text.ts";
import { startTexts } from "../../../../client/platform/i18n/translate.ts";
import type { Thought } from "../../../../pong/ai/thought.ts";
import { CLASSIC, contactLine } from "../../../../pong/court.ts";
import { Key } from "../../../../pong/keys.ts";
import type { Recording } from "../../../../pong/recording.ts";
import { Evening } from "../../../support/evening.ts";
import { rowsOf } from "../../../../client/playback/thoughts/labels.ts";

const MATCH_MS = 3_600_000;
const CLOSE = 1e-9;
const BLACK = { r: 0, g: 0, b: 0 };

describe("how the AI thinks", () => {
  let recording: Recording;
  let minds: readonly Mind[];
  let thoughts: readonly Thought[];

  before(() => {
    const evening = new Evening({ pointsToWin: 3, plan: { kind: "practice", level: "gale" }, people: ["ann"] });
    evening.until("the end", () => evening.status.phase === "over", MATCH_MS);
    recording = evening.table.ended[0]!.recording;
    minds = readMinds(recording);
    const [mind] = minds;
    assert.ok(mind !== undefined && typeof mind.thoughts !== "string");
    thoughts = mind.thoughts;
  });

  it("is of the last look that is not after what is shown", () => {
    const [first, second] = [thoughts[0]!, thoughts[1]!];
    assert.equal(lookAt(thoughts, first.tick - 0.5), null);
    assert.deepEqual(thoughtsAt(minds, first.tick - 0.5), []);
    const look = lookAt(thoughts, first.tick)!;
    assert.deepEqual(
      [look.thought, look.number, look.count, look.ago, look.next],
      [first, 1, thoughts.length, 0, second.tick - first.tick],
    );
    assert.equal(lookAt(thoughts, second.tick - 0.25)!.thought, first);
    assert.deepEqual(thoughtsAt(minds, second.tick + 0.25), [second]);
    const last = lookAt(thoughts, recording.endTick + 60)!;
    assert.deepEqual([last.thought, last.number, last.next], [thoughts.at(-1), thoughts.length, null]);
  });

  it("is not told, of a match that another version played, and is nobody's where only people played", () => {
    const computers = recording.computers!.map((one) => ({ ...one, version: one.version + 1 }));
    const others = readMinds({ ...recording, computers });
    assert.deepEqual(others, [{ seat: 1, thoughts: "version" }]);
    assert.deepEqual(thoughtsAt(others, 500), []);
    const { computers: _, ...plain } = recording;
    assert.deepEqual(readMinds(plain), []);
  });

  it("draws each aim from its own line to the other one's, the better the stronger", () => {
    const [own, other] = [contactLine(CLASSIC, CLASSIC.rails[1]!), contactLine(CLASSIC, CLASSIC.rails[0]!)];
    let compared = 0;
    for (const thought of thoughts) {
      const { coming, aims, rail } = sketchOf(thought, CLASSIC);
      assert.equal(rail.seat, 1);
      assert.equal(aims.length, thought.aims.length);
      if (thought.coming === null) assert.equal(coming.length, 0);
      else assert.deepEqual([coming[0], coming.at(-1)], [ballOf(thought), { x: own, y: thought.coming.y }]);
      for (const [at, aim] of aims.entries()) {
        assert.deepEqual([aim.path[0], aim.path.at(-1)], [coming.at(-1), { x: other, y: thought.aims[at]!.y }]);
        assert.equal(aim.path.length, thought.aims[at]!.turns.length + 2);
        assert.equal(aim.number, at + 1);
        assert.ok(aim.strength >= 0 && aim.strength <= 1);
      }
      if (aims.length === 0) continue;
      compared++;
      assert.deepEqual(
        aims.filter(({ isChosen }) => isChosen).map(({ end }) => end.y),
        [thought.chosen!.y],
      );
      assert.ok(aims.some(({ strength }) => strength === 1));
    }
    assert.ok(compared > 3, `${compared} looks at a ball that comes`);
  });

  it("draws how far it goes wrong on purpose, and where its paddle can go", () => {
    for (const thought of thoughts) {
      const { error, meet, wait, rail } = sketchOf(thought, CLASSIC);
      for (const place of [meet, wait]) if (place !== null) assert.ok(place.y >= rail.minY && place.y <= rail.maxY);
      assert.equal(error === null, thought.meetY === null);
      if (error === null) continue;
      assert.ok(Math.abs(error[1].y - error[0].y - thought.error) < CLOSE);
      assert.ok(Math.abs(error[0].y - (thought.chosen?.paddleY ?? thought.coming!.y)) < CLOSE);
    }
  });

  it("makes of any thought a mesh that can be drawn", () => {
    const colors = { own: { r: 1, g: 0, b: 0.5 }, plain: { r: 1, g: 1, b: 1 } };
    for (const thought of thoughts) {
      const { positions, colors: tints, indices } = drawSketch(sketchOf(thought, CLASSIC), CLASSIC, colors);
      assert.equal(positions.length / 3, tints.length / 4);
      assert.ok([...positions, ...tints].every(Number.isFinite));
      assert.ok(indices.length > 0 && indices.every((index) => index < positions.length / 3));
    }
  });

  it("says left and right as the computer has them", async () => {
    await startTexts({ lang: "" });
    assert.deepEqual([keysText(1, Key.up), keysText(1, Key.down), keysText(1, Key.none)], ["right", "left", "release"]);
    assert.deepEqual([keysText(0, Key.up), keysText(0, Key.down)], ["left", "right"]);
    assert.equal(sideText("place", 1, 0.5, "50%"), "50% right");
    assert.equal(sideText("place", 0, 0.5, "50%"), "50% left");
  });
});

describe("lines of thoughts", () => {
  const bent = [
    { x: 0, y: 0 },
    { x: 3, y: 4 },
    { x: 6, y: 0 },
  ];

  it("are cut into dashes that go round corners and end where the line does", () => {
    const cut = dashes(bent, 2, 1);
    assert.equal(cut.length, 4);
    assert.deepEqual(cut[0]![0], bent[0]);
    assert.equal(cut[1]!.length, 2);
    for (const dash of cut.slice(0, 3)) assert.ok(Math.abs(lengthOf(dash) - 2) < CLOSE);
    assert.ok(Math.abs(lengthOf(cut[3]!) - 1) < CLOSE);
    const round = dashes(bent, 7, 1)[0]!;
    assert.deepEqual(round[1], bent[1], "the corner itself is in it");
    assert.deepEqual(dashes([bent[0]!, bent[0]!], 1, 1), []);
  });

  it("fade at their edges, and keep their width round a corner", () => {
    const { positions, colors } = new Strokes().line(bent, {
      color: { r: 1, g: 1, b: 1 },
      alpha: 0.8,
      half: 0.1,
      soft: 0.05,
    });
    const alphas = colors.filter((_, at) => at % 4 === 3);
    assert.deepEqual(alphas.slice(0, 4), [0, 0.8, 0.8, 0]);
    // At the corner the ways meet at right angles to x: across it is straight up, as long as the slant needs.
    const corner = [5, 6].map((vertex) => positions.slice(vertex * 3, vertex * 3 + 3));
    assert.deepEqual(
      corner.map(([x]) => x),
      [3, 3],
    );
    assert.ok(Math.abs(Math.abs(corner[0]![2]! - corner[1]![2]!) - 0.2 / 0.6) < CLOSE);
    assert.ok(
      new Strokes()
        .line([bent[0]!, bent[0]!], { color: BLACK, alpha: 1, half: 1, soft: 1 })
        .positions.every(Number.isFinite),
    );
  });

  it("close round what they enclose", () => {
    const ring = circle({ x: 2, y: 3 }, 0.5);
    assert.ok(ring.every(({ x, y }) => Math.abs(Math.hypot(x - 2, y - 3) - 0.5) < CLOSE));
    assert.ok(Math.hypot(ring[0]!.x - ring.at(-1)!.x, ring[0]!.y - ring.at(-1)!.y) < CLOSE);
  });

  it("have numbers that do not lie on each other", () => {
    assert.deepEqual(rowsOf([0, 0.1, 3, 0.2, 3.6], 0.5), [0, 1, 0, 2, 0]);
    assert.deepEqual(rowsOf([], 0.5), []);
  });

  it("are as strong as the chance they show, beside the best", () => {
    assert.deepEqual(strengthsOf([0.5, 0.25]), [1, 0.125]);
    assert.deepEqual(strengthsOf([0, 0]), [1, 1]);
  });
});

function ballOf({ seen }: Thought): { x: number; y: number } {
  const { x, y } = seen.balls[0]!;
  return { x, y };
}
