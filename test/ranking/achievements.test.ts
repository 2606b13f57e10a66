// Each rule of what can be earned, just met and just missed; the list is the same everywhere, the published one too.

import assert from "node:assert/strict";
import { ACHIEVEMENTS, type Achievement } from "../../contract/achievements.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { en } from "../../client/ui/achievements/words.ts";
import type { CountedResult } from "../../db/result-writer.ts";
import { achievementFacts } from "../../game-server/results/achievement-facts.ts";
import type { MatchFacts, RallyFacts } from "../../pong/match-facts.ts";
import { ACHIEVEMENT_RULES, type AchievementFacts, achievementsOf } from "../../ranking/achievements.ts";
import { sampleResult } from "../support/sample-match.ts";

const PLAIN: AchievementFacts = {
  won: true,
  mode: "classic",
  isToTheEnd: true,
  pointsToWin: 11,
  points: 11,
  opponentPoints: 5,
  matchPointsSaved: 0,
  mostBehind: 0,
  mostInARow: 3,
  wonAtTopSpeed: false,
  wonOnTheEdge: false,
  longestRally: 12,
  seconds: 120,
  opponentLead: null,
  after: { wins: 0, winsByMode: { classic: 0, quick: 0 }, bestStreak: 0, opponents: 0 },
};

type Change = Partial<Omit<AchievementFacts, "after">> & { readonly after?: Partial<AchievementFacts["after"]> };

const CASES: Readonly<Record<Achievement, { readonly met: Change; readonly missed: readonly Change[] }>> = {
  firstWin: { met: { after: { wins: 1 } }, missed: [{}] },
  wins10: { met: { after: { wins: 10 } }, missed: [{ after: { wins: 9 } }] },
  wins100: { met: { after: { wins: 100 } }, missed: [{ after: { wins: 99 } }] },
  wins1000: { met: { after: { wins: 1000 } }, missed: [{ after: { wins: 999 } }] },
  streak5: { met: { after: { bestStreak: 5 } }, missed: [{ after: { bestStreak: 4 } }] },
  streak10: { met: { after: { bestStreak: 10 } }, missed: [{ after: { bestStreak: 9 } }] },
  bothModes: {
    met: { after: { winsByMode: { classic: 1, quick: 1 } } },
    missed: [{ after: { winsByMode: { classic: 9, quick: 0 } } }, { after: { winsByMode: { classic: 0, quick: 9 } } }],
  },
  opponents10: { met: { after: { opponents: 10 } }, missed: [{ after: { opponents: 9 } }] },
  opponents50: { met: { after: { opponents: 50 } }, missed: [{ after: { opponents: 49 } }] },
  rally30: { met: { longestRally: 30, won: false }, missed: [{ longestRally: 29 }] },
  rally60: { met: { longestRally: 60 }, missed: [{ longestRally: 59 }] },
  rally100: { met: { longestRally: 100 }, missed: [{ longestRally: 99 }] },
  topSpeed: { met: { wonAtTopSpeed: true }, missed: [{}] },
  onTheEdge: { met: { wonOnTheEdge: true }, missed: [{}] },
  sevenInARow: { met: { mostInARow: 7 }, missed: [{ mostInARow: 6 }] },
  shutout: {
    met: { opponentPoints: 0 },
    missed: [
      { opponentPoints: 1 },
      { opponentPoints: 0, mode: "quick" },
      { opponentPoints: 0, isToTheEnd: false },
      { opponentPoints: 0, won: false },
    ],
  },
  overtime: { met: { points: 12, opponentPoints: 10 }, missed: [{ points: 11 }, { points: 12, won: false }] },
  comeback: {
    met: { matchPointsSaved: 1 },
    missed: [
      { matchPointsSaved: 1, won: false },
      { matchPointsSaved: 1, isToTheEnd: false },
    ],
  },
  turnaround: { met: { mostBehind: 6 }, missed: [{ mostBehind: 5 }, { mostBehind: 6, mode: null }] },
  giant: { met: { opponentLead: 200 }, missed: [{ opponentLead: 199 }, { opponentLead: 300, won: false }] },
  marathon: { met: { seconds: 600, won: false }, missed: [{ seconds: 599 }] },
};

function earned({ after, ...change }: Change): Achievement[] {
  return achievementsOf({ ...PLAIN, ...change, after: { ...PLAIN.after, ...after } });
}

describe("achievements", () => {
  for (const [name, { met, missed }] of Object.entries(CASES) as [Achievement, (typeof CASES)["giant"]][]) {
    it(`${name} is earned as its rule says`, () => {
      assert.ok(earned(met).includes(name));
      for (const change of missed) assert.ok(!earned(change).includes(name), JSON.stringify(change));
    });
  }

  it("are none after an ordinary match", () => assert.deepEqual(earned({}), []));

  it("are the same list where they are told, and in the published one, in words", () => {
    assert.deepEqual(Object.keys(ACHIEVEMENT_RULES), [...ACHIEVEMENTS]);
    const published = readFileSync(join(import.meta.dirname, "../../docs/achievements.md"), "utf8");
    const rows = published.split("\n").filter((line) => line.startsWith("| `"));
    const words: Readonly<Record<string, string>> = en;
    assert.deepEqual(
      rows.map((row) => row.split("|").map((cell) => cell.trim())),
      ACHIEVEMENTS.map((one) => ["", `\`${one}\``, words[one], words[`${one}.how`], ""]),
    );
  });
});

describe("what a match is judged by", () => {
  const rally = (winner: number, change: Partial<RallyFacts> = {}): RallyFacts => {
    return { startTick: 0, endTick: 60, server: 0, winner, missedAt: 0, hits: [], topSpeed: 11, ...change };
  };
  const hit = (seat: number, offset: number) => ({ seat, y: 0, offset, speed: 12, reactionMs: null });

  function factsOf(
    seat: number,
    rallies: readonly RallyFacts[],
    change: Partial<CountedResult> = {},
  ): AchievementFacts {
    const plain = sampleResult();
    const score = [0, 1].map((one) => rallies.filter(({ winner }) => winner === one).length);
    const seats = plain.seats.map((one, at) => ({ ...one, points: score[at]! }));
    const result = {
      ...plain,
      seats,
      winner: score[0]! > score[1]! ? 0 : 1,
      rules: { pointsToWin: 3, twoClear: true },
    };
    const facts: MatchFacts = { rallies, score };
    const after = {
      wins: new Map([
        [0, 2],
        [1, 3],
        [2, 4],
      ]),
      bestStreak: 6,
      opponents: 7,
    };
    return achievementFacts({ result, verdict: "unrated", facts, ratings: null, ...change }, seat, after);
  }

  it("is how the score went: who was behind, whose match points were saved", () => {
    // 0:2, 1:2, 2:2, 3:2 (no end: two clear), 3:3, 3:4, 4:4, 5:4, 6:4; the other one is a point away at 0:2, 1:2 and 3:4.
    const rallies = [1, 1, 0, 0, 0, 1, 1, 0, 0, 0].map((winner) => rally(winner));
    const winner = factsOf(0, rallies);
    assert.deepEqual([winner.mostBehind, winner.mostInARow, winner.matchPointsSaved, winner.won], [2, 3, 3, true]);
    const loser = factsOf(1, rallies);
    assert.deepEqual([loser.mostBehind, loser.mostInARow, loser.matchPointsSaved, loser.won], [2, 2, 1, false]);
  });

  it("is what was won at full speed, and on the edge, by whom", () => {
    const rallies = [rally(0, { topSpeed: 24.5 }), rally(1, { topSpeed: 24.3, hits: [hit(0, 1.5), hit(1, -1.5)] })];
    assert.deepEqual([factsOf(0, rallies).wonAtTopSpeed, factsOf(1, rallies).wonAtTopSpeed], [true, false]);
    assert.deepEqual([factsOf(0, rallies).wonOnTheEdge, factsOf(1, rallies).wonOnTheEdge], [false, true]);
    assert.equal(factsOf(0, rallies).longestRally, 2);
  });

  it("is what they have by now, and how much stronger a sure opponent was", () => {
    const { after } = factsOf(0, []);
    assert.deepEqual(after, { wins: 9, winsByMode: { classic: 2, quick: 3 }, bestStreak: 6, opponents: 7 });
    const rated = (rating: number, deviation: number) => {
      const before = { rating, deviation, volatility: 0.06 };
      return { before, after: before };
    };
    assert.equal(factsOf(0, [], { ratings: [rated(1500, 300), rated(1750, 60)] }).opponentLead, 250);
    assert.equal(factsOf(1, [], { ratings: [rated(1500, 300), rated(1750, 60)] }).opponentLead, null);
  });
});
