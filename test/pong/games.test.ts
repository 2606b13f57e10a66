// Every game that was ever released is played for ever: by its rules, on its court.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { CLASSIC } from "../../pong/court.ts";
import { STANDARD_COURT, addGames, courtOf, createGame, findGame, idOf, knownGames } from "../../pong/games.ts";
import { factsOf } from "../../pong/match-facts.ts";
import { decodeRecording, encodeRecording } from "../../pong/recording-bytes.ts";
import { RecordingFault, gameOf, verify } from "../../pong/recording.ts";
import { DEFAULT_RULES, RULES_VERSION } from "../../pong/rules.ts";
import { type Engine, step } from "../../pong/step.ts";
import { createWorld } from "../../pong/world.ts";
import { playTestMatch } from "../support/recordings.ts";

/** Of each version a match as it was recorded when that was the newest: its bytes, and how it ended. Never change one. */
const GOLDEN = JSON.parse(readFileSync(new URL("../golden/recordings.json", import.meta.url), "utf8")) as readonly {
  readonly rulesVersion: number;
  readonly score: readonly number[];
  readonly bytes: string;
}[];

/** The numbers of each court as they were released. */
const COURTS: Readonly<Record<string, string>> = { classic: "6d194610a110ed1d" };

/** The rules of a version to come: no ball goes sideways. */
const NEXT: Engine = {
  version: 9,
  createWorld,
  step(game, world) {
    const happened = step(game, world);
    for (const ball of world.balls) ball.vy = 0;
    return happened;
  },
};

describe("the games that are known", () => {
  it("have a golden match for each version of the rules", () => {
    assert.deepEqual(
      GOLDEN.map(({ rulesVersion }) => rulesVersion),
      knownGames().rulesVersions,
    );
    assert.ok(knownGames().rulesVersions.includes(RULES_VERSION));
  });

  for (const { rulesVersion, bytes, score } of GOLDEN) {
    it(`play what was recorded by version ${rulesVersion} as it was`, () => {
      const recording = decodeRecording(Buffer.from(bytes, "base64"));
      assert.equal(recording.rulesVersion, rulesVersion);
      assert.deepEqual(verify(recording).score, score);
      assert.equal(Buffer.from(encodeRecording(recording)).toString("base64"), bytes);
    });
  }

  it("are played on courts that stay as they are", () => {
    const found = knownGames().courts.map((court) => [
      court.id,
      createHash("sha256").update(JSON.stringify(court)).digest("hex").slice(0, 16),
    ]);
    assert.deepEqual(Object.fromEntries(found), COURTS);
  });

  it("are found by their names", () => {
    const game = createGame(DEFAULT_RULES);
    assert.deepEqual(idOf(game), { rulesVersion: RULES_VERSION, courtId: "classic" });
    assert.deepEqual(findGame(idOf(game), DEFAULT_RULES), game);
    assert.equal(courtOf("classic"), CLASSIC);
    assert.equal(STANDARD_COURT, CLASSIC);
    assert.equal(findGame({ rulesVersion: RULES_VERSION, courtId: "moon" }, DEFAULT_RULES), null);
    assert.equal(findGame({ rulesVersion: 77, courtId: "classic" }, DEFAULT_RULES), null);
  });
});

describe("a version of the rules to come", () => {
  it("leaves what was recorded before as it was", () => {
    const forget = addGames({ engines: [NEXT] });
    try {
      const { recording } = playTestMatch({ seed: 4 });
      const facts = factsOf(recording);
      assert.equal(verify(recording).score[0], facts.score[0]);
      const same = { ...recording, rulesVersion: NEXT.version };
      assert.equal(gameOf(same).engine, NEXT);
      assert.throws(() => verify(same), { kind: "outcome" }, "it plays by rules of its own");
    } finally {
      forget();
    }
    const unknown = { ...playTestMatch({ seed: 4, atMostTicks: 300 }).recording, rulesVersion: NEXT.version };
    assert.throws(
      () => gameOf(unknown),
      (fault) => fault instanceof RecordingFault && fault.kind === "version",
    );
  });
});
