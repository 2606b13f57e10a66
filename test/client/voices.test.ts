// What moments sound like: as numbers, since nobody listens here.

import assert from "node:assert/strict";
import { voicesOf } from "../../client/sound/voices.ts";
import { screenRight } from "../../client/scene/camera.ts";
import { CLASSIC } from "../../pong/court.ts";
import type { Happening } from "../../pong/step.ts";

const moment = (changes: Partial<Happening>): Happening => {
  return { kind: "hit", at: 0, x: 0, y: 0, seat: 0, speed: CLASSIC.serveSpeed, ...changes };
};
const first = (changes: Partial<Happening>, seat = 0) => {
  const [note] = voicesOf(moment(changes), seat);
  assert.ok(note);
  return note;
};

describe("voices", () => {
  it("sound on the side where it happened, from either seat", () => {
    for (const seat of [0, 1]) assert.ok(first({ y: screenRight(seat) * 4 }, seat).pan > 0.3);
  });

  it("rise with the speed of a hit", () => {
    assert.ok(first({ speed: CLASSIC.topSpeed }).from > first({}).from * 1.3);
  });

  it("tell a goal won from a goal lost", () => {
    assert.notDeepEqual(voicesOf(moment({ kind: "goal" }), 0), voicesOf(moment({ kind: "goal" }), 1));
  });

  it("exist for everything that happens, and can be played", () => {
    for (const kind of ["serve", "hit", "wall", "goal", "over"] as const) {
      for (const seat of [0, 1]) {
        const notes = voicesOf(moment({ kind, y: 5.69, speed: CLASSIC.topSpeed }), seat);
        assert.ok(notes.length > 0);
        for (const note of notes) {
          assert.ok(note.from > 20 && note.to > 20 && note.loud > 0 && note.loud <= 1 && note.seconds > 0);
          assert.ok(Math.abs(note.pan) <= 1);
        }
      }
    }
  });
});
