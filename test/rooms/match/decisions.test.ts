// The small decisions of a table: who sits where, who has been idle, how long is waited, when a room ends.

import assert from "node:assert/strict";
import { createGame } from "../../../pong/games.ts";
import { DEFAULT_RULES } from "../../../pong/rules.ts";
import { Absence, PAUSES_PER_MATCH, PAUSES_PER_RALLY } from "../../../rooms/match/absence.ts";
import { Idleness } from "../../../rooms/match/idleness.ts";
import { RoomLife } from "../../../rooms/match/room-life.ts";
import { participantFor, seatsByParticipant } from "../../../rooms/match/seats.ts";
import { emptyTable } from "../../../rooms/match/table-status.ts";
import { RateLimit } from "../../../rooms/rate-limit.ts";
import { CloseCode } from "../../../schema/rooms.ts";

const places = (...ids: string[]): { playerId: string }[] => ids.map((playerId) => ({ playerId }));

describe("a place", () => {
  it("is the first empty one", () => assert.equal(participantFor(places("ann", ""), [], "bob"), 1));
  it("is one's own when one comes back", () => assert.equal(participantFor(places("ann", "bob"), [], "bob"), 1));
  it("is refused to a third", () => assert.equal(participantFor(places("ann", "bob"), [], "cy"), "full"));
  it("is kept for who is invited", () => assert.equal(participantFor(places("", ""), ["ann", "bob"], "cy"), "full"));
  it("is free to anybody beside one invited", () => assert.equal(participantFor(places("", ""), ["ann"], "bob"), 0));
  it("stays kept until they come", () => assert.equal(participantFor(places("bob", ""), ["ann"], "cy"), "full"));
  it("is there for them when they come", () => assert.equal(participantFor(places("bob", ""), ["ann"], "ann"), 1));

  it("has one seat between people, one against the computer, and both at one keyboard", () => {
    assert.deepEqual(seatsByParticipant("duel", 2), [[0], [1]]);
    assert.deepEqual(seatsByParticipant("practice", 2), [[0]]);
    assert.deepEqual(seatsByParticipant("warmUp", 2), [[0]]);
    assert.deepEqual(seatsByParticipant("keyboard", 2), [[0, 1]]);
  });
});

describe("idleness", () => {
  /** What comes of the second of two players, who touches nothing, after each rally. */
  function untouched(isFriendly: boolean): (readonly [string, boolean])[] {
    const idleness = new Idleness(2, isFriendly);
    return [1, 2, 3, 4, 5].map(() => {
      idleness.touch(0);
      idleness.endRally();
      assert.equal(idleness.of(0), "none");
      return [idleness.of(1), idleness.isLost(1)];
    });
  }

  it("warns after two untouched rallies and after three, and is lost after four", () => {
    const [first, second, third, fourth] = untouched(false);
    assert.deepEqual(
      [first, second, third],
      [
        ["none", false],
        ["warned", false],
        ["lastWarning", false],
      ],
    );
    assert.deepEqual(fourth, ["lastWarning", true]);
  });

  it("is asked about after two among friends, and never lost", () => {
    const [first, ...later] = untouched(true);
    assert.deepEqual(first, ["none", false]);
    for (const one of later) assert.deepEqual(one, ["asked", false]);
  });

  it("is forgiven by a touch", () => {
    const idleness = new Idleness(1, false);
    idleness.endRally();
    idleness.endRally();
    idleness.touch(0);
    assert.equal(idleness.of(0), "none");
    idleness.endRally();
    assert.equal(idleness.of(0), "none");
  });
});

describe("an absence", () => {
  const times = { reconnectMs: 30_000, reconnectTotalMs: 60_000 };

  it("is waited for 30 s, and 60 s in all", () => {
    const absence = new Absence(times);
    const untils: number[] = [];
    for (const at of [0, 100_000, 200_000]) {
      absence.leave(at);
      untils.push(absence.untilMs - at);
      absence.comeBack(at + 25_000);
    }
    assert.deepEqual(untils, [30_000, 30_000, 10_000]);
  });

  it("is over at its end and not before", () => {
    const absence = new Absence(times);
    absence.leave(0);
    assert.deepEqual([absence.isOver(29_999), absence.isOver(30_000)], [false, true]);
    absence.comeBack(31_000);
    assert.equal(absence.isOver(40_000), false);
  });

  it("pauses a rally only so often", () => {
    const absence = new Absence(times);
    for (let pauses = 0; pauses < PAUSES_PER_RALLY; pauses++) {
      assert.ok(absence.mayPause);
      absence.leave(pauses);
      absence.comeBack(pauses);
    }
    assert.equal(absence.mayPause, false);
    absence.endRally();
    assert.ok(absence.mayPause);
  });

  it("pauses a match only so often", () => {
    const absence = new Absence(times);
    for (let pauses = 0; pauses < PAUSES_PER_MATCH; pauses++) {
      assert.ok(absence.mayPause);
      absence.leave(pauses);
      absence.comeBack(pauses);
      absence.endRally();
    }
    assert.equal(absence.mayPause, false);
  });

  it("costs 5 s of the minute at least, so that nobody takes a break for nothing", () => {
    const absence = new Absence(times);
    for (let at = 0; at < 6000; at += 1000) {
      absence.leave(at);
      absence.comeBack(at + 100);
    }
    absence.leave(100_000);
    assert.equal(absence.untilMs, 130_000);
    absence.comeBack(125_000);
    absence.leave(200_000);
    assert.equal(absence.untilMs, 205_000, "60 s less 6 times 5 and 25");
  });
});

describe("a room", () => {
  const status = emptyTable({
    game: createGame(DEFAULT_RULES),
    plan: { kind: "duel" },
    stakes: { mode: "classic", ranked: false },
    invited: [],
  });
  const paired = { ...status, isPaired: true };

  it("ends when one of two who were paired does not come", () => {
    const life = new RoomLife(20_000);
    assert.equal(life.judge(paired, 1, 20_000), null);
    assert.equal(life.judge(paired, 1, 20_001), CloseCode.noShow);
  });

  it("ends when one of two who were paired has come and is never ready", () => {
    const life = new RoomLife(20_000);
    const seats = paired.seats.map((seat) => ({ ...seat, connected: true }));
    assert.equal(life.judge({ ...paired, seats }, 2, 60_000), null);
    assert.equal(life.judge({ ...paired, seats }, 2, 60_001), CloseCode.noShow);
  });

  it("waits ten minutes for whoever plays alone, however slow their line", () => {
    const life = new RoomLife(20_000);
    const alone = { ...paired, kind: "practice" as const };
    assert.equal(life.judge(alone, 0, 599_000), null);
    assert.equal(life.judge(alone, 0, 600_001), CloseCode.gone);
  });

  it("waits ten minutes for friends while nobody is there, and for ever while somebody is", () => {
    const life = new RoomLife(20_000);
    assert.equal(life.judge(status, 1, 3_600_000), null);
    assert.equal(life.judge(status, 0, 3_600_001), null);
    assert.equal(life.judge(status, 0, 3_600_001 + 600_001), CloseCode.gone);
  });

  it("ends a minute after everybody has left a finished match", () => {
    const life = new RoomLife(20_000);
    const over = { ...status, phase: "over" as const };
    assert.equal(life.judge(over, 2, 100_000), null);
    assert.equal(life.judge(over, 0, 100_001), null);
    assert.equal(life.judge(over, 0, 160_002), CloseCode.gone);
  });
});

describe("the rate limit", () => {
  it("takes an honest burst of 80 after a stall", () => {
    const limit = new RateLimit(0);
    assert.ok(Array.from({ length: 80 }, () => limit.take(0)).every((verdict) => verdict === "ok"));
  });

  it("ignores what is too fast, then kicks", () => {
    const limit = new RateLimit(0);
    const verdicts = Array.from({ length: 1000 }, () => limit.take(0));
    assert.deepEqual([verdicts[199], verdicts[200], verdicts[598], verdicts[599]], ["ok", "limit", "limit", "kick"]);
  });

  it("forgives with time", () => {
    const limit = new RateLimit(0);
    for (let i = 0; i < 300; i++) limit.take(0);
    assert.equal(limit.take(10_000), "ok");
  });
});
