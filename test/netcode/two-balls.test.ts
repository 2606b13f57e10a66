// A court with two balls is played to the end at the real table, between two people and against the computer, in virtual time:
// what is drawn is what was, and what is recorded is what was played.

import assert from "node:assert/strict";
import { Human } from "../../loadtest/human.ts";
import { RecordedMatch } from "../../loadtest/recorded-match.ts";
import { createGame } from "../../pong/games.ts";
import { factsOf } from "../../pong/match-facts.ts";
import { decodeRecording, encodeRecording } from "../../pong/recording-bytes.ts";
import { gameOf, verify } from "../../pong/recording.ts";
import { rethink } from "../../pong/ai/rethink.ts";
import type { SimEvent } from "../../pong/step.ts";
import type { EndedMatch } from "../../rooms/match/ended-match.ts";
import type { TablePlan } from "../../rooms/match/table-options.ts";
import { tickAt } from "../../schema/timing.ts";
import { openFilm } from "../../sdk/film.ts";
import { SimulatedTable } from "../support/simulated-table.ts";
import { TWO_BALLS, withTwoBalls } from "../support/two-balls.ts";
import { VirtualTime } from "../support/virtual-time.ts";

const TIMES = { reconnectMs: 30_000, reconnectTotalMs: 60_000 };
const LINE = { roundTripMs: 90, jitterMs: 10 };
const RULES = { pointsToWin: 7, twoClear: false };
/** Off by more than a millionth of the table is another place. */
const WRONG = 2e-5;

interface Seen {
  readonly tick: number;
  readonly balls: readonly { readonly tick: number; readonly x: number; readonly y: number }[];
}

interface Played {
  readonly ended: EndedMatch;
  /** By person. */
  readonly frames: readonly (readonly Seen[])[];
  readonly moments: readonly (readonly SimEvent[])[];
}

function play(people: number, plan: TablePlan): Played {
  const time = new VirtualTime();
  const table = new SimulatedTable(time, createGame(RULES, TWO_BALLS), 42, TIMES, plan);
  const frames = Array.from({ length: people }, (): Seen[] => []);
  const moments = Array.from({ length: people }, (): SimEvent[] => []);
  for (let seat = 0; seat < people; seat++) {
    const { session } = table.join(`player ${seat}`, LINE, seat * 777.7);
    const human = new Human(seat, 7 + seat, undefined, TWO_BALLS);
    time.every(1000 / 60.1, () => {
      const picture = session.sample();
      if (picture === null) return;
      assert.equal(session.court, TWO_BALLS);
      frames[seat]!.push({ tick: picture.tick, balls: picture.balls.map(({ tick, x, y }) => ({ tick, x, y })) });
      moments[seat]!.push(...picture.moments);
      session.hold(human.decide(picture, time.nowMs));
    });
  }
  assert.ok(
    time.runUntil(() => table.ended.length > 0, 3_600_000),
    "the match stands still",
  );
  return { ended: table.ended[0]!, frames, moments };
}

/** Frames in which a ball is not where it was, by the recording. */
function wrongFrames({ ended }: Played, frames: readonly Seen[]): number {
  const startTick = Math.round(tickAt(ended.startedMs));
  const match = new RecordedMatch(ended.recording, startTick);
  return frames.filter(({ balls }) =>
    balls.some(({ tick, x, y }, index) => {
      if (tick < startTick || tick > startTick + match.lastTick) return false;
      const was = match.ball(tick, index);
      return Math.hypot(was.x - x, was.y - y) > WRONG;
    }),
  ).length;
}

for (const [name, people, plan] of [
  ["between two people", 2, { kind: "duel" }],
  ["against the computer", 1, { kind: "practice", level: "tide" }],
] as const) {
  describe(`a match with two balls ${name}`, () => {
    withTwoBalls();
    let played: Played;
    before(() => {
      played = play(people, plan);
    });

    it("is played to its end, with both balls", () => {
      const { ended } = played;
      assert.equal(ended.endReason, "score");
      assert.equal(ended.players[ended.winner]!.points, RULES.pointsToWin);
      const { rallies, score } = factsOf(ended.recording);
      assert.deepEqual(
        score,
        ended.players.map(({ points }) => points),
      );
      assert.ok(rallies.filter(({ hits }) => hits.length > 0).length > 3, "there are rallies");
      const overlapping = rallies.some((one, at) => (rallies[at + 1]?.startTick ?? Infinity) < one.endTick);
      assert.ok(overlapping, "two at a time");
      assert.equal(ended.summary.rallies, rallies.length);
      assert.equal(ended.summary.longestRally, Math.max(...rallies.map(({ hits }) => hits.length)));
    });

    it("is drawn as it was, for everybody, and time runs back for no ball", () => {
      for (const frames of played.frames) {
        assert.ok(frames.length > 500);
        assert.equal(wrongFrames(played, frames), 0);
        for (const [at, { balls }] of frames.entries()) {
          const before = frames[at - 1]?.balls;
          for (const [index, { tick }] of balls.entries()) assert.ok(tick >= (before?.[index]!.tick ?? -Infinity));
        }
      }
    });

    it("brings every serve and goal of both balls into view once", () => {
      const { rallies } = factsOf(played.ended.recording);
      for (const moments of played.moments) {
        const served = moments.filter(({ kind }) => kind === "serve");
        assert.equal(served.length, rallies.length);
        assert.deepEqual(new Set(served.map(({ ball }) => ball)), new Set([0, 1]));
      }
    });

    it("comes back from its bytes, and plays on in a replay", () => {
      const { recording } = played.ended;
      const read = decodeRecording(encodeRecording(recording));
      assert.deepEqual(read, recording);
      assert.equal(gameOf(read).court, TWO_BALLS);
      const { score } = verify(read);
      const film = openFilm(read);
      assert.deepEqual(film.scoreAt(film.endTick), score);
      assert.equal(film.marks.rallies.length, factsOf(read).rallies.length);
      const match = new RecordedMatch(read, 0);
      for (let tick = 0; tick < film.endTick; tick += 7.3) {
        for (const [index, ball] of film.renderStateAt(tick, "side").balls.entries()) {
          const was = match.ball(tick, index);
          assert.ok(Math.hypot(was.x - ball.x, was.y - ball.y) < 1e-9, `ball ${index} at ${tick}`);
        }
      }
    });

    if (people === 1) {
      it("has a computer that meets both balls, and whose thoughts come out again", () => {
        const { recording } = played.ended;
        const own = factsOf(recording).rallies.flatMap(({ hits }) => hits.filter(({ seat }) => seat === 1));
        assert.ok(own.length > 5, `${own.length} hits`);
        const [computer] = recording.computers!;
        const thoughts = rethink(recording, computer!);
        assert.ok(typeof thoughts !== "string", "they lead to what it pressed");
        assert.deepEqual(new Set(thoughts.flatMap(({ coming }) => coming?.ball ?? [])), new Set([0, 1]));
      });
    }
  });
}
