// One person at a table, over real sockets: against the computer, warming up, and two at one keyboard. Each match is stored
// as what it was, and its recording replays to its result.

import assert from "node:assert/strict";
import { AVERAGE, type Habits } from "../../../loadtest/human.ts";
import { LOOK_EVERY_TICKS } from "../../../pong/ai/levels.ts";
import { verify } from "../../../pong/recording.ts";
import { decodeRecording } from "../../../pong/recording-bytes.ts";
import type { FinishedMatch } from "../../../schema/http/matches.ts";
import type { TableRequest } from "../../../schema/http/tables.ts";
import { visit } from "../../support/browser-like.ts";
import { createGuest, type Guest } from "../../support/guest.ts";
import { FAST } from "../../support/pace.ts";
import { Player } from "../../support/player.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { serverComplaints } from "../../support/server-complaints.ts";
import { untilFound } from "../../support/until.ts";

const MATCH_MS = 120_000;
const STORED_MS = 10_000;
const rules = { pointsToWin: 3, twoClear: false };
/** Rallies between people who miss as much as they hit are short. */
const CLUMSY: Habits = { ...AVERAGE, aimError: 4 };

describe("alone at a table, over real sockets", () => {
  let server: TestServer;
  let guest: Guest;

  before(async () => {
    server = await startServer({ pace: FAST });
    guest = await createGuest(server.url);
  });
  afterEach(() => assert.deepEqual(serverComplaints(server), []));
  after(() => server.remove());

  async function finished(matchId: string): Promise<FinishedMatch | null> {
    const reply = await guest.match(matchId);
    return reply.status === "finished" ? reply.match : null;
  }

  /** Plays at such a table until it is over, or until `leave` resolves and it is left. */
  async function play(table: TableRequest, leave?: (player: Player) => Promise<void>): Promise<FinishedMatch> {
    const player = new Player(guest, await guest.setUp(table), { habits: CLUMSY });
    await player.sees("playing");
    const { matchId } = player.status;
    if (leave !== undefined) {
      await leave(player);
      player.session.ask("leave");
    }
    const match = await untilFound(() => finished(matchId), MATCH_MS, "the match is over and stored");
    player.quit();
    const world = verify(decodeRecording(await guest.recording(matchId)));
    assert.deepEqual(
      match.players.map(({ points }) => points),
      world.score,
      "the recording ends as the result says",
    );
    return match;
  }

  it("is played against the computer", async () => {
    const match = await play({ kind: "practice", level: "dewdrop", rules });
    assert.equal(match.kind, "practice");
    assert.equal(match.endReason, "score");
    assert.deepEqual(
      match.players.map(({ id, sitter, name }) => ({ id, sitter, name })),
      [
        { id: guest.id, sitter: "person", name: guest.name },
        { id: "", sitter: "computer", name: "dewdrop" },
      ],
    );
  });

  it("is played against the level that is nearest, where it is to be fair", async () => {
    const match = await play({ kind: "practice", level: "fair", rules });
    // Three points of lead move it, and whoever has three has won.
    assert.equal(match.players[1]?.name, "breeze");
    const { computers } = decodeRecording(await guest.recording(match.id));
    assert.deepEqual(
      computers?.map(({ seat }) => seat),
      [1],
    );
    for (const [at, { tick }] of computers[0]!.looks.entries())
      assert.ok(at === 0 || tick - computers[0]!.looks[at - 1]!.tick >= LOOK_EVERY_TICKS, "a look a second at most");
  });

  it("is a warm-up that is left when an opponent has come", async () => {
    const match = await play({ kind: "warmUp", level: "ember" }, async (player) => {
      await untilFound(async () => (player.moments > 5 ? true : null), MATCH_MS, "something happens");
    });
    assert.deepEqual([match.kind, match.endReason, match.winner], ["warmUp", "stopped", -1]);
  });

  it("is shared by two at one keyboard", async () => {
    const match = await play({ kind: "keyboard", companion: "Žofie", rules });
    assert.deepEqual([match.kind, match.endReason], ["keyboard", "score"]);
    assert.deepEqual(
      match.players.map(({ id, sitter, name }) => ({ id, sitter, name })),
      [
        { id: guest.id, sitter: "person", name: guest.name },
        { id: "", sitter: "companion", name: "Žofie" },
      ],
    );
    const { presses } = decodeRecording(await guest.recording(match.id));
    for (const seat of [0, 1])
      assert.ok(
        presses.some((press) => press.seat === seat),
        `seat ${seat} played`,
      );
  });

  it("has no place for anybody else", async () => {
    const roomId = await guest.setUp({ kind: "practice", level: "nova" });
    const player = new Player(guest, roomId);
    await player.sees("playing");
    const stranger = new Player(await createGuest(server.url), roomId);
    await untilFound(
      async () => (stranger.session.closedBecause === "full" ? true : null),
      STORED_MS,
      "the stranger is sent away",
    );
    assert.equal(player.status.phase, "playing");
    stranger.quit();
    player.quit();
  });

  it("is set up only by somebody, and only as there are such tables", async () => {
    const nobody = await visit(server.url).post("/api/tables", { kind: "practice", level: "dewdrop" });
    assert.equal(nobody.status, 401);
    const visitor = visit(server.url);
    await visitor.post("/api/guests", { name: "Somebody" });
    for (const body of [
      {},
      { kind: "duel" },
      { kind: "practice" },
      { kind: "practice", level: "godlike" },
      { kind: "practice", level: "dewdrop", rules: { pointsToWin: 99 } },
      { kind: "keyboard" },
      { kind: "keyboard", companion: "<b>" },
    ]) {
      const answer = await visitor.post("/api/tables", body);
      assert.equal(answer.status, 422, JSON.stringify(body));
    }
    const missing = await visitor.get("/api/matches/00000000-0000-4000-8000-000000000000/recording");
    assert.equal(missing.status, 404);
  });
});
