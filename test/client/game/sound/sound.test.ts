// The sounds of a match as samples, rendered by the real engine in Chromium: how loud, how bright, from which side, and
// that they end. The notes they are made of: voices.test.ts.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { openSound as openSoundHere } from "../../../../client/game/sound/open-sound.ts";
import { tensionOf } from "../../../../client/game/sound/tension.ts";
import { CLASSIC } from "../../../../pong/court.ts";
import type { SimEvent } from "../../../../pong/step.ts";
import { type BorrowedBrowser, borrowChromium } from "../../../support/chromium.ts";
import { Samples } from "../../../support/samples.ts";
import type { Cue, Rendered, Situation } from "../../../support/sound-render.ts";
import { type SourceServer, openSourceServer } from "../../../support/source-server.ts";
import { rallyOf } from "../../../support/tense-rally.ts";

const START = 0.1;
const AUDIBLE = 0.001;
const HALF = 0.5;
const FULL = { master: 1, effects: 1, atmosphere: 1 };
/** Below it the limiter's last stage bends nothing. */
const UNBENT = 0.75;
/** Those without noise in them: there, a click would stand out. */
const TONAL = new Set(["serve", "matchPoint", "found", "lost"]);

const moment = (changes: Partial<SimEvent> = {}): SimEvent => {
  return { kind: "hit", at: 100, x: -9, y: 0, seat: 0, speed: CLASSIC.serveSpeed, ball: 0, ...changes };
};
const played = (changes: Partial<SimEvent> = {}, at = START): Cue => ({ at, play: moment(changes) });

/** Equal but for the last bits, in which two renderings of one sound may differ. */
function assertSame(one: number, other: number): void {
  assert.ok(Math.abs(one - other) <= other * 1e-4, `${one} and ${other}`);
}

describe("sounds in Chromium", () => {
  let browser: BorrowedBrowser | null = null;
  let sources: SourceServer;
  let page: Page;

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    sources = await openSourceServer();
    page = await browser.newPage();
    await page.goto(sources.address);
  });

  after(async () => {
    await browser?.close();
    sources?.close();
  });

  async function render(situation: Situation): Promise<{ samples: Samples; counts: Rendered }> {
    const counts = await page.evaluate(
      async ([module, what]) => {
        const { renderSound } = (await import(module)) as { renderSound: (what: Situation) => Promise<Rendered> };
        return await renderSound(what);
      },
      [`${sources.address}/test/support/sound-render.ts`, situation] as const,
    );
    return { samples: Samples.of(counts), counts };
  }
  const heard = async (cues: readonly Cue[], rest: Partial<Situation> = {}) =>
    (await render({ seconds: 1.5, ...rest, cues })).samples;

  it("are silence when nothing happens", async () => {
    const { samples, counts } = await render({ seconds: 1, cues: [{ at: 0.2, speed: CLASSIC.topSpeed }] });
    assert.equal(samples.peak, 0);
    assert.equal(counts.started, 0);
  });

  it("stay below full scale, begin without a click, and leave nothing running", async () => {
    const sounds: Cue[] = [
      ...(["hit", "wall", "serve", "goal", "over"] as const).map((kind) => played({ kind, y: 5.6 })),
      played({ kind: "goal", seat: 1, x: 10 }),
      ...(["matchPoint", "found", "won", "lost"] as const).map((announce) => ({ at: START, announce })),
    ];
    for (const cue of sounds) {
      const { samples, counts } = await render({ seconds: 4, cues: [cue] });
      const name = cue.announce ?? cue.play!.kind;
      assert.ok(samples.peak > 0.1 && samples.peak < UNBENT, `${name}: peak ${samples.peak}`);
      assert.equal(samples.part(0, START - 0.02).peak, 0, `${name}: too early`);
      if (TONAL.has(name)) assert.ok(samples.sharpest < 0.1, `${name}: clicks, ${samples.sharpest}`);
      assert.ok(samples.part(3.8, 4).peak < AUDIBLE / 10, `${name}: does not end`);
      assert.equal(counts.ended, counts.started, name);
    }
  });

  it("are quieter and darker from the far end of the table, for either seat", async () => {
    for (const seat of [0, 1]) {
      const listener = { kind: "behind", seat } as const;
      const back = seat === 0 ? -9 : 9;
      const near = await heard([played({ x: back })], { listener });
      const far = await heard([played({ x: -back })], { listener });
      assert.ok(far.loudness < near.loudness * 0.6, `${far.loudness} and ${near.loudness}`);
      assert.ok(far.brightness < near.brightness * 0.8, `${far.brightness} and ${near.brightness}`);
      // What is left of it when the hit itself is over.
      const echo = (sound: Samples) => sound.part(0.4, 0.7).loudness / sound.loudness;
      assert.ok(echo(far) > echo(near) * 1.5, `${echo(far)} and ${echo(near)}`);
    }
  });

  it("come from the side where they happened", async () => {
    const lean = async (listener: Situation["listener"], at: Partial<SimEvent>) =>
      (await heard([played(at)], { listener: listener! })).lean;
    assert.ok((await lean({ kind: "behind", seat: 0 }, { y: -4 })) > 1.5);
    assert.ok((await lean({ kind: "behind", seat: 1 }, { y: -4, x: 9 })) < 1 / 1.5);
    assert.ok((await lean({ kind: "side" }, { x: 9, y: -4 })) > 1.5);
    assert.ok((await lean({ kind: "side" }, { x: -9, y: -4 })) < 1 / 1.5);
    const middle = await lean({ kind: "behind", seat: 0 }, { y: 0 });
    assert.ok(middle > 0.9 && middle < 1.1, `${middle}`);
  });

  it("tighten with a rally, louder and brighter, and ebb away after the goal", async () => {
    const { cues, hitAt } = rallyOf(10);
    const goal = hitAt[10]! + 1;
    const { samples, counts } = await render({
      seconds: goal + 2.2,
      cues: [...cues, { at: goal, see: "goal", speed: 0 }],
    });
    const after = (hit: number) => samples.part(hitAt[hit]! + 0.1, hitAt[hit]! + 0.75);
    assert.equal(after(2).peak, 0);
    assert.ok(after(6).loudness > 10 * AUDIBLE, `${after(6).loudness}`);
    assert.ok(after(10).loudness > after(6).loudness * 1.5);
    assert.ok(after(10).brightness > after(4).brightness * 1.3);
    assert.ok(after(10).brightness < 1200, "shrill");
    assert.ok(samples.peak < UNBENT);
    assert.ok(samples.part(goal + 1, goal + 1.1).peak < after(10).peak / 50);
    assert.ok(samples.part(goal + 1.5, goal + 2.2).peak < AUDIBLE);
    assert.equal(counts.ended, counts.started);
  });

  it("pulse with the crossing of the ball", async () => {
    const { cues, hitAt } = rallyOf(10);
    const from = hitAt[10]! + 0.1;
    const last = cues.at(-1)!.speed!;
    const { counts } = await render({ seconds: from + 4, cues });
    const { counts: before } = await render({ seconds: from, cues });
    const pulses = (counts.started - before.started) / 2;
    assert.ok(Math.abs(pulses - 4 * tensionOf(10, last).pulsesPerSecond) <= 1.5, `${pulses}`);
  });

  it("ebb away by themselves when the frames stop", async () => {
    const { cues, hitAt } = rallyOf(8);
    const hidden = hitAt[8]! + 0.5;
    const { samples, counts } = await render({
      seconds: hidden + 3,
      cues: [...cues, { at: hidden, hidden: true }],
    });
    assert.ok(samples.part(hidden, hidden + 0.2).peak > 10 * AUDIBLE);
    assert.ok(samples.part(hidden + 1.3, hidden + 3).peak < AUDIBLE);
    assert.equal(counts.ended, counts.started);
  });

  it("scale with their volumes", async () => {
    const loudness = async (cues: readonly Cue[], volumes = FULL, seconds = 1) =>
      (await heard(cues, { volumes, seconds })).loudness;
    const hit = [played()];
    const share = async (volumes: typeof FULL) => (await loudness(hit, volumes)) / (await loudness(hit));
    assert.ok(Math.abs((await share({ ...FULL, master: HALF })) - HALF) < 0.02);
    assert.ok(Math.abs((await share({ ...FULL, effects: HALF })) - HALF) < 0.1);
    assertSame(await share({ ...FULL, atmosphere: 0 }), 1);
    assert.ok((await loudness(hit, { ...FULL, effects: 0 })) < AUDIBLE / 10);

    const { cues, hitAt } = rallyOf(6);
    const seconds = hitAt[6]! + 0.5;
    const rally = async (volumes = FULL) => await loudness(cues, volumes, seconds);
    const half = (await rally({ ...FULL, atmosphere: HALF })) / (await rally());
    assert.ok(Math.abs(half - HALF) < 0.1, `${half}`);
    assertSame(await rally({ ...FULL, effects: 0 }), await rally());
    assert.equal(await rally({ ...FULL, atmosphere: 0 }), 0);
  });

  it("glide to another volume and into silence", async () => {
    const { cues, hitAt } = rallyOf(8);
    const at = hitAt[8]! + 0.5;
    const loudCues = [...cues, { at, volumes: { ...FULL, master: 0.2 } }];
    const quieter = await heard(loudCues, { seconds: at + 0.8 });
    assert.ok(quieter.part(at + 0.3, at + 0.8).loudness < quieter.part(at - 0.5, at).loudness * 0.35);
    const { samples, counts } = await render({
      seconds: at + 1.5,
      cues: [...cues, { at, muted: true }, played({}, at + 0.3)],
    });
    for (const sound of [quieter, samples]) assert.ok(sound.sharpest < 0.05, `clicks: ${sound.sharpest}`);
    assert.ok(samples.part(at + 0.4, at + 1.5).peak < AUDIBLE / 10);
    assert.equal(counts.ended, counts.started);
  });

  it("do not distort at twenty hits a second, nor with eight at once", async () => {
    const row = Array.from({ length: 20 }, (_, i) => played({ at: i, y: (i % 5) - 2, speed: 0.4 }, START + i / 20));
    const rapid = await render({ seconds: 2.5, cues: row });
    assert.ok(rapid.samples.peak < UNBENT, `peak ${rapid.samples.peak}`);
    // The last is as loud as the first: nothing has piled up, nothing is pressed down.
    const [first, last] = [rapid.samples.part(START, 0.15), rapid.samples.part(1.05, 1.1)];
    assert.ok(Math.abs(last.peak / first.peak - 1) < 0.5, `${first.peak} and ${last.peak}`);

    const eight = Array.from({ length: 8 }, (_, i) => played({ at: i, y: i - 4 }));
    assert.ok((await heard(eight)).peak < 0.9);
  });

  it("are bounded in number, whatever comes", async () => {
    const flood = Array.from({ length: 100 }, (_, i) => played({ kind: "goal", seat: i % 2, at: i }));
    const { samples, counts } = await render({ seconds: 3, cues: flood });
    assert.ok(counts.most <= 40, `${counts.most} at once`);
    assert.ok(samples.peak < 0.96, `peak ${samples.peak}`);
    assert.equal(counts.ended, counts.started);
  });

  it("count down to the serve", async () => {
    const sound = await heard([{ at: START, servesIn: 3 }], { seconds: 4 });
    for (const second of [0, 1, 2]) {
      assert.ok(sound.part(START + second, START + second + 0.1).peak > 0.1, `second ${second}`);
    }
    assert.ok(sound.part(START + 3, START + 3.9).peak < 0.01);
  });

  it("tell of the end of a match once", async () => {
    const end = played({ kind: "over" });
    const once = await heard([end], { seconds: 3 });
    const twice = await heard([end, { at: START + 0.2, announce: "won" }], { seconds: 3 });
    assertSame(twice.loudness, once.loudness);
  });

  it("end at once when the sound is closed, with nothing left running", async () => {
    const { cues, hitAt } = rallyOf(8);
    const at = hitAt[8]! + 0.5;
    const { samples, counts } = await render({
      seconds: at + 0.5,
      cues: [...cues, { at: at - 0.1, announce: "lost" }, { at, close: true }],
    });
    assert.ok(samples.part(at - 0.1, at).peak > 0.01);
    assert.ok(samples.sharpest < 0.05, `clicks: ${samples.sharpest}`);
    assert.ok(samples.part(at + 0.15, at + 0.5).peak < AUDIBLE / 100);
    assert.equal(counts.ended, counts.started);
  });

  it("ask for the device at a gesture, not before, and give it back", async () => {
    const states = await page.evaluate(
      async ([module, hit]) => {
        const opened: AudioContext[] = [];
        const Real = AudioContext;
        globalThis.AudioContext = class extends Real {
          constructor(options?: AudioContextOptions) {
            super(options);
            opened.push(this);
          }
        };
        const { openSound } = (await import(module)) as { openSound: typeof openSoundHere };
        const sound = openSound();
        sound.listen({ kind: "behind", seat: 0 });
        sound.play(hit);
        sound.announce("found");
        const before = opened.length;
        sound.resume();
        sound.resume();
        const [context] = opened;
        if (context === undefined) throw new Error("no context after the gesture");
        sound.play(hit);
        sound.close();
        while (context.state !== "closed")
          await new Promise((resolve) => context.addEventListener("statechange", resolve));
        sound.resume();
        sound.play(hit);
        globalThis.AudioContext = Real;
        return { before, opened: opened.length, state: context.state };
      },
      [`${sources.address}/client/game/sound/open-sound.ts`, moment()] as const,
    );
    assert.deepEqual(states, { before: 0, opened: 1, state: "closed" });
  });
});
