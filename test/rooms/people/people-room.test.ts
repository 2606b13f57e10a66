// Who is here, live, over real sockets: across tabs, drops and matches, and only as far as each lets others see it.

import assert from "node:assert/strict";
import { monotonicClock } from "../../../loadtest/netcode/monotonic.ts";
import { TableReply } from "../../../schema/http/tables.ts";
import { MAX_IDS, FOLLOW } from "../../../schema/messages/people.ts";
import { CloseCode, PEOPLE_ROOM } from "../../../schema/rooms.ts";
import { openMatch } from "../../../sdk/open-match.ts";
import { type SeededAccount, seedAccount } from "../../support/accounts.ts";
import { onServer } from "../../support/both-servers.ts";
import { visit } from "../../support/browser-like.ts";
import { openCuttingProxy } from "../../support/cutting-proxy.ts";
import { createGuest } from "../../support/guest.ts";
import { openHoldingProxy } from "../../support/holding-proxy.ts";
import { PeoplePage } from "../../support/people-line.ts";
import { Frame, RawPlayer, reserve } from "../../support/raw-player.ts";
import { serverComplaints } from "../../support/server-complaints.ts";
import { until } from "../../support/until.ts";
import { patience } from "../../support/patience.ts";

const PATIENCE_MS = 30_000;
/** More than the grace of somebody who has gone, and not much more. */
const SOON_MS = 30_000;

const VIEWERS = Array.from({ length: 7 }, (_, at) => `viewer${at + 1}`);
const NAMES = ["ada", "bob", "cy", "dan", "eve", "fay", "gus", "hal", "ida", "jan", "other", ...VIEWERS];
const accounts = new Map<string, SeededAccount>();

function account(name: string): SeededAccount {
  const found = accounts.get(name);
  if (found === undefined) throw new Error(`no account: ${name}`);
  return found;
}

onServer("the people room", {
  seed: async (database) => {
    for (const name of NAMES) accounts.set(name, await seedAccount(database, name));
  },

  tests(server) {
    const open: { close(): void }[] = [];
    afterEach(() => {
      for (const one of open.splice(0)) one.close();
    });

    function page(who: SeededAccount, watched: readonly SeededAccount[] = [], url = server().url): PeoplePage {
      const one = new PeoplePage(
        url,
        who,
        watched.map(({ id }) => id),
      );
      open.push(one);
      return one;
    }

    const as = ({ cookie }: SeededAccount) => visit(server().url, cookie);

    it("shows whom a page watches: online, in a match, offline, and when", async () => {
      const [viewer, ada] = [account("viewer1"), account("ada")];
      const watcher = page(viewer, [ada]);
      await watcher.sees(ada, "offline");
      const tab = page(ada);
      await watcher.sees(ada, "online");
      assert.equal(watcher.seen.get(ada.id)?.lastSeenAt, null);
      const { roomId } = TableReply.parse((await as(ada).post("/api/invitations", {})).body);
      const match = openMatch({ url: server().url, headers: { cookie: ada.cookie }, roomId, clock: monotonicClock });
      open.push(match);
      await watcher.sees(ada, "playing");
      match.close();
      await watcher.sees(ada, "online", SOON_MS);
      tab.close();
      await watcher.sees(ada, "offline", SOON_MS);
      const since = Date.now() - Date.parse(watcher.seen.get(ada.id)?.lastSeenAt ?? "");
      assert.ok(since >= 0 && since < patience(PATIENCE_MS), `last seen ${since} ms ago`);
    });

    it("lets go of a match that is closed between being let in and hearing the first of it", async () => {
      const [viewer, ida] = [account("viewer1"), account("ida")];
      const watcher = page(viewer, [ida]);
      const line = await openHoldingProxy(server().url);
      try {
        const { roomId } = TableReply.parse((await as(ida).post("/api/invitations", {})).body);
        const match = openMatch({ url: line.url, headers: { cookie: ida.cookie }, roomId, clock: monotonicClock });
        await watcher.sees(ida, "playing");
        await until(() => line.held > 0, PATIENCE_MS, "the first of the match is on its way");
        match.close();
        line.release();
        await watcher.sees(ida, "offline", SOON_MS);
      } finally {
        await line.close();
      }
    });

    it("counts two tabs and a drop as one person who is here", async () => {
      const [viewer, bob] = [account("viewer2"), account("bob")];
      const line = await openCuttingProxy(server().url);
      try {
        const watcher = page(viewer, [bob]);
        const dropping = page(bob, [], line.url);
        await watcher.sees(bob, "online");
        line.cut();
        line.mend();
        await until(() => dropping.hints > 0, PATIENCE_MS, "the page is back");
        const second = page(bob, [viewer]);
        await second.sees(viewer, "online");
        dropping.close();
        // Longer than the grace: told by the clock of another who comes and goes meanwhile.
        const other = account("other");
        watcher.line.follow([bob.id, other.id]);
        const visiting = page(other);
        await watcher.sees(other, "online");
        visiting.close();
        await watcher.sees(other, "offline", SOON_MS);
        const statuses = watcher.messages.flatMap((people) => people.filter(({ id }) => id === bob.id));
        const since = statuses.slice(statuses.findIndex(({ status }) => status === "online"));
        assert.equal(since.length, 1, "online once, and never offline in between");
        second.close();
        await watcher.sees(bob, "offline", SOON_MS);
      } finally {
        await line.close();
      }
    });

    it("tells friends of each other by itself, and of requests as they come", async () => {
      const [cy, dan] = [account("cy"), account("dan")];
      const [one, other] = [page(cy), page(dan)];
      const helper = page(account("viewer3"), [cy, dan]);
      await helper.sees(cy, "online");
      await helper.sees(dan, "online");
      await as(cy).send("PUT", `/api/friends/${dan.id}`);
      await until(() => one.hints === 1 && other.hints === 1, PATIENCE_MS, "the request arrives");
      assert.equal(other.statusOf(cy), undefined, "no friends yet");
      await as(dan).send("PUT", `/api/friends/${cy.id}`);
      await one.sees(dan, "online");
      await other.sees(cy, "online");
      other.close();
      await one.sees(dan, "offline", SOON_MS);
    });

    it("shows a blocked player nothing from that moment on, and hints at nothing", async () => {
      const [eve, fay] = [account("eve"), account("fay")];
      const own = page(eve);
      const blocked = page(fay, [eve]);
      await blocked.sees(eve, "online");
      await as(eve).send("PUT", `/api/blocks/${fay.id}`);
      await blocked.sees(eve, null);
      await until(() => own.hints === 1, PATIENCE_MS, "the blocker's lists have changed");
      assert.equal(blocked.hints, 0);
      own.close();
      const witness = page(account("viewer4"), [eve]);
      await witness.sees(eve, "offline", SOON_MS);
      const again = page(eve);
      await witness.sees(eve, "online");
      assert.equal(
        blocked.messages
          .flat()
          .filter(({ id }) => id === eve.id)
          .at(-1)?.status,
        null,
      );
      await as(eve).send("DELETE", `/api/blocks/${fay.id}`);
      await blocked.sees(eve, "online");
      again.close();
    });

    it("follows what somebody lets others see", async () => {
      const [gus, viewer] = [account("gus"), account("viewer5")];
      page(gus);
      const watcher = page(viewer, [gus]);
      await watcher.sees(gus, "online");
      const all = { status: "everyone", history: "everyone", messages: "everyone", challenges: "everyone" };
      const hidden = await as(gus).send("PATCH", "/api/account/profile", { privacy: { ...all, status: "nobody" } });
      assert.equal(hidden.status, 200, JSON.stringify(hidden.body));
      await watcher.sees(gus, null);
      await as(gus).send("PATCH", "/api/account/profile", { privacy: all });
      await watcher.sees(gus, "online");
    });

    it("tells a page four times a second at most", async () => {
      const [viewer, hal] = [account("viewer6"), account("hal")];
      const watcher = page(viewer, [hal]);
      await watcher.sees(hal, "offline");
      const startMs = performance.now();
      const before = watcher.messages.length;
      const tabs = Array.from({ length: 5 }, () => page(hal));
      await watcher.sees(hal, "online");
      for (const tab of tabs) tab.close();
      await watcher.sees(hal, "offline", SOON_MS);
      const most = ((performance.now() - startMs) / 1000) * 4 + 1;
      assert.ok(watcher.messages.length - before <= most);
    });

    it("is for accounts, and ends for who is signed out", async () => {
      const guest = await createGuest(server().url);
      assert.deepEqual(await reserve(server().url, `join/${PEOPLE_ROOM}`, guest.headers), {
        status: 401,
        error: "signedOut",
      });
      const ida = account("ida");
      const [one, watcher] = [page(ida), page(account("viewer7"), [ida])];
      await watcher.sees(ida, "online");
      assert.equal((await as(ida).post("/api/sign-out", {})).status, 204);
      await until(() => one.closedBecause === "signedOut", PATIENCE_MS, "thrown out");
      await watcher.sees(ida, "offline", SOON_MS);
    });

    for (const [what, bytes] of [
      ["half an id", [0, 1, 2, 3]],
      ["another mode", [7]],
      ["more ids than fit", [0, ...Array.from({ length: 16 * (MAX_IDS + 1) }, () => 1)]],
    ] as const) {
      it(`sends away who sends ${what}, and lives on`, async () => {
        const headers = { cookie: account("jan").cookie };
        const hostile = await RawPlayer.enter(server().url, `join/${PEOPLE_ROOM}`, headers);
        hostile.send(Uint8Array.of(Frame.bytes, FOLLOW, ...bytes));
        assert.equal(await hostile.closed(), CloseCode.flood);
      });
    }

    it("sends away who asks again and again", async () => {
      const headers = { cookie: account("jan").cookie };
      const hostile = await RawPlayer.enter(server().url, `join/${PEOPLE_ROOM}`, headers);
      for (let at = 0; at < 500; at++) hostile.send(Uint8Array.of(Frame.bytes, FOLLOW, 0));
      assert.equal(await hostile.closed(), CloseCode.flood);
    });

    it("leaves nothing in the log", () => assert.deepEqual(serverComplaints(server()), []));
  },
});
