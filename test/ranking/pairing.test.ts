// Who plays whom: nobody twice, nobody blocked, nobody for the third time, nobody left who could be paired after a minute.

import assert from "node:assert/strict";
import fc from "fast-check";
import { Dice } from "../../loadtest/matchmaking/dice.ts";
import { simulateDay } from "../../loadtest/matchmaking/simulated-day.ts";
import { createPlayers } from "../../loadtest/matchmaking/simulated-player.ts";
import { type Ticket, ANYBODY_AFTER_MS, mayMeet, misfit, pairUp, rangeOf } from "../../ranking/pairing.ts";

const RULES = { thirdTimeAfterMs: null };

function ticket(playerId: string, difference: Partial<Ticket> = {}): Ticket {
  return {
    playerId,
    rating: 1500,
    deviation: 60,
    waitedMs: 0,
    avoids: new Set(),
    lastOpponents: [],
    roundTripMs: null,
    ...difference,
  };
}

const names = (tickets: readonly Ticket[]) =>
  pairUp(tickets, RULES).map((pair) => pair.map((one) => one.playerId).toSorted());

const lines = fc
  .uniqueArray(
    fc.record({
      number: fc.nat(60),
      rating: fc.integer({ min: 800, max: 2400 }),
      waitedMs: fc.integer({ min: 0, max: 90_000 }),
      avoids: fc.array(fc.nat(60), { maxLength: 8 }),
      last: fc.option(fc.nat(60)),
      roundTripMs: fc.option(fc.integer({ min: 1, max: 400 })),
    }),
    { selector: ({ number }) => number, maxLength: 40 },
  )
  .map((list) =>
    list.map(({ number, rating, waitedMs, avoids, last, roundTripMs }) =>
      ticket(`${number}`, {
        rating,
        waitedMs,
        avoids: new Set(avoids.map(String)),
        lastOpponents: last === null ? [] : [`${last}`, `${last}`],
        roundTripMs,
      }),
    ),
  );

describe("pairing", () => {
  it("pairs each at most once, and only those who may meet", () => {
    fc.assert(
      fc.property(lines, (line) => {
        const pairs = pairUp(line, RULES);
        const paired = pairs.flat().map(({ playerId }) => playerId);
        assert.equal(new Set(paired).size, paired.length);
        for (const [one, other] of pairs) assert.ok(mayMeet(one, other, RULES));
      }),
    );
  });

  it("leaves nobody who plays anybody beside somebody whom they may meet", () => {
    fc.assert(
      fc.property(lines, (line) => {
        const paired = new Set(pairUp(line, RULES).flat());
        const left = line.filter((one) => !paired.has(one));
        for (const one of left.filter(({ waitedMs }) => waitedMs >= ANYBODY_AFTER_MS))
          assert.deepEqual(
            left.filter((other) => mayMeet(one, other, RULES)),
            [],
          );
      }),
    );
  });

  it("pairs the same whatever the order of the line", () => {
    fc.assert(
      fc.property(lines, (line) => {
        assert.deepEqual(names(line), names(line.toReversed()));
      }),
    );
  });

  it("widens the range with the time waited, and is wider for the unsure", () => {
    assert.ok(rangeOf(ticket("a", { waitedMs: 20_000 })) > rangeOf(ticket("a")));
    assert.ok(rangeOf(ticket("a", { deviation: 350 })) > rangeOf(ticket("a")));
    const far = ticket("b", { rating: 1700 });
    assert.deepEqual(names([ticket("a"), far]), []);
    assert.deepEqual(names([ticket("a", { waitedMs: 39_000 }), far]), [["a", "b"]]);
  });

  it("prefers the better line of two who are as strong", () => {
    const line = [
      ticket("a", { waitedMs: 9_000, roundTripMs: 20 }),
      ticket("slow", { rating: 1505, roundTripMs: 400 }),
      ticket("fast", { rating: 1490, roundTripMs: 20 }),
    ];
    assert.deepEqual(names(line), [["a", "fast"]]);
    assert.ok(misfit(line[0]!, line[1]!, RULES) > misfit(line[0]!, line[2]!, RULES));
  });

  it("lets the same two meet for the third time only where that is allowed, after a while", () => {
    const [one, other] = [ticket("a", { lastOpponents: ["b", "b"] }), ticket("b", { lastOpponents: ["a", "a"] })];
    assert.deepEqual(pairUp([one, other], RULES), []);
    const waited = [one, other].map((each) => ({ ...each, waitedMs: 30_000 }));
    assert.deepEqual(pairUp(waited, RULES), []);
    assert.equal(pairUp(waited, { thirdTimeAfterMs: 20_000 }).length, 1);
    assert.ok(mayMeet({ ...one, lastOpponents: ["b", "c"] }, { ...other, lastOpponents: ["a", "c"] }, RULES));
  });

  it("starves nobody over a simulated day, and pairs nobody who may not meet", () => {
    const dice = new Dice(3);
    const day = simulateDay(createPlayers(300, dice), dice);
    assert.ok(day.matches > 4_000, `${day.matches} matches`);
    assert.deepEqual([day.blockedPairs, day.thirdTimes, day.starved], [0, 0, 0]);
  });
});
