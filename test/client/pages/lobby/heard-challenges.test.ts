// What a page of the lobby says of challenges as they come and go, and whether a match of the reader's is on.

import assert from "node:assert/strict";
import { startTexts } from "../../../../client/platform/i18n/translate.ts";
import { HeardChallenges } from "../../../../client/pages/lobby/heard-challenges.ts";
import { ownRoom } from "../../../../client/pages/lobby/own-match.ts";
import { MODE_RULES } from "../../../../contract/modes.ts";
import type { LobbyChallenge, LobbyMatch, LobbyParty, LobbyPerson } from "../../../../sdk/read-lobby.ts";

const [ADA, BOB] = ["ada", "bob"].map((name) => ({ id: `id of ${name}`, name, login: name })) as [
  LobbyParty,
  LobbyParty,
];
const ASKED: LobbyChallenge = {
  id: "one",
  from: ADA,
  to: BOB,
  terms: { rules: MODE_RULES.classic, ranked: false, watching: { isPublic: false, delaySeconds: 0 } },
  turn: "to",
  counters: 0,
  untilMs: 0,
  outcome: null,
  roomId: null,
};
const COUNTERED: LobbyChallenge = { ...ASKED, turn: "from", counters: 1 };

describe("what a page of the lobby hears of challenges", () => {
  before(() => startTexts({ lang: "" }));

  /** What is said to a reader of this and then of that. */
  function said({ id }: LobbyParty, ...told: LobbyChallenge[]): string[] {
    const heard = new HeardChallenges(id);
    return told.map((one) => heard.hear([one]));
  }

  it("is said once, to each as it is for them", () => {
    assert.deepEqual(said(ADA, ASKED, ASKED), ["You challenged bob", ""]);
    assert.deepEqual(said(BOB, ASKED, COUNTERED), ["ada challenges you", "You suggested other rules to ada"]);
  });

  it("is what has come of them, by whom", () => {
    const end = (one: LobbyChallenge, outcome: LobbyChallenge["outcome"]) => ({ ...one, outcome });
    const cases: readonly [LobbyParty, LobbyChallenge, LobbyChallenge["outcome"], string][] = [
      [ADA, ASKED, "declined", "bob declined."],
      [BOB, ASKED, "declined", "You declined ada's challenge."],
      [ADA, ASKED, "withdrawn", "You withdrew your challenge to bob."],
      [BOB, ASKED, "withdrawn", "ada withdrew the challenge."],
      [BOB, COUNTERED, "declined", "ada declined."],
      [ADA, COUNTERED, "withdrawn", "bob withdrew the challenge."],
      [ADA, ASKED, "expired", "The challenge between you and bob has expired."],
      [BOB, ASKED, "busy", "You or ada started another match."],
      [BOB, ASKED, "accepted", "Your match against ada is on."],
    ];
    for (const [reader, one, outcome, words] of cases)
      assert.equal(said(reader, one, end(one, outcome))[1], words, `${reader.name}: ${outcome}`);
  });

  it("is nothing about those that were over before the page was open", () => {
    assert.deepEqual(said(ADA, { ...ASKED, outcome: "declined" }), [""]);
  });

  it("is shown no longer once the reader has ended it here, unless that failed", async () => {
    const heard = new HeardChallenges(BOB.id);
    heard.hear([COUNTERED]);
    await assert.rejects(heard.end("one", () => Promise.reject(new Error("refused"))));
    heard.hear([{ ...COUNTERED, outcome: "expired" }]);
    assert.equal(heard.shown.length, 1);
    const again = new HeardChallenges(BOB.id);
    again.hear([COUNTERED]);
    await again.end("one", () => Promise.resolve());
    assert.equal(again.hear([{ ...COUNTERED, outcome: "withdrawn" }]), "You withdrew your challenge to ada.");
    assert.deepEqual(again.shown, []);
  });
});

describe("the reader's own match", () => {
  const NOTHING = { matches: [], challenges: [], people: [] };
  const ACCEPTED = { challengeId: "one", roomId: "room", opponentId: BOB.id };
  const bob = (status: LobbyPerson["status"]): LobbyPerson => ({
    ...BOB,
    avatarId: null,
    status,
    ratings: { classic: null, quick: null },
    challenges: "everyone",
  });

  it("is one that all may watch", () => {
    const players = [ADA, BOB].map(({ id, name }) => ({ id, name, rating: null }));
    const live: LobbyMatch = { roomId: "live", mode: null, ranked: false, players, score: [0, 0], watchers: 0 };
    assert.equal(ownRoom({ ...NOTHING, matches: [live] }, ADA.id, null), "live");
    assert.equal(ownRoom({ ...NOTHING, matches: [live] }, "somebody else", null), null);
  });

  it("is one that was agreed on, as long as it is told of or the opponent plays", () => {
    assert.equal(ownRoom({ ...NOTHING, challenges: [ASKED] }, ADA.id, ACCEPTED), "room");
    assert.equal(ownRoom({ ...NOTHING, people: [bob("playing")] }, ADA.id, ACCEPTED), "room");
    assert.equal(ownRoom({ ...NOTHING, people: [bob("online")] }, ADA.id, ACCEPTED), null);
    assert.equal(ownRoom(NOTHING, ADA.id, null), null);
  });
});
