// How a server ends, with a match under way: by the operator's hand, and by a crash.

import assert from "node:assert/strict";
import { Client, CloseCode, type Room } from "@colyseus/sdk";
import { RULES_VERSION } from "../../../pong/rules.ts";
import { MatchReply } from "../../../schema/http/matches.ts";
import { UP, encodeUp } from "../../../schema/messages/match.ts";
import type { MatchState } from "../../../schema/match-state.ts";
import { PROTOCOL_VERSION } from "../../../schema/rooms.ts";
import { type Visitor, visit } from "../../support/browser-like.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { newStorage } from "../../support/storage.ts";

interface Seated {
  readonly visitor: Visitor;
  readonly room: Room<unknown, MatchState>;
  /** The close code, once this one is sent away. */
  readonly left: Promise<number>;
}

describe("the end of a server", () => {
  async function sit(server: TestServer, name: string, table: string | null): Promise<Seated & { roomId: string }> {
    const visitor = visit(server.url);
    await visitor.post("/api/guests", { name });
    const roomId = table ?? ((await visitor.post("/api/invitations", {})).body as { roomId: string }).roomId;
    const client = new Client(server.url, { headers: { cookie: visitor.cookie() } });
    const room = await client.joinById<MatchState>(roomId, { protocol: PROTOCOL_VERSION, rules: RULES_VERSION });
    room.reconnection.enabled = false;
    room.onMessage("*", () => {});
    const left = new Promise<number>((resolve) => room.onLeave(resolve));
    return { visitor, room, left, roomId };
  }

  /** Two players with their match begun, and its id. */
  async function startMatch(
    server: TestServer,
    names: readonly [string, string] = ["Ada", "Bob"],
  ): Promise<{ players: readonly Seated[]; matchId: string }> {
    const first = await sit(server, names[0], null);
    const players = [first, await sit(server, names[1], first.roomId)];
    for (const { room } of players) {
      // Whose stamps are not of the room's time is not ready.
      const beat = {
        sent: 0,
        synced: true,
        answer: false,
        seenLate: 0,
        downMs: 0,
        own: 0,
        keys: 0,
        tick: null,
      } as const;
      room.sendBytes(UP, encodeUp(beat));
      room.send("ready");
    }
    await when(first.room, (state) => state.phase !== "waiting");
    const { matchId } = first.room.state;
    await becomes(server, matchId, "running");
    return { players, matchId };
  }

  function when(room: Room<unknown, MatchState>, holds: (state: MatchState) => boolean): Promise<void> {
    return new Promise((resolve) => {
      room.onStateChange((state) => {
        if (holds(state)) resolve();
      });
    });
  }

  /** Asks until the database says so; the test's timeout is the limit. */
  async function becomes(server: TestServer, matchId: string, status: MatchReply["status"]): Promise<MatchReply> {
    for (;;) {
      const reply = MatchReply.parse((await visit(server.url).get(`/api/matches/${matchId}`)).body);
      if (reply.status === status) return reply;
    }
  }

  it("tells both players and marks their match when it is stopped", async () => {
    const server = await startServer({ storage: await newStorage("PGlite") });
    try {
      const { players, matchId } = await startMatch(server);
      assert.equal(await server.stop(), 0);
      for (const { left } of players) assert.equal(await left, CloseCode.SERVER_SHUTDOWN);
      const again = await startServer({ storage: server.storage });
      await becomes(again, matchId, "interrupted");
      assert.deepEqual(
        again.lines.filter((line) => line.includes("cut off")),
        [],
        "it was marked before the end, not at the start",
      );
      await again.stop();
    } finally {
      await server.remove();
    }
  });

  it("keeps finished matches, and says how the running one ended, after kill -9", async () => {
    const server = await startServer({ storage: await newStorage("PGlite") });
    try {
      const { players, matchId } = await startMatch(server);
      players[0]?.room.send("leave");
      await becomes(server, matchId, "finished");
      for (const { room } of players) await room.leave();
      const second = await startMatch(server, ["Cleo", "Dora"]);
      await server.kill9();
      for (const { left } of second.players) assert.notEqual(await left, CloseCode.CONSENTED);

      const again = await startServer({ storage: server.storage });
      const finished = await becomes(again, matchId, "finished");
      assert.ok(finished.status === "finished");
      assert.deepEqual([finished.match.endReason, finished.match.winner], ["forfeit", 1]);
      await becomes(again, second.matchId, "interrupted");
      await again.stop();
    } finally {
      await server.remove();
    }
  });
});
