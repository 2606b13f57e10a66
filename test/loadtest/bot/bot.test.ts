// Bots as somebody starts them, at a real server: processes of their own, over real sockets.

import assert from "node:assert/strict";
import { AVERAGE, type Habits } from "../../../loadtest/human.ts";
import { decodeRecording } from "../../../pong/recording-bytes.ts";
import { verify } from "../../../pong/recording.ts";
import { openQueue } from "../../../sdk/open-queue.ts";
import type { FinishedMatch } from "../../../schema/http/matches.ts";
import { BotProcess } from "../../support/bot-process.ts";
import { createGuest } from "../../support/guest.ts";
import { FAST } from "../../support/pace.ts";
import { Player } from "../../support/player.ts";
import { serverComplaints } from "../../support/server-complaints.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { until, untilFound } from "../../support/until.ts";

const MATCH_MS = 400_000;
const STORED_MS = 10_000;
/** A process that starts on a loaded machine, and is at a table. */
const JOINED_MS = 60_000;
/** Rallies of somebody who misses as much as they hit are short. */
const CLUMSY: Habits = { ...AVERAGE, aimError: 4 };

describe("npm run bot", () => {
  let server: TestServer;
  const bots: BotProcess[] = [];

  /** Two of them, who play while the others are tried: they miss seldom, so that takes minutes. */
  const pair: BotProcess[] = [];

  before(async () => {
    server = await startServer({ pace: FAST });
    const orders = ["--url", server.url, "--matches", "1"];
    const host = new BotProcess([...orders, "--level", "1", "--points", "3", "--seed", "1", "--name", "Ada"], FAST);
    pair.push(host);
    const [, link = ""] = await host.says(/(http\S+\/play\/\S+)$/u);
    const guest = ["--level", "nova", "--table", link, "--matches", "1", "--seed", "2", "--name", "Bob"];
    pair.push(new BotProcess(guest, FAST));
  });
  afterEach(() => {
    for (const bot of bots.splice(0)) bot.kill();
    assert.deepEqual(serverComplaints(server), []);
  });
  after(() => {
    for (const bot of pair) bot.kill();
    return server.remove();
  });

  function start(...words: string[]): BotProcess {
    const bot = new BotProcess(words, FAST);
    bots.push(bot);
    return bot;
  }

  function stored(matchId: string): Promise<FinishedMatch> {
    const ask = async (): Promise<FinishedMatch | null> => {
      const guest = await createGuest(server.url);
      const reply = await guest.match(matchId);
      return reply.status === "finished" ? reply.match : null;
    };
    return untilFound(ask, STORED_MS, "the match is stored");
  }

  it("joins a person's table by the link, asks for another match, and goes when it has had enough", async () => {
    const person = await createGuest(server.url);
    const roomId = await person.invite({ pointsToWin: 3, twoClear: false });
    const player = new Player(person, roomId, { habits: CLUMSY, insatiable: true });
    const bot = start("--level", "8", "--table", `${server.url}/play/${roomId}/`, "--matches", "2");
    await player.sees("playing", JOINED_MS);
    assert.deepEqual(
      player.status.seats.map(({ name }) => name),
      [person.name, "Robo Nova"],
    );
    await bot.says(/^Match 2: /u, MATCH_MS);
    assert.equal(await bot.end(), 0);
    player.quit();
  });

  it("leaves the table when it is interrupted: the other one has won", async () => {
    const person = await createGuest(server.url);
    const roomId = await person.invite();
    const player = new Player(person, roomId);
    const bot = start("--level", "4", "--table", roomId, "--url", server.url);
    await player.sees("playing", JOINED_MS);
    bot.interrupt();
    await player.sees("over");
    assert.deepEqual(
      [player.status.endReason, player.status.seats[player.status.winner]?.name],
      ["forfeit", person.name],
    );
    assert.equal(await bot.end(), 0);
    player.quit();
  });

  it("waits in the casual queue, plays whoever comes, and waits again", async () => {
    const bot = start("--level", "1", "--queue", "quick", "--url", server.url);
    await bot.says(/^Waiting in the casual queue, quick\.$/u);
    const person = await createGuest(server.url);
    let proposed = "";
    const roomId = await new Promise<string>((resolve, reject) => {
      const queue = openQueue({
        url: server.url,
        headers: { ...person.headers },
        queue: { mode: "quick", ranked: false },
        onProposal: ({ opponent }) => {
          proposed = opponent.name;
          queue.accept();
        },
        onPaired: resolve,
        onClosed: (because) => reject(new Error(because)),
      });
    });
    assert.equal(proposed, "Robo Dewdrop", "who accepts knows what it is");
    const player = new Player(person, roomId);
    await player.sees("playing", JOINED_MS);
    assert.deepEqual([player.status.mode, player.status.ranked], ["quick", false]);
    player.session.ask("leave");
    await bot.says(/^Match 1: won .* by forfeit/u);
    player.quit();
    const waits = () => bot.lines.filter((line) => line.startsWith("Waiting"));
    await until(() => waits().length === 2, MATCH_MS, "it waits again");
    bot.interrupt();
    assert.equal(await bot.end(), 0);
  });

  it("says in a sentence what keeps it from playing", async () => {
    const person = await createGuest(server.url);
    const full = await person.setUp({ kind: "practice", level: "dewdrop" });
    const tries: readonly (readonly [words: string[], code: number, sentence: RegExp])[] = [
      [["--table", full, "--url", server.url], 1, /^Both seats of that table are taken\.\n$/u],
      [
        ["--table", `${server.url}/play/nowhere99`],
        1,
        /^There is no such table, or not any more: ask for a new link\.\n$/u,
      ],
      [["--url", "http://127.0.0.1:9"], 1, /^Nobody answers at http:\/\/127\.0\.0\.1:9: is Rally running there\?\n$/u],
      [["--level", "9"], 2, /^--level is 1 to 8, or one of dewdrop, .*, nova\. \(--help says more\.\)\n$/u],
      [["--name", "x".repeat(17), "--url", server.url], 1, /^This name is too long: .*\n$/u],
    ];
    for (const [words, code, sentence] of tries) {
      const bot = start(...words);
      assert.equal(await bot.end(), code, words.join(" "));
      assert.match(bot.complaints, sentence);
    }
  });

  it("says who has its name, and numbers itself where it was not told one", async () => {
    const first = start("--level", "6", "--url", server.url);
    await first.says(/^Robo Gale is at/u);
    const second = start("--level", "6", "--url", server.url);
    await second.says(/^Robo Gale 2 is at/u);
    const third = start("--name", "Gale", "--url", server.url);
    assert.equal(await third.end(), 1);
    assert.match(third.complaints, /has this name: choose another one with --name/u);
    for (const bot of [first, second]) {
      await bot.says(/\/play\//u);
      bot.interrupt();
      assert.equal(await bot.end(), 0);
    }
  });

  it("plays a match to its end against another of its kind, and its recording holds", async () => {
    const [host, guest] = [pair[0]!, pair[1]!];
    const [, matchId = ""] = await host.says(/^Match 1: .*\(([\w-]+)\)\.$/u, MATCH_MS);
    assert.deepEqual([await host.end(), await guest.end()], [0, 0]);
    assert.deepEqual([host.complaints, guest.complaints], ["", ""]);
    const match = await stored(matchId);
    assert.deepEqual(
      match.players.map(({ name, sitter, login }) => [name, sitter, login]),
      [
        ["Robo Ada", "person", null],
        ["Robo Bob", "person", null],
      ],
    );
    assert.deepEqual([match.kind, match.endReason, match.verdict], ["duel", "score", "practice"]);
    const points = match.players.map((player) => player.points);
    assert.equal(Math.max(...points), 3);
    const anybody = await createGuest(server.url);
    const recording = decodeRecording(await anybody.recording(matchId));
    assert.deepEqual(verify(recording).score, points);
    for (const seat of [0, 1])
      assert.ok(
        recording.presses.some((press) => press.seat === seat),
        `seat ${seat} played`,
      );
    await guest.says(/^Robo Ada is at the table\.$/u);
  });
});
