// Without a server, a level that is cast as a mind is the very same player as the computer.

import assert from "node:assert/strict";
import { Computer, Person } from "../../../loadtest/ai/contenders.ts";
import { playMatch } from "../../../loadtest/ai/trial.ts";
import { cast } from "../../../loadtest/bot/attention.ts";
import { mindOf } from "../../../loadtest/bot/mind.ts";
import { AI_LEVELS } from "../../../pong/ai/levels.ts";
import { mannerOf } from "../../../pong/ai/player.ts";

describe("a mind without a server", () => {
  for (const level of AI_LEVELS) {
    it(`plays as the computer does: ${level}`, () => {
      const other = () => new Person(1, 6);
      const computer = playMatch([new Computer(mannerOf(level), 0, 5), other()], 7);
      const mind = playMatch([cast(mindOf(level))(0, 5), other()], 7);
      assert.deepEqual(mind.presses, computer.presses);
      assert.ok(mind.presses.length > 20);
    });
  }
});
