// The computer as a player: it sees no more and presses no faster than it may, and its levels are what they say.

import assert from "node:assert/strict";
import { AI_LEVELS, type AiLevel, LOOK_EVERY_TICKS, SKILLS } from "../../pong/ai/levels.ts";
import { createAiPlayer, look } from "../../pong/ai/player.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import { Computer, type Contender, Person, meets, playMatch, winShare } from "../support/ai-match.ts";
import { createTestGame, createTestRally } from "../support/test-world.ts";

const MATCHES = 40;
const computer =
  (level: AiLevel) =>
  (seat: number, seed: number): Contender =>
    new Computer(level, seat, seed);
const person = (seat: number, seed: number): Contender => new Person(seat, seed);

describe("the computer", function () {
  this.timeout(60_000);

  for (const level of AI_LEVELS) {
    it(`looks at most once a second and presses as people can: ${level}`, () => {
      // Each look gets a frozen copy of the world, and nothing else (test/support/ai-match.ts).
      const player = new Computer(level, 0, 5);
      const { world, hits } = playMatch([player, new Person(1, 6)], 7);
      assert.ok(hits > 20, `${hits} hits`);
      const { decisions, presses } = player;
      for (const { tick, presses: pressed, nextLook } of decisions) {
        assert.ok(nextLook - tick >= LOOK_EVERY_TICKS, `${nextLook - tick} ticks between two looks`);
        for (const press of pressed) {
          assert.ok(press.tick - tick >= SKILLS[level].reaction, `pressed ${press.tick - tick} ticks after a look`);
        }
      }
      for (const [at, press] of presses.entries()) {
        assert.equal(press.seat, 0);
        assert.ok(press.tick > (presses[at - 1]?.tick ?? -1), "in order");
        assert.notEqual(press.keys, presses[at - 1]?.keys ?? 0, "only changes");
      }
      const perSecond = (presses.length / world.tick) * TICKS_PER_SECOND;
      assert.ok(perSecond < 4, `${perSecond} presses a second`);
    });
  }

  it("decides the same by the same seed, and something else by another", () => {
    const presses = (seed: number) => {
      const player = new Computer("medium", 1, seed);
      playMatch([new Person(0, 3), player], 4);
      return player.presses;
    };
    assert.deepEqual(presses(8), presses(8));
    assert.notDeepEqual(presses(8), presses(9));
  });

  it("does not know the numbers that will be drawn", () => {
    const game = createTestGame();
    const seen = createTestRally({ x: 5, vx: -0.2, y: 1, vy: 0.1 }, {});
    const decisions = [1, 2, 3].map((random) => {
      const player = createAiPlayer(game, 0, SKILLS.hard, 11);
      return look(player, { ...seen, random }, [], seen.tick);
    });
    assert.ok(decisions[0]!.presses.length > 0);
    assert.deepEqual(decisions[1], decisions[0]);
    assert.deepEqual(decisions[2], decisions[0]);
  });

  it("meets a ball that it sees coming off the walls", () => {
    const game = createTestGame();
    let met = 0;
    for (let seed = 0; seed < 50; seed++) {
      const player = createAiPlayer(game, 0, { ...SKILLS.hard, aimError: 0, wallError: 0 }, seed);
      const world = createTestRally({ x: 8, vx: -0.2, y: -5 + seed / 5, vy: seed % 2 === 0 ? 0.2 : -0.2 }, {});
      const { presses } = look(player, world, [], world.tick);
      met += meets(game, world, presses) ? 1 : 0;
    }
    assert.equal(met, 50);
  });

  it("wins the more the higher its level, and the highest is a match for the model of an average person", () => {
    const shares = {
      mediumOverEasy: winShare(MATCHES, computer("medium"), computer("easy")),
      hardOverMedium: winShare(MATCHES, computer("hard"), computer("medium")),
      easyOverPerson: winShare(MATCHES, computer("easy"), person),
      hardOverPerson: winShare(MATCHES, computer("hard"), person),
    };
    console.log(`      ${JSON.stringify(shares)}`);
    assert.ok(shares.mediumOverEasy >= 0.9, "medium over easy");
    assert.ok(shares.hardOverMedium >= 0.9, "hard over medium");
    assert.ok(shares.easyOverPerson <= 0.05, "easy over a person");
    assert.ok(shares.hardOverPerson >= 0.2 && shares.hardOverPerson <= 0.8, "hard over a person");
  });
});
