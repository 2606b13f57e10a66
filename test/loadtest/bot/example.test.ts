// The examples of docs/bots.md run, and stand there as they are.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AVERAGE, type Habits } from "../../../loadtest/human.ts";
import { AI_LEVELS } from "../../../pong/ai/levels.ts";
import { BotProcess } from "../../support/bot-process.ts";
import { createGuest } from "../../support/guest.ts";
import { FAST } from "../../support/pace.ts";
import { Player } from "../../support/player.ts";
import { serverComplaints } from "../../support/server-complaints.ts";
import { startServer, type TestServer } from "../../support/server.ts";

const root = join(import.meta.dirname, "../../..");
const EXAMPLE = "loadtest/bot/example-bot.ts";
const MATCH_MS = 200_000;
/** Rallies of somebody who misses as much as they hit are short. */
const CLUMSY: Habits = { ...AVERAGE, aimError: 4 };

describe("the example of a bot", () => {
  let server: TestServer;
  const bots: BotProcess[] = [];

  before(async () => {
    server = await startServer({ pace: FAST });
  });
  after(async () => {
    for (const bot of bots) bot.kill();
    assert.deepEqual(serverComplaints(server), []);
    await server.remove();
  });

  function start(words: readonly string[], script?: string): BotProcess {
    const bot = new BotProcess(words, FAST, script);
    bots.push(bot);
    return bot;
  }

  it("is what the guide shows", () => {
    const guide = readFileSync(join(root, "docs/bots.md"), "utf8");
    const blocks = [...guide.matchAll(/```ts\n(.*?)```/gsu)].map(([, code]) => code!);
    const source = readFileSync(join(root, EXAMPLE), "utf8");
    assert.ok(blocks.length > 0);
    for (const block of blocks) assert.ok(source.includes(block), block);
  });

  it("opens a table, and leaves it again", async () => {
    const bot = start([server.url], EXAMPLE);
    await bot.says(/^Send this link .*\/play\/\S+$/u);
    bot.interrupt();
    assert.equal(await bot.end(), 0);
  });

  it("plays a match to its end", async () => {
    const person = await createGuest(server.url);
    const roomId = await person.invite({ pointsToWin: 3, twoClear: false });
    const player = new Player(person, roomId, { habits: CLUMSY });
    const bot = start([server.url, roomId], EXAMPLE);
    await player.sees("over", MATCH_MS);
    assert.equal(await bot.end(), 0);
    assert.equal(bot.complaints, "");
    assert.match(player.status.seats[1]!.name, /^Robo Keeper/u);
    assert.equal(player.status.endReason, "score");
    assert.ok(player.status.score.every((points) => points >= 0));
    player.quit();
  });

  it("is tried against each level without a server", async () => {
    const trial = start(["2"], "loadtest/bot/example-trial.ts");
    assert.equal(await trial.end(), 0);
    assert.deepEqual(
      trial.lines.map((line) => /^(\w+): [0-2] of 2 matches, \d+ % of the points$/u.exec(line)?.[1]),
      AI_LEVELS,
    );
  });
});
