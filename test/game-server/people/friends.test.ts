// Friends, requests and blocks over HTTP, and that a blocked player does not learn of it.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { AskedReply, FriendsReply } from "../../../schema/http/friends.ts";
import { PlayerReply } from "../../../schema/http/players.ts";
import { type SeededAccount, seedAccount } from "../../support/accounts.ts";
import { onBothServers } from "../../support/both-servers.ts";
import { type Answer, type Visitor, visit } from "../../support/browser-like.ts";
import { createGuest } from "../../support/guest.ts";

const NAMES = ["ada", "bob", "cyd", "dan", "eve", "fay", "shy"] as const;
let accounts: Readonly<Record<(typeof NAMES)[number], SeededAccount>>;

onBothServers("friends over HTTP", {
  async seed(database) {
    const seeded = [];
    for (const name of NAMES) {
      const change = name === "shy" ? ({ seesStatus: "nobody", seesHistory: "nobody" } as const) : {};
      seeded.push([name, await seedAccount(database, name, change)]);
    }
    accounts = Object.fromEntries(seeded) as typeof accounts;
  },

  tests(server) {
    const as = ({ cookie }: { readonly cookie: string }): Visitor => visit(server().url, cookie);
    const codeOf = ({ status, body }: Answer) => [status, (body as { error?: { code: string } }).error?.code];

    async function lists(who: SeededAccount) {
      const answer = await as(who).get("/api/friends");
      assert.equal(answer.status, 200);
      const reply = FriendsReply.parse(answer.body);
      const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
      return {
        reply,
        names: {
          friends: names(reply.friends),
          incoming: names(reply.incoming),
          outgoing: names(reply.outgoing),
          blocked: names(reply.blocked),
        },
      };
    }
    const EMPTY = { friends: [], incoming: [], outgoing: [], blocked: [] };

    async function pageOf(who: SeededAccount, viewer: SeededAccount): Promise<PlayerReply> {
      return PlayerReply.parse((await as(viewer).get(`/api/players/${who.login}`)).body);
    }

    it("are asked by name, accept, and end", async () => {
      const { ada, bob } = accounts;
      const asked = await as(ada).post("/api/friends", { login: " Bob " });
      assert.deepEqual([asked.status, AskedReply.parse(asked.body)], [200, { friendship: "asked" }]);
      assert.deepEqual((await lists(ada)).names, { ...EMPTY, outgoing: ["bob"] });
      assert.deepEqual((await lists(bob)).names, { ...EMPTY, incoming: ["ada"] });
      assert.equal((await pageOf(bob, ada)).friendship, "asked");
      assert.equal((await pageOf(ada, bob)).friendship, "asking");
      assert.deepEqual(codeOf(await as(ada).post(`/api/friends/${bob.id}/accept`, {})), [404, "notFound"]);
      assert.equal((await as(bob).post(`/api/friends/${ada.id}/accept`, {})).status, 204);
      const { reply } = await lists(ada);
      assert.deepEqual(
        reply.friends.map(({ id, status }) => [id, status]),
        [[bob.id, "offline"]],
      );
      assert.equal((await pageOf(bob, ada)).friendship, "friends");
      assert.equal((await as(bob).send("DELETE", `/api/friends/${ada.id}`)).status, 204);
      assert.equal((await as(bob).send("DELETE", `/api/friends/${ada.id}`)).status, 204);
      assert.deepEqual((await lists(ada)).names, EMPTY);
    });

    it("are nobody else's: a third one changes nothing between two", async () => {
      const { ada, bob, eve } = accounts;
      await as(ada).send("PUT", `/api/friends/${bob.id}`);
      for (const { id } of [ada, bob]) {
        assert.deepEqual(codeOf(await as(eve).post(`/api/friends/${id}/accept`, {})), [404, "notFound"]);
        assert.equal((await as(eve).send("DELETE", `/api/friends/${id}`)).status, 204);
        assert.equal((await as(eve).send("PUT", `/api/blocks/${id}`)).status, 204);
        assert.equal((await as(eve).send("DELETE", `/api/blocks/${id}`)).status, 204);
      }
      assert.equal((await pageOf(bob, ada)).friendship, "asked");
      await as(ada).send("DELETE", `/api/friends/${bob.id}`);
    });

    it("see of each other what each lets friends see", async () => {
      const { ada, shy } = accounts;
      await as(ada).send("PUT", `/api/friends/${shy.id}`);
      const asked = await as(shy).send("PUT", `/api/friends/${ada.id}`);
      assert.deepEqual(AskedReply.parse(asked.body), { friendship: "friends" });
      const [friend] = (await lists(ada)).reply.friends;
      assert.deepEqual([friend?.name, friend?.status, friend?.lastSeenAt], ["shy", null, null]);
    });

    it("are not had by who may not be asked: oneself, guests, nobody, all in the same words", async () => {
      const { ada } = accounts;
      const guest = await createGuest(server().url);
      for (const id of [ada.id, guest.id, randomUUID()])
        assert.deepEqual(codeOf(await as(ada).send("PUT", `/api/friends/${id}`)), [403, "friends.notPossible"]);
      assert.deepEqual(codeOf(await as(ada).post("/api/friends", { login: "nobody.here" })), [404, "notFound"]);
      assert.deepEqual(codeOf(await as({ cookie: guest.headers["cookie"]! }).get("/api/friends")), [
        403,
        "accountNeeded",
      ]);
      assert.deepEqual(codeOf(await visit(server().url).get("/api/friends")), [401, "signedOut"]);
    });

    it("are blocked without learning it: the blocker is like somebody who lets nobody near", async () => {
      const { cyd, dan, shy } = accounts;
      await as(cyd).send("PUT", `/api/friends/${dan.id}`);
      await as(dan).send("PUT", `/api/friends/${cyd.id}`);
      assert.equal((await as(cyd).send("PUT", `/api/blocks/${dan.id}`)).status, 204);
      assert.equal((await as(cyd).send("PUT", `/api/blocks/${dan.id}`)).status, 204);
      assert.deepEqual((await lists(cyd)).names, { ...EMPTY, blocked: ["dan"] });
      assert.deepEqual((await lists(dan)).names, EMPTY);
      const blocker = await pageOf(cyd, dan);
      const closed = await pageOf(shy, dan);
      for (const field of ["status", "lastSeenAt", "record", "friendship", "blocked", "mayBefriend"] as const)
        assert.deepEqual(blocker[field], closed[field], field);
      assert.deepEqual([blocker.mayChallenge, blocker.mayMessage], [false, false]);
      assert.equal((await pageOf(dan, cyd)).blocked, true);
      for (const [asker, asked] of [
        [dan, cyd],
        [cyd, dan],
      ] as const) {
        const byId = await as(asker).send("PUT", `/api/friends/${asked.id}`);
        const byLogin = await as(asker).post("/api/friends", { login: asked.login });
        for (const answer of [byId, byLogin]) assert.deepEqual(codeOf(answer), [403, "friends.notPossible"]);
      }
      assert.equal((await as(cyd).send("DELETE", `/api/blocks/${dan.id}`)).status, 204);
      assert.deepEqual((await lists(cyd)).names, EMPTY);
      assert.equal((await as(dan).send("PUT", `/api/friends/${cyd.id}`)).status, 200);
    });

    it("block guests, too, but not oneself or nobody", async () => {
      const { eve } = accounts;
      const guest = await createGuest(server().url);
      assert.equal((await as(eve).send("PUT", `/api/blocks/${guest.id}`)).status, 204);
      assert.deepEqual(
        (await lists(eve)).reply.blocked.map(({ id, login }) => [id, login]),
        [[guest.id, null]],
      );
      assert.deepEqual(codeOf(await as(eve).send("PUT", `/api/blocks/${eve.id}`)), [403, "friends.notPossible"]);
      assert.deepEqual(codeOf(await as(eve).send("PUT", `/api/blocks/${randomUUID()}`)), [404, "notFound"]);
    });

    it("are not asked ever faster", async () => {
      const { fay } = accounts;
      const answers = [];
      for (let at = 0; at < 25; at++) answers.push(await as(fay).send("PUT", `/api/friends/${randomUUID()}`));
      assert.deepEqual(codeOf(answers.at(-1)!), [429, "tooMany"]);
    });
  },
});
