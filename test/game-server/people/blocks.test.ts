// Who has blocked somebody is kept apart from them, and the blocked one does not learn why.

import assert from "node:assert/strict";
import { createFriends } from "../../../db/repositories/friends.ts";
import { monotonicClock } from "../../../loadtest/netcode/monotonic.ts";
import { TableReply } from "../../../schema/http/tables.ts";
import type { MatchSession } from "../../../sdk/match-session.ts";
import { openMatch } from "../../../sdk/open-match.ts";
import { SpectateSession } from "../../../sdk/spectate-session.ts";
import { openQueue, type Queue } from "../../../sdk/open-queue.ts";
import { LiveReply, SpectateReply } from "../../../schema/http/spectating.ts";
import { type SeededAccount, seedAccount } from "../../support/accounts.ts";
import { onServer } from "../../support/both-servers.ts";
import { visit } from "../../support/browser-like.ts";
import { serverComplaints } from "../../support/server-complaints.ts";
import { until, untilFound } from "../../support/until.ts";

const PATIENCE_MS = 30_000;

let ada: SeededAccount;
/** Whom Ada has blocked. */
let bob: SeededAccount;
let cy: SeededAccount;
let dan: SeededAccount;

onServer("a blocked player", {
  async seed(database) {
    [ada, bob, cy, dan] = [
      await seedAccount(database, "ada"),
      await seedAccount(database, "bob"),
      await seedAccount(database, "cy"),
      await seedAccount(database, "dan"),
    ];
    await createFriends(database.orm).block(ada.id, bob.id, new Date());
  },

  tests(server) {
    const open: { cancel?: () => void; close?: () => void }[] = [];
    afterEach(() => {
      for (const one of open.splice(0)) {
        one.cancel?.();
        one.close?.();
      }
    });

    function queue({ cookie }: SeededAccount): { queue: Queue; roomId: string; people: number } {
      const heard = { roomId: "", people: 0 };
      const line = openQueue({
        url: server().url,
        headers: { cookie },
        onWaiting: ({ people }) => void (heard.people = people),
        onPaired: (roomId) => void (heard.roomId = roomId),
        onClosed: () => {},
      });
      open.push(line);
      return Object.assign(heard, { queue: line });
    }

    function follow({ cookie }: SeededAccount, roomId: string): MatchSession {
      const session = openMatch({ url: server().url, headers: { cookie }, roomId, clock: monotonicClock });
      open.push(session);
      return session;
    }

    async function invite({ cookie }: SeededAccount, watching?: { isPublic: boolean }): Promise<string> {
      const made = await visit(server().url, cookie).post("/api/invitations", { watching });
      return TableReply.parse(made.body).roomId;
    }

    /** Returns what they get from then on. */
    async function watch({ cookie }: SeededAccount, tableId: string): Promise<{ watchers: number; closed: string }> {
      const { url } = server();
      const { body } = await visit(url, cookie).post(`/api/live/${tableId}/watch`, {});
      const heard = { watchers: 0, closed: "" };
      const session = new SpectateSession({
        url,
        headers: { cookie },
        roomId: SpectateReply.parse(body).roomId,
        clock: monotonicClock,
        changed: () => void (heard.watchers = session.spectators),
        closed: (because) => void (heard.closed = because),
      });
      open.push(session);
      return heard;
    }

    async function isToldFull(who: SeededAccount, roomId: string): Promise<void> {
      const session = follow(who, roomId);
      await until(() => session.connection === "closed", PATIENCE_MS, `${who.name} is sent away`);
      assert.equal(session.closedBecause, "full");
      assert.equal(session.status, null, "sees nothing of the table");
    }

    async function isSeated(who: SeededAccount, roomId: string): Promise<void> {
      const session = follow(who, roomId);
      const sits = () => session.status?.seats.some(({ playerId }) => playerId === who.id) ?? false;
      await until(sits, PATIENCE_MS, `${who.name} sits`);
    }

    it("is never paired with who blocked them", async () => {
      const first = queue(ada);
      await until(() => first.people === 1, PATIENCE_MS, "one waits");
      const second = queue(bob);
      await until(() => second.people === 2, PATIENCE_MS, "two wait");
      const third = queue(cy);
      await until(() => first.roomId !== "" && third.roomId !== "", PATIENCE_MS, "the next comes to the first");
      assert.equal(first.roomId, third.roomId);
      assert.equal(second.roomId, "");
      const fourth = queue(dan);
      await until(() => second.roomId !== "" && fourth.roomId !== "", PATIENCE_MS, "the one after to the second");
      assert.equal(second.roomId, fourth.roomId);
    });

    it("is told that the blocker's table is full, as who comes too late is", async () => {
      const roomId = await invite(ada);
      await isToldFull(bob, roomId);
      await isSeated(ada, roomId);
      await isToldFull(bob, roomId);
      await isSeated(cy, roomId);
      await isToldFull(dan, roomId);
    });

    it("may let the blocker in at their own table", async () => {
      const roomId = await invite(bob);
      await isSeated(bob, roomId);
      await isSeated(ada, roomId);
    });

    it("is shown out where they watch, and nobody else is", async () => {
      const roomId = await invite(ada, { isPublic: true });
      await isSeated(ada, roomId);
      const [dans, cys] = [await watch(dan, roomId), await watch(cy, roomId)];
      await until(() => dans.watchers === 2 && cys.watchers === 2, PATIENCE_MS, "both watch");
      await visit(server().url, ada.cookie).send("PUT", `/api/blocks/${dan.id}`);
      await until(() => dans.closed !== "" && cys.watchers === 1, PATIENCE_MS, "who is blocked is shown out");
      assert.deepEqual([dans.closed, cys.closed], ["full", ""]);
      const again = await watch(dan, roomId);
      await until(() => again.closed === "full", PATIENCE_MS, "nor do they come in again");
    });

    it("sees nothing of the blocker's matches in the lists of what is on", async () => {
      const roomId = await invite(ada, { isPublic: true });
      for (const who of [ada, cy]) {
        const session = follow(who, roomId);
        await until(() => session.status !== null, PATIENCE_MS, `${who.name} sits`);
        session.ask("ready");
      }
      const live = async ({ cookie }: SeededAccount) =>
        LiveReply.parse((await visit(server().url, cookie).get("/api/live")).body).matches.map((one) => one.roomId);
      await untilFound(async () => ((await live(cy)).includes(roomId) ? true : null), PATIENCE_MS, "the match is on");
      assert.deepEqual(await live(bob), []);
    });

    it("leaves nothing in the log", () => assert.deepEqual(serverComplaints(server()), []));
  },
});
