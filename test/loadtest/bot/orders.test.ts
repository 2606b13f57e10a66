// What a bot can be told, and what it says to what makes no sense.

import assert from "node:assert/strict";
import { BotMistake, WRONG_ORDERS } from "../../../loadtest/bot/mistake.ts";
import { HELP, type Orders, readOrders } from "../../../loadtest/bot/orders.ts";
import { AI_LEVELS } from "../../../pong/ai/levels.ts";

function read(words: string): Orders {
  const orders = readOrders(words.split(" ").filter(Boolean));
  assert.ok(orders !== null);
  return orders;
}

describe("the orders of a bot", () => {
  it("have a level by its number or its name", () => {
    for (const [at, level] of AI_LEVELS.entries())
      for (const word of [String(at + 1), level, level.toUpperCase()])
        assert.equal(read(`--level ${word}`).level, level);
  });

  it("are a table of its own when nothing is said", () => {
    const { seed, ...others } = read("");
    assert.deepEqual(others, {
      level: "tide",
      url: "http://localhost:2567",
      where: { kind: "own", pointsToWin: 11 },
      name: null,
      matches: Infinity,
    });
    assert.ok(Number.isInteger(seed));
    assert.notEqual(read("").seed, read("").seed, "no two of them play the same");
  });

  const places: readonly (readonly [words: string, url: string, where: Orders["where"]])[] = [
    ["--points 3", "http://localhost:2567", { kind: "own", pointsToWin: 3 }],
    ["--url https://rally.example/", "https://rally.example", { kind: "own", pointsToWin: 11 }],
    ["--queue quick", "http://localhost:2567", { kind: "queue", mode: "quick" }],
    ["--table 9DMXj5YAk", "http://localhost:2567", { kind: "table", roomId: "9DMXj5YAk" }],
    ["--table https://rally.example/play/a_B-9?x#y", "https://rally.example", { kind: "table", roomId: "a_B-9" }],
    ["--table -OuMhyaEv", "http://localhost:2567", { kind: "table", roomId: "-OuMhyaEv" }],
    ["--table --umhyaEv", "http://localhost:2567", { kind: "table", roomId: "--umhyaEv" }],
    ["--table http://a.example/play/r1 --url http://b.example", "http://b.example", { kind: "table", roomId: "r1" }],
  ];
  for (const [words, url, where] of places) {
    it(`lead somewhere: ${words}`, () => {
      const orders = read(words);
      assert.deepEqual([orders.url, orders.where], [url, where]);
    });
  }

  const wrong: readonly (readonly [words: string, sentence: RegExp])[] = [
    ["--level 0", /^--level is 1 to 8/u],
    ["--level 9", /^--level is 1 to 8/u],
    ["--level godlike", /^--level is 1 to 8/u],
    ["--table --url http://a.example", /^Option '--table' argument is ambiguous\./u],
    ["--level", /^Option '--level <value>' argument missing\./u],
    ["--levl 3", /^Unknown option '--levl'\./u],
    ["5", /^Unexpected argument '5'\./u],
    ["--queue ranked", /^--queue is classic or quick\./u],
    ["--queue quick --table r1", /^Either --table or --queue/u],
    ["--queue quick --points 3", /^--points is for a table that the bot opens itself\./u],
    ["--points 2", /^--points is a number from 3 to 21\./u],
    ["--points x", /^--points is a number from 3 to 21\./u],
    ["--matches 0", /^--matches is a number/u],
    ["--seed 1.5", /^--seed is a number/u],
    ["--url localhost:2567", /^--url looks like/u],
    ["--table http://a.example/", /^--table is a table's link/u],
    ["--table file:///play/r1", /^--table is a table's link/u],
    ["--table a/b", /^--table is a table's link/u],
  ];
  for (const [words, sentence] of wrong) {
    it(`are refused in a sentence: ${words}`, () => {
      assert.throws(
        () => read(words),
        (error) => error instanceof BotMistake && error.exitCode === WRONG_ORDERS && sentence.test(error.message),
      );
    });
  }

  it("are all told by --help", () => {
    assert.equal(readOrders(["--level", "99", "--help"]), null);
    for (const option of ["level", "table", "queue", "points", "name", "matches", "url", "seed"])
      assert.ok(HELP.includes(`--${option} `), option);
  });
});
