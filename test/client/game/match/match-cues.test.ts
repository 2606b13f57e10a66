// What is worth a sound: an opponent who comes, a match point, the end; each once.

import assert from "node:assert/strict";
import { cuesOf } from "../../../../client/game/match/match-cues.ts";
import { createGame } from "../../../../pong/games.ts";
import { emptyTable } from "../../../../rooms/match/table-status.ts";
import type { MatchStatus } from "../../../../schema/match-status.ts";

const game = createGame({ pointsToWin: 3, twoClear: false });
const empty: MatchStatus = emptyTable({
  game,
  plan: { kind: "duel" },
  stakes: { mode: null, ranked: false },
  invited: [],
});
const seats = empty.seats.map((seat) => ({ ...seat, sitter: "person" as const }));
const playing: MatchStatus = { ...empty, phase: "playing", seats };

describe("cues at the table", () => {
  it("are none while nothing happens, nor for the first word", () => {
    assert.deepEqual(cuesOf(null, playing, 0), []);
    assert.deepEqual(cuesOf(playing, playing, 0), []);
  });

  it("are an opponent who comes", () => {
    const alone = { ...empty, seats: [seats[0]!, empty.seats[1]!] };
    assert.deepEqual(cuesOf(alone, { ...alone, seats }, 0), ["found"]);
    assert.deepEqual(cuesOf(empty, alone, 0), []);
  });

  it("are a match point, at each score that is one", () => {
    const one = { ...playing, score: [1, 0] };
    const two = { ...playing, score: [2, 0] };
    assert.deepEqual(cuesOf(one, two, 0), ["matchPoint"]);
    assert.deepEqual(cuesOf(two, two, 0), []);
    assert.deepEqual(cuesOf(two, { ...two, score: [2, 1] }, 0), ["matchPoint"]);
  });

  it("are the end, as it looks from here", () => {
    const over: MatchStatus = { ...playing, phase: "over", score: [3, 0], winner: 0 };
    assert.deepEqual(cuesOf(playing, over, 0), ["won"]);
    assert.deepEqual(cuesOf(playing, over, 1), ["lost"]);
    assert.deepEqual(cuesOf(playing, { ...over, winner: -1 }, 0), []);
    assert.deepEqual(cuesOf(playing, { ...over, kind: "keyboard", winner: 1 }, 0), ["won"]);
  });
});
