// Which tier a machine settles at: simulated machines whose frames take a known time at each tier.

import assert from "node:assert/strict";
import {
  createAdaptiveQuality,
  type FrameStats,
  judgeFrame,
  type AdaptiveQuality,
} from "../../../../client/game/scene/adaptive-quality.ts";

const TIERS = 8;
/** The steps that have shaders compiled: glow, shadows, reflections. */
const WITH_SHADERS = [2, 3, 4];
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long a frame takes to compute, in ms, at a tier and time. */
type Cost = (tier: number, ms: number) => number;

class SimulatedFrames {
  readonly ladder: AdaptiveQuality;
  readonly changes: { ms: number; tier: number }[] = [];
  figures: FrameStats | null = null;
  ms = 0;
  resting = true;

  constructor(start = 0, learntMs: number | null = null) {
    this.ladder = createAdaptiveQuality({
      tiers: TIERS,
      start,
      learntMs,
      needsShaders: (from, to) => WITH_SHADERS.some((step) => Math.min(from, to) < step && step <= Math.max(from, to)),
    });
  }

  /** Frames come with the screen's refreshes. */
  run(forMs: number, cost: Cost, refreshMs = 1000 / 60): this {
    for (const until = this.ms + forMs; this.ms < until;) {
      this.ms += Math.max(1, Math.ceil(cost(this.ladder.tier, this.ms) / refreshMs - 1e-9)) * refreshMs;
      this.frame();
    }
    return this;
  }

  frame(): void {
    const { tier } = this.ladder;
    this.figures = judgeFrame(this.ladder, this.ms, this.resting) ?? this.figures;
    if (this.ladder.tier !== tier) this.changes.push({ ms: this.ms, tier: this.ladder.tier });
  }
}

const fast: Cost = () => 8;
/** Too slow above tier 4, good from there on. */
const middling: Cost = (tier) => (tier < 4 ? 30 - tier * 3 : 12);

describe("the ladder of quality", () => {
  it("leaves a fast machine at the best, and says how fast it is", () => {
    const play = new SimulatedFrames().run(MINUTE, fast);
    assert.deepEqual(play.changes, []);
    assert.equal(play.figures?.slowFrames, 0);
    assert.ok(Math.abs(play.figures.frameMs - 1000 / 60) < 0.01);
  });

  it("steps down to what keeps up, and settles", () => {
    // No vertical sync, so that each step shows.
    const play = new SimulatedFrames().run(15 * SECOND, middling, 0.1);
    assert.equal(play.ladder.tier, 4);
    assert.ok(play.figures!.frameMs < 13);
  });

  it("tries what proved too heavy ever more seldom", () => {
    const play = new SimulatedFrames().run(15 * SECOND, middling, 0.1);
    const tries = (minutes: number): number => {
      const before = play.changes.length;
      play.run(minutes * MINUTE, middling, 0.1);
      return play.changes.slice(before).filter(({ tier }) => tier === 3).length;
    };
    const early = tries(10);
    const late = tries(10);
    assert.ok(early >= 1 && early <= 6, `${early} tries at first`);
    assert.ok(late < early && late <= 1, `${late} tries later`);
    assert.ok(play.changes.every(({ tier }, i) => i < 4 || tier >= 3));
  });

  it("trusts for a while what it learnt earlier, more than a guess", () => {
    const firstUp = (play: SimulatedFrames): number => play.run(3 * MINUTE, fast).changes[0]!.ms;
    const guessed = firstUp(new SimulatedFrames(3));
    const learnt = firstUp(new SimulatedFrames(3, 0));
    assert.ok(guessed > 10 * SECOND && learnt > guessed + 10 * SECOND, `${guessed} ms, ${learnt} ms`);
  });

  it("is not moved by a single long frame, nor by a hidden window", () => {
    const play = new SimulatedFrames();
    for (let i = 0; i < 20; i++) {
      play.run(3 * SECOND, fast);
      play.ms += [120, 240, 800, 30_000, 3 * MINUTE][i % 5]!;
      play.frame();
    }
    assert.deepEqual(play.changes, []);
    // A window at the back of the screen, where frames come once a second.
    play.run(MINUTE, () => 1000);
    assert.deepEqual(play.changes, []);
  });

  it("helps even a machine whose every frame is as long as a gap", () => {
    const play = new SimulatedFrames().run(MINUTE, (tier) => 600 / (1 + tier), 0.1);
    assert.equal(play.ladder.tier, TIERS - 1);
  });

  it("has shaders compiled only while the ball rests", () => {
    const play = new SimulatedFrames(1);
    play.resting = false;
    play.run(20 * SECOND, () => 24, 0.1);
    assert.deepEqual(play.changes, []);
    play.resting = true;
    play.run(100, () => 24, 0.1);
    assert.equal(play.ladder.tier, 2);
  });

  it("does not wait for a rest below 25 frames a second, and is quick", () => {
    const play = new SimulatedFrames();
    play.resting = false;
    play.run(5 * SECOND, (tier) => (tier < 4 ? 70 : 10), 0.1);
    assert.equal(play.ladder.tier, 4);
    assert.ok(play.changes.at(-1)!.ms < 3.5 * SECOND, `after ${play.changes.at(-1)!.ms} ms`);
  });

  it("forgets a step that it waits with, if all is well again", () => {
    const play = new SimulatedFrames(1);
    play.resting = false;
    play.run(3 * SECOND, () => 24, 0.1).run(3 * SECOND, fast, 0.1);
    play.resting = true;
    play.run(SECOND, fast, 0.1);
    assert.deepEqual(play.changes, []);
  });

  it("is back at the best some time after a busy moment", () => {
    const play = new SimulatedFrames().run(10 * SECOND, fast).run(4 * SECOND, () => 45);
    const lowest = play.ladder.tier;
    assert.ok(lowest >= 2, `only at ${lowest}`);
    play.run(10 * SECOND, fast);
    assert.equal(play.ladder.tier, lowest, "too soon");
    play.run(4 * MINUTE, fast);
    assert.equal(play.ladder.tier, 0);
  });

  it("gives back what brought nothing: a screen that shows 30 pictures a second", () => {
    const play = new SimulatedFrames().run(MINUTE, fast, 1000 / 30);
    assert.equal(play.ladder.tier, 0);
    const count = play.changes.length;
    play.run(10 * MINUTE, fast, 1000 / 30);
    assert.equal(play.changes.length, count, "flaps");
    // It still notices what is slower than that, and when the screen is quick again.
    play.run(10 * SECOND, (tier) => (tier < 1 ? 50 : 30), 1000 / 30);
    assert.ok(play.ladder.tier > 0);
  });

  it("draws at 50 and at 144 pictures a second as the screen wants", () => {
    for (const rate of [50, 144]) assert.deepEqual(new SimulatedFrames().run(MINUTE, () => 2, 1000 / rate).changes, []);
  });

  it("stays at the cheapest where nothing helps", () => {
    const play = new SimulatedFrames(5).run(MINUTE, () => 60, 0.1);
    assert.equal(play.ladder.tier, TIERS - 1);
    const count = play.changes.length;
    play.run(5 * MINUTE, () => 60, 0.1);
    assert.equal(play.changes.length, count);
  });
});
