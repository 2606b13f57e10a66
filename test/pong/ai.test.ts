// The computer as a player: it sees no more and presses no faster than it may, and knows nothing that a person could not.

import assert from "node:assert/strict";
import { Computer, Person, type Contender, GAME } from "../../loadtest/ai/contenders.ts";
import { playMatch } from "../../loadtest/ai/trial.ts";
import { glimpse } from "../../pong/ai/glimpse.ts";
import { AI_LEVELS, LEVELS, LOOK_EVERY_TICKS, MIN_REACTION_TICKS } from "../../pong/ai/levels.ts";
import { type Manner, createAiPlayer, look, mannerOf } from "../../pong/ai/player.ts";
import { hashWorld } from "../../pong/hash.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import { type World, cloneWorld } from "../../pong/world.ts";
import { meets } from "../support/ai-match.ts";
import { createTestGame, createTestRally } from "../support/test-world.ts";

const MOST_PRESSES_A_SECOND = 12;
const exact: Manner = {
  ...mannerOf("nova"),
  skill: { ...mannerOf("nova").skill, aimError: 0, wallError: 0, handError: 0, whim: 0, hesitation: 0, fidget: 0 },
};

describe("the computer", () => {
  for (const level of AI_LEVELS) {
    it(`looks at most once a second and presses as people can: ${level}`, () => {
      const player = new Computer(mannerOf(level), 0, 5);
      const { world, hits } = playMatch([player, new Person(1, 6)], 7);
      assert.ok(hits > 15, `${hits} hits`);
      const { decisions, presses } = player;
      for (const [at, { tick, presses: pressed, nextLook }] of decisions.entries()) {
        assert.ok(nextLook - tick >= LOOK_EVERY_TICKS, `${nextLook - tick} ticks between two looks`);
        assert.ok(tick - (decisions[at - 1]?.tick ?? -Infinity) >= LOOK_EVERY_TICKS);
        for (const press of pressed) {
          assert.deepEqual(Object.keys(press).toSorted(), ["keys", "seat", "tick"], "only presses leave it");
          assert.ok(press.tick - tick >= MIN_REACTION_TICKS, `pressed ${press.tick - tick} ticks after a look`);
        }
      }
      for (const [at, press] of presses.entries()) {
        assert.equal(press.seat, 0);
        assert.ok(press.tick > (presses[at - 1]?.tick ?? -1), "in order");
        assert.notEqual(press.keys, presses[at - 1]?.keys ?? 0, "only changes");
        const window = presses.filter(({ tick, keys }) => keys !== 0 && press.tick <= tick && tick < press.tick + 60);
        assert.ok(window.length <= MOST_PRESSES_A_SECOND, `${window.length} presses in a second`);
      }
      const perSecond = (presses.length / world.tick) * TICKS_PER_SECOND;
      assert.ok(perSecond < 5, `${perSecond} key changes a second`);
    });
  }

  it("gets a frozen copy of the table, whose serves to come are not in it", () => {
    const world = createTestRally({ x: 5, vx: -0.2, y: 1, vy: 0.1 }, {});
    const seen = glimpse(world, [{ tick: 0, seat: 1, keys: 1 }], world.tick + 3);
    const parts = [seen, seen.table, ...seen.table.balls, ...seen.table.paddles, seen.table.balls, seen.table.paddles];
    for (const part of [...parts, seen.table.score, seen.theirs, ...seen.theirs]) assert.ok(Object.isFrozen(part));
    assert.equal(seen.table.random, 0);
    const before = hashWorld(world);
    assert.throws(() => Object.assign(seen.table.balls[0]!, { x: 0 }), TypeError);
    world.balls[0]!.x = -3;
    assert.equal(seen.table.balls[0]!.x, 5, "a copy");
    world.balls[0]!.x = 5;
    look(createAiPlayer(createTestGame(), 0, mannerOf("nova"), 3), seen);
    assert.equal(hashWorld(world), before, "nothing of the table changes");
  });

  it("is handed nothing but its glimpses: what happens between two looks changes nothing", () => {
    const game = createTestGame();
    const one = createTestRally({ x: 5, vx: -0.2, y: 1, vy: 0.1 }, {});
    const presses = (between: (world: World) => void) => {
      const player = createAiPlayer(game, 0, mannerOf("gale"), 11);
      const first = look(player, glimpse(one, [], one.tick));
      const world = cloneWorld(one);
      between(world);
      const later = { ...cloneWorld(one), tick: first.nextLook };
      return [first.presses, look(player, glimpse(later, [], first.nextLook)).presses];
    };
    const still = presses(() => {});
    assert.ok(still[0]!.length > 0);
    assert.deepEqual(
      presses((world) => Object.assign(world.balls[0]!, { x: -8, y: 4 })),
      still,
    );
  });

  it("decides the same by the same seed, and something else by another", () => {
    const presses = (seed: number) => {
      const player = new Computer(mannerOf("ember"), 1, seed);
      playMatch([new Person(0, 3), player], 4);
      return player.presses;
    };
    assert.deepEqual(presses(8), presses(8));
    assert.notDeepEqual(presses(8), presses(9));
  });

  it("meets a ball that it sees coming off the walls", () => {
    const game = createTestGame();
    let met = 0;
    for (let seed = 0; seed < 50; seed++) {
      const player = createAiPlayer(game, 0, exact, seed);
      const world = createTestRally({ x: 8, vx: -0.2, y: -5 + seed / 5, vy: seed % 2 === 0 ? 0.2 : -0.2 }, {});
      const { presses } = look(player, glimpse(world, [], world.tick));
      met += meets(game, world, presses) ? 1 : 0;
    }
    assert.equal(met, 50);
  });

  it("goes for the ball that comes first, of several", () => {
    const { court } = GAME;
    const game = { ...GAME, court: { ...court, spots: [...court.spots, { x: 0, y: 0 }] } };
    const world = createTestRally({ x: 6, vx: -0.2, y: 4, vy: 0 }, {});
    world.balls.push({ ...world.balls[0]!, x: 1, y: -3, vx: -0.2, vy: 0 });
    const { thought } = look(createAiPlayer(game, 0, exact, 1), glimpse(world, [], world.tick));
    assert.ok(Math.abs(thought.coming!.y + 3) < 1e-9, `${thought.coming!.y}`);
  });

  it("returns a ball to where the other one is not", () => {
    const game = createTestGame();
    let far = 0;
    for (let seed = 0; seed < 40; seed++) {
      // A fast one, soon to be met: there is no time to get everywhere.
      const world = createTestRally({ x: -4, vx: -0.4, y: 0, vy: 0 }, { hits: 20 });
      world.paddles[1]!.y = seed % 2 === 0 ? 4.5 : -4.5;
      const { thought } = look(createAiPlayer(game, 0, exact, seed), glimpse(world, [], world.tick));
      assert.ok(thought.aims.length >= 3);
      const best = thought.aims.reduce((a, b) => (a.worth >= b.worth ? a : b));
      assert.equal(thought.chosen, best);
      if (Math.abs(thought.chosen.y - world.paddles[1]!.y) > 2) far++;
    }
    assert.ok(far >= 36, `${far} of 40`);
  });

  it("learns where its opponent waits, how fast they set off and which balls they get", () => {
    const player = new Computer(mannerOf("nova"), 0, 5);
    playMatch([player, new Person(1, 6)], 7);
    const { habits } = player.player;
    assert.ok(habits.replies > 5);
    assert.notEqual(habits.home, 0);
    assert.notEqual(habits.reaction, 13);
    assert.ok(habits.zones.some(({ expected }) => expected > 1));
    const beginner = new Computer(mannerOf("dewdrop"), 0, 5);
    playMatch([beginner, new Person(1, 6)], 7);
    assert.equal(beginner.player.habits.home, 0, "a beginner does not");
  });

  it("errs, and says by how much", () => {
    const errors = AI_LEVELS.map((level) => {
      const player: Contender & Computer = new Computer(mannerOf(level), 0, 3);
      playMatch([player, new Person(1, 4)], 9);
      const met = player.decisions.filter(({ thought }) => thought.meetY !== null);
      for (const { thought } of met)
        assert.ok(Math.abs(thought.meetY! - (thought.chosen?.paddleY ?? thought.coming!.y) - thought.error) < 1e-9);
      return Math.sqrt(met.reduce((sum, { thought }) => sum + thought.error * thought.error, 0) / met.length);
    });
    assert.ok(errors[0]! > 1.3 * errors.at(-1)!, errors.join(" "));
  });

  it("has levels whose documented ratings rise", () => {
    for (const [at, level] of AI_LEVELS.entries())
      if (at > 0) assert.ok(LEVELS[level].rating > LEVELS[AI_LEVELS[at - 1]!].rating);
  });
});
