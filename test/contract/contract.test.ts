// What every layer takes from contract/ fits what the layers say themselves.

import assert from "node:assert/strict";
import { MODES, MODE_RULES } from "../../contract/modes.ts";
import { NOTIFICATIONS } from "../../contract/notifications.ts";
import { DEFAULT_RULES, areRules } from "../../pong/rules.ts";
import { About } from "../../schema/http/notifications.ts";
import { modeOf } from "../../schema/modes.ts";

describe("the modes", () => {
  it("have rules that a match can be played by, each its own", () => {
    for (const mode of MODES) {
      assert.ok(areRules(MODE_RULES[mode]), mode);
      assert.equal(modeOf(MODE_RULES[mode]), mode);
    }
  });

  it("begin with what is played when nobody says otherwise", () => {
    assert.equal(MODES[0], "classic");
    assert.deepEqual(MODE_RULES.classic, DEFAULT_RULES);
  });
});

describe("what a notification is about", () => {
  const from = { name: "Ada", login: "ada" };
  const valid: readonly About[] = [
    {
      kind: "result",
      matchId: "m",
      opponent: "Bob",
      points: 11,
      opponentPoints: 9,
      won: true,
      endReason: "claim",
      verdict: "rated",
      ratingBefore: 1500.5,
      ratingAfter: null,
    },
    { kind: "noResult", matchId: "m", opponent: "Bob", reason: "interrupted" },
    { kind: "friendRequest", from },
    { kind: "friendAccepted", from },
    { kind: "challenge", from: { name: "Ada", login: null }, mode: null, ranked: false, points: 7 },
    { kind: "achievement", achievement: "firstWin", matchId: "m" },
  ];

  it("is read as it was written, every kind of it", () => {
    assert.deepEqual(valid.map(({ kind }) => kind).toSorted(), Object.keys(NOTIFICATIONS).toSorted());
    for (const about of valid) assert.deepEqual(About.parse(about), about);
  });

  it("is read though it is older than some of what it may say", () => {
    const { endReason: _, ...older } = valid[0] as Extract<About, { kind: "result" }>;
    assert.deepEqual(About.parse(older), { ...older, endReason: null });
  });

  const invalid: readonly (readonly [why: string, about: unknown])[] = [
    ["another kind", { kind: "new" }],
    ["nothing of what it needs", { kind: "friendRequest" }],
    ["a fraction where whole points stand", { ...valid[4], points: 7.5 }],
    ["a choice that there is not", { ...valid[1], reason: "bored" }],
    ["nothing where something must stand", { ...valid[5], matchId: null }],
    ["a shape that is not whole", { kind: "friendAccepted", from: { name: "Ada" } }],
  ];
  for (const [why, about] of invalid) {
    it(`is not read where it has ${why}`, () => assert.equal(About.safeParse(about).success, false));
  }
});
