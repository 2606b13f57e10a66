// What is said across the table in each situation.

import assert from "node:assert/strict";
import { type Overlay, overlayFor, type Situation } from "../../../../client/game/match/overlay.ts";
import { DEFAULT_RULES } from "../../../../pong/rules.ts";
import type { MatchStatus, SeatStatus } from "../../../../schema/match-status.ts";
import { isMatchPoint } from "../../../../client/game/match/score.ts";

const seat = (name: string, changes: Partial<SeatStatus> = {}): SeatStatus => ({
  sitter: name === "" ? "nobody" : "person",
  playerId: name,
  name,
  connected: name !== "",
  ready: name !== "",
  wantsRematch: false,
  inactivity: "none",
  roundTripMs: 40,
  uplinkDelayMs: 20,
  quality: "good",
  graceUntilMs: 0,
  rating: 0,
  ...changes,
});

const status = (changes: Partial<MatchStatus> = {}): MatchStatus => ({
  kind: "duel",
  isPaired: false,
  mode: "classic",
  watchers: 0,
  ranked: false,
  rulesVersion: 1,
  courtId: "classic",
  matchId: "m",
  phase: "playing",
  rules: DEFAULT_RULES,
  seats: [seat("Ada"), seat("Bo")],
  score: [0, 0],
  epoch: 1,
  epochTick: 0,
  pauseTick: 0,
  pausedBy: -1,
  winner: -1,
  endReason: "",
  ...changes,
});

const notice = (of: Partial<MatchStatus> | null, changes: Partial<Situation> = {}): Overlay =>
  overlayFor({
    connection: "live",
    status: of === null ? null : status(of),
    seat: 0,
    roomTimeMs: 10_000,
    servesIn: 0,
    ...changes,
  });

describe("an overlay", () => {
  it("loads until the server has said something", () => {
    assert.deepEqual(notice(null, { connection: "joining", seat: null }), { kind: "loading" });
  });

  it("asks for a friend while nobody sits across, then waits for their table", () => {
    assert.deepEqual(notice({ phase: "waiting", seats: [seat("Ada"), seat("")] }), { kind: "invite" });
    const settling = [seat("Ada"), seat("Bo", { ready: false })];
    assert.deepEqual(notice({ phase: "waiting", seats: settling }), { kind: "settling", name: "Bo" });
    const loading = [seat("Ada", { ready: false }), seat("Bo")];
    assert.deepEqual(notice({ phase: "waiting", seats: loading }), { kind: "loading" });
  });

  it("waits for who was paired with one, instead of asking for a friend", () => {
    const expecting = { phase: "waiting", isPaired: true, seats: [seat("Ada"), seat("")] } as const;
    assert.deepEqual(notice(expecting), { kind: "expecting" });
    const settling = [seat("Ada"), seat("Bo", { ready: false })];
    assert.deepEqual(notice({ ...expecting, seats: settling }), { kind: "settling", name: "Bo" });
  });

  it("counts down whole seconds", () => {
    assert.deepEqual(notice({ phase: "countdown" }, { servesIn: 2.2 }), { kind: "countdown", seconds: 3 });
    assert.deepEqual(notice({ phase: "countdown" }), { kind: "none" });
  });

  it("says how long the other one may stay away, and then offers the win", () => {
    const away = [seat("Ada"), seat("Bo", { connected: false, graceUntilMs: 34_000 })];
    const paused = { phase: "paused", pausedBy: 1, seats: away } as const;
    assert.deepEqual(notice(paused), { kind: "away", name: "Bo", seconds: 24 });
    assert.deepEqual(notice(paused, { roomTimeMs: 33_999 }), { kind: "away", name: "Bo", seconds: 1 });
    assert.deepEqual(notice(paused, { roomTimeMs: 34_000 }), { kind: "claim", name: "Bo" });
  });

  it("knows that it was one's own connection when the opponent is there", () => {
    assert.deepEqual(notice({ phase: "paused", pausedBy: 0 }), { kind: "resuming" });
  });

  it("asks who has touched nothing, and says whom the match waits for", () => {
    const asked = { inactivity: "asked", ready: false, graceUntilMs: 34_000 } as const;
    const paused = { phase: "paused", pausedBy: 1 } as const;
    const theirs = { ...paused, seats: [seat("Ada"), seat("Bo", asked)] };
    const ours = { ...paused, seats: [seat("Ada", asked), seat("Bo")] };
    assert.deepEqual(notice(ours), { kind: "ready" });
    assert.deepEqual(notice({ ...ours, seats: [seat("Ada", asked), seat("Bo", asked)] }), { kind: "ready" });
    assert.deepEqual(notice(theirs), { kind: "asked", name: "Bo" });
    assert.deepEqual(notice(theirs, { roomTimeMs: 34_000 }), { kind: "claim", name: "Bo" });
    const gone = [seat("Ada"), seat("Bo", { ...asked, connected: false })];
    assert.deepEqual(notice({ ...paused, seats: gone }), { kind: "away", name: "Bo", seconds: 24 });
  });

  it("says that one is offline before anything of the match, but not before its result", () => {
    assert.deepEqual(notice({ phase: "playing" }, { connection: "reconnecting" }), { kind: "offline" });
    assert.deepEqual(notice({ phase: "over" }, { connection: "reconnecting" }), { kind: "over" });
  });
});

describe("match point", () => {
  it("is when the next point may decide", () => {
    assert.equal(isMatchPoint(status({ score: [10, 3] })), true);
    assert.equal(isMatchPoint(status({ score: [9, 9] })), false);
    assert.equal(isMatchPoint(status({ score: [10, 10], rules: { pointsToWin: 11, twoClear: true } })), false);
    assert.equal(isMatchPoint(status({ score: [12, 11], rules: { pointsToWin: 11, twoClear: true } })), true);
    assert.equal(isMatchPoint(status({ phase: "over", score: [10, 3] })), false);
  });
});
