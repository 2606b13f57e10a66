// What a player's side makes of a match and what the table makes of it are the same, whatever is pressed and whatever the line does;
// and where a fault had them differ, it is found and healed.

import assert from "node:assert/strict";
import fc from "fast-check";
import { createGame } from "../../pong/games.ts";
import { ALL_KEYS } from "../../pong/keys.ts";
import { CLASSIC } from "../../pong/court.ts";
import { draw } from "../../pong/random.ts";
import type { Frame } from "../../loadtest/frames.ts";
import { RecordedMatch } from "../../loadtest/recorded-match.ts";
import { Down, decodePong, decodeRelay } from "../../schema/messages/match.ts";
import { tickAt } from "../../schema/timing.ts";
import { Evening } from "../support/evening.ts";
import { type SimulatedPlayer, SimulatedTable } from "../support/simulated-table.ts";
import type { LineQuality } from "../support/way.ts";
import { VirtualTime } from "../support/virtual-time.ts";

const TIMES = { reconnectMs: 30_000, reconnectTotalMs: 600_000 };
const PLAY_MS = 25_000;
/** Three checkpoints, and the way there. */
const SETTLED_MS = 9000;

type Accident =
  | { readonly kind: "jump"; readonly atMs: number; readonly player: number; readonly byMs: number }
  | { readonly kind: "cut" | "reconnect"; readonly atMs: number; readonly player: number };

const line: fc.Arbitrary<LineQuality> = fc.record({
  roundTripMs: fc.integer({ min: 2, max: 500 }),
  jitterMs: fc.integer({ min: 0, max: 150 }),
  stallShare: fc.constantFrom(0, 0.01, 0.1),
  stallMs: fc.integer({ min: 0, max: 700 }),
});
const someMs = fc.integer({ min: 4000, max: PLAY_MS });
const somebody = fc.integer({ min: 0, max: 1 });
const accident: fc.Arbitrary<Accident> = fc.oneof(
  fc.record({
    kind: fc.constant("jump" as const),
    atMs: someMs,
    player: somebody,
    byMs: fc.constantFrom(-400, -120, -20, 20, 120, 400),
  }),
  fc.record({ kind: fc.constantFrom("cut" as const, "reconnect" as const), atMs: someMs, player: somebody }),
);

/** Presses keys without any sense, several in a tick at times, until `untilMs`. */
function fumble(time: VirtualTime, { session }: SimulatedPlayer, seed: number, untilMs: number): void {
  let random = seed;
  const chance = (): number => {
    const drawn = draw(random);
    random = drawn.state;
    return drawn.value;
  };
  const next = (): void => {
    if (time.nowMs > untilMs) return session.hold(0);
    session.hold(Math.floor(chance() * (ALL_KEYS + 1)));
    // Bursts of a few within a tick, and rests.
    time.at(time.nowMs + (chance() < 0.6 ? chance() * 12 : chance() * 400), next);
  };
  next();
}

/** How many worlds of this player were held against the table's. */
function countCheckpoints(player: SimulatedPlayer): () => number {
  let count = 0;
  player.onReceived = (type, bytes) => {
    const checkpoint =
      type === Down.pong ? decodePong(bytes).checkpoint : type === Down.relay ? decodeRelay(bytes).checkpoint : null;
    if (checkpoint !== null) count++;
  };
  return () => count;
}

describe("the two sides of a match", () => {
  it("never differ, whatever is pressed, whatever the line does, and if a clock jumps", () => {
    let checked = 0;
    const accidents = fc.array(accident, { maxLength: 6 });
    fc.assert(
      fc.property(line, line, fc.nat(), accidents, (left, right, seed, happens) => {
        const time = new VirtualTime();
        const table = new SimulatedTable(time, createGame({ pointsToWin: 21, twoClear: false }), seed, TIMES);
        table.timersLateMs = seed % 40;
        const players = [left, right].map((quality, at) => table.join(`player ${at}`, quality, at * 777.7));
        const counts = players.map(countCheckpoints);
        for (const [at, one] of players.entries()) {
          time.every(1000 / 60, () => one.session.sample());
          fumble(time, one, seed + at, PLAY_MS);
        }
        for (const what of happens) {
          time.at(what.atMs, () => {
            const one = players[what.player]!;
            if (what.kind === "jump") one.clockAheadMs += what.byMs;
            else if (what.kind === "cut") one.cut();
            else one.reconnect();
          });
        }
        time.run(PLAY_MS + SETTLED_MS);
        assert.equal(table.divergences, 0);
        for (const count of counts) checked += count();
      }),
      { numRuns: 40 },
    );
    assert.ok(checked > 40 * 2 * 4, `${checked} worlds were compared`);
  });

  it("are one again within 5 s when one was spoilt, without a jump", () => {
    const evening = new Evening();
    evening.untilRally();
    const [ann] = evening.players as [SimulatedPlayer, SimulatedPlayer];
    const { confirmed } = ann.session.timeline!;
    confirmed.balls[0]!.y = -confirmed.balls[0]!.y - 3;
    confirmed.paddles[1]!.y += 4;
    ann.session.timeline!.speculatedUntil = confirmed.tick;
    evening.until("the fault is found", () => evening.table.divergences > 0, 5000);
    const foundMs = evening.time.nowMs;
    evening.until("the end", () => evening.status.phase === "over", 3_600_000);
    assert.equal(evening.table.divergences, 1, "it was healed at once");
    assert.deepEqual(evening.backwards, []);

    const [ended] = evening.table.ended;
    const match = new RecordedMatch(ended!.recording, Math.round(tickAt(ended!.startedMs)));
    const frames = evening.frames[0]!.filter(
      ({ atMs, ball }) => atMs >= foundMs + 200 && ball.tick < match.startTick + match.lastTick,
    );
    const most = 0.02 * 2 * CLASSIC.halfLength;
    let before: Frame | null = null;
    for (const frame of frames) {
      const [off, was] = [offBy(match, frame), before === null ? null : offBy(match, before)];
      before = frame;
      if (was === null) continue;
      assert.ok(Math.hypot(off.x - was.x, off.y - was.y) <= most, `the ball jumps at ${frame.atMs - foundMs} ms`);
      for (const [seat, y] of off.paddles.entries())
        assert.ok(Math.abs(y - was.paddles[seat]!) <= most, `paddle ${seat} jumps at ${frame.atMs - foundMs} ms`);
    }
    const late = frames.filter(({ atMs }) => atMs > foundMs + 1500).map((frame) => offBy(match, frame));
    assert.ok(late.length > 100);
    for (const { x, y } of late) assert.ok(Math.hypot(x, y) < 1e-6, "what is drawn is true again");
  });
});

/** How far what is drawn is from what was so. */
function offBy(match: RecordedMatch, { ball, paddles }: Frame) {
  const was = match.ball(ball.tick);
  return {
    x: ball.x - was.x,
    y: ball.y - was.y,
    paddles: paddles.map(({ tick, y }, seat) => y - match.paddle(seat, tick)),
  };
}
