// What moments sound like: as numbers, since nobody listens here. As samples: sound.test.ts.

import assert from "node:assert/strict";
import { ANNOUNCEMENTS, COUNT, isCounted } from "../../../../client/game/sound/announcements.ts";
import { type Listener, placeOf } from "../../../../client/game/sound/listener.ts";
import type { Note } from "../../../../client/game/sound/note.ts";
import { openSound } from "../../../../client/game/sound/open-sound.ts";
import { RallyTension, tensionOf } from "../../../../client/game/sound/tension.ts";
import { voicesOf } from "../../../../client/game/sound/voices.ts";
import { paddleWay } from "../../../../client/game/input/aim.ts";
import { CLASSIC } from "../../../../pong/court.ts";
import type { SimEvent } from "../../../../pong/step.ts";
import { restingState } from "../../../../client/game/match/table-loop.ts";

const SIDE: Listener = { kind: "side" };
const behind = (seat: number): Listener => ({ kind: "behind", seat });
const moment = (changes: Partial<SimEvent>): SimEvent => {
  return { kind: "hit", at: 0, x: -9, y: 0, seat: 0, speed: CLASSIC.serveSpeed, ball: 0, ...changes };
};
const first = (changes: Partial<SimEvent>, listener = behind(0)) => {
  const [note] = voicesOf(moment(changes), listener);
  assert.ok(note);
  return note;
};
const picture = (...kinds: SimEvent["kind"][]) => ({
  ...restingState(CLASSIC),
  balls: [{ x: 0, y: 0, tick: 0, flying: kinds.at(-1) !== "goal", speed: 0.3, beyond: null }],
  moments: kinds.map((kind) => moment({ kind })),
});

function assertPlayable(notes: readonly Note[]): void {
  assert.ok(notes.length > 0);
  for (const { from, to, loud, attack, seconds, after, pan, cut, wet } of notes) {
    assert.ok(from > 20 && to > 20 && cut > 100 && loud > 0 && loud <= 1);
    assert.ok(after >= 0 && attack > 0 && attack < seconds && seconds < 2);
    assert.ok(Math.abs(pan) <= 1 && wet >= 0 && wet <= 1);
  }
}

describe("voices", () => {
  it("sound on the side where it happened, from either seat", () => {
    const box = { left: 0, top: 0, width: 1280, height: 720 };
    for (const seat of [0, 1]) {
      const { sign } = paddleWay({ court: CLASSIC, seat, view: "behind", box });
      assert.ok(first({ y: sign * 4 }, behind(seat)).pan > 0.3);
    }
  });

  it("sound from left to right along the table for who sits beside it", () => {
    assert.ok(first({ x: -9, y: 4 }, SIDE).pan < -0.5);
    assert.ok(first({ x: 9, y: 4 }, SIDE).pan > 0.5);
    assert.equal(first({ x: 9 }, SIDE).loud, first({ x: -9 }, SIDE).loud);
  });

  it("are quieter, darker and more in the room the farther away it happened", () => {
    for (const seat of [0, 1]) {
      const { facing } = CLASSIC.rails[seat]!;
      const near = first({ x: -facing * 9 }, behind(seat));
      const far = first({ x: facing * 9 }, behind(seat));
      assert.ok(far.loud < near.loud * 0.6 && far.cut < near.cut / 4 && far.wet > near.wet * 3);
      assert.ok(placeOf(behind(seat), { x: facing * 20, y: 0 }).distance <= 1);
    }
  });

  it("rise with the speed of a hit", () => {
    assert.ok(first({ speed: CLASSIC.topSpeed }).from > first({}).from * 1.3);
  });

  it("differ a little from hit to hit, and are the same for the same hit", () => {
    assert.notEqual(first({ at: 100 }).from, first({ at: 161 }).from);
    assert.deepEqual(voicesOf(moment({ at: 100 }), SIDE), voicesOf(moment({ at: 100 }), SIDE));
  });

  it("tell a goal won from a goal lost, and neither is a loss beside the table", () => {
    const goal = (seat: number, listener: Listener) => voicesOf(moment({ kind: "goal", seat }), listener);
    assert.notDeepEqual(goal(0, behind(0)), goal(1, behind(0)));
    assert.deepEqual(goal(0, SIDE), goal(1, SIDE));
    assert.equal(goal(0, SIDE).length, goal(1, behind(0)).length);
  });

  it("exist for everything that happens or is announced, and can be played", () => {
    for (const kind of ["serve", "hit", "wall", "goal", "over"] as const) {
      for (const listener of [behind(0), behind(1), SIDE]) {
        assertPlayable(voicesOf(moment({ kind, y: 5.69, speed: CLASSIC.topSpeed }), listener));
      }
    }
    for (const notes of [...Object.values(ANNOUNCEMENTS), COUNT]) assertPlayable(notes);
  });
});

describe("the countdown", () => {
  const ticksOf = (...seconds: number[]) => seconds.slice(1).filter((now, i) => isCounted(seconds[i]!, now)).length;

  it("ticks at three, two and one", () => {
    assert.equal(ticksOf(0, 3, 2.98, 2.5, 2.01, 1.99, 1.5, 1, 0.98, 0.5, 0.01, 0, 0), 3);
  });

  it("ticks once in the short rest after a goal", () => {
    assert.equal(ticksOf(0, 1.5, 1.2, 1.01, 0.99, 0.5, 0), 1);
  });
});

describe("tension", () => {
  it("is none at the first hits, is plain at the sixth, and grows with length and speed", () => {
    assert.equal(tensionOf(2, CLASSIC.topSpeed).level, 0);
    assert.ok(tensionOf(6, CLASSIC.serveSpeed).level > 0.3);
    assert.ok(tensionOf(10, 0.3).level > tensionOf(6, 0.3).level * 1.5);
    assert.ok(tensionOf(10, 0.4).level > tensionOf(10, 0.2).level);
    assert.ok(tensionOf(99, 9).level <= 1);
  });

  it("beats as often in a crossing however fast the ball", () => {
    assert.ok(Math.abs(tensionOf(9, 0.4).pulsesPerSecond / tensionOf(9, 0.2).pulsesPerSecond - 2) < 1e-9);
  });

  it("follows the pictures of a rally and ends with the goal", () => {
    const rally = new RallyTension();
    rally.see(picture("serve"));
    for (let i = 0; i < 8; i++) rally.see(picture("hit", "wall"));
    assert.ok(rally.see(picture()).level > 0.5);
    assert.equal(rally.see(picture("goal")).level, 0);
    assert.equal(rally.see(picture("serve")).level, 0);
  });

  it("is calm while a pause holds the ball in the air, and comes back with the hits it had", () => {
    const rally = new RallyTension();
    for (let i = 0; i < 8; i++) rally.see(picture("hit"));
    for (let i = 0; i < 20; i++) rally.see(picture());
    assert.equal(rally.see(picture()).level, 0);
    const moved = picture();
    moved.balls[0]!.x = 1;
    assert.ok(rally.see(moved).level > 0.5);
  });
});

describe("sound", () => {
  it("is silence where there is no AudioContext", () => {
    assert.equal(typeof AudioContext, "undefined");
    const sound = openSound();
    sound.listen(SIDE);
    sound.resume();
    sound.play(moment({}));
    sound.follow(picture("hit"));
    sound.announce("won");
    sound.volumes = { master: 0.5, effects: 1, atmosphere: 1 };
    sound.muted = true;
    sound.close();
    sound.resume();
    assert.equal(sound.volumes.master, 0.5);
    assert.equal(sound.muted, true);
  });
});
