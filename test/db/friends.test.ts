// Friends, requests and blocks on both databases, also when two do something at the same moment.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createFriendLists } from "../../db/repositories/friend-lists.ts";
import { MAX_ASKED, STRANGERS, createFriends } from "../../db/repositories/friends.ts";
import { createPlayers } from "../../db/repositories/players.ts";
import { seedAccount } from "../support/accounts.ts";
import { onBothDatabases } from "../support/databases.ts";

const NOW = new Date("2026-11-24T12:00:00Z");
let made = 0;
const LATER = new Date("2026-11-24T13:00:00Z");

onBothDatabases("friends", (database) => {
  async function accounts(count: number): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < count) ids.push((await seedAccount(database(), `account${++made}`)).id);
    return ids;
  }

  async function fixture() {
    const { orm } = database();
    const [ada, bob, cy] = (await accounts(3)) as [string, string, string];
    return { friends: createFriends(orm), lists: createFriendLists(orm), players: createPlayers(orm), ada, bob, cy };
  }

  it("are asked, and accept", async () => {
    const { friends, ada, bob } = await fixture();
    assert.deepEqual(await friends.relation(ada, bob), STRANGERS);
    assert.equal(await friends.ask(ada, bob, NOW), "asked");
    assert.equal(await friends.ask(ada, bob, NOW), "asked", "twice is once");
    assert.equal((await friends.relation(ada, bob)).friendship, "asked");
    assert.equal((await friends.relation(bob, ada)).friendship, "asking");
    assert.equal(await friends.accept(ada, bob, NOW), false, "one's own request");
    assert.equal(await friends.accept(bob, ada, LATER), true);
    assert.equal(await friends.accept(bob, ada, LATER), false, "no request any more");
    for (const [one, other] of [
      [ada, bob],
      [bob, ada],
    ] as const) {
      assert.equal((await friends.relation(one, other)).friendship, "friends");
      assert.equal(await friends.ask(one, other, LATER), "friends");
    }
  });

  it("are friends when somebody asks who was asked", async () => {
    const { friends, ada, bob } = await fixture();
    await friends.ask(ada, bob, NOW);
    assert.equal(await friends.ask(bob, ada, NOW), "friends");
  });

  it("refuse, take back and end with one and the same", async () => {
    const { friends, ada, bob } = await fixture();
    assert.equal(await friends.remove(ada, bob), false);
    for (const remover of [ada, bob]) {
      await friends.ask(ada, bob, NOW);
      assert.equal(await friends.remove(remover, remover === ada ? bob : ada), true);
      assert.deepEqual(await friends.relation(ada, bob), STRANGERS);
      await friends.ask(ada, bob, NOW);
      await friends.accept(bob, ada, NOW);
      assert.equal(await friends.remove(remover, remover === ada ? bob : ada), true);
      assert.deepEqual(await friends.relation(ada, bob), STRANGERS);
    }
  });

  it("are not asked: oneself, a guest, nobody", async () => {
    const { friends, players, ada } = await fixture();
    const guest = await players.createGuest(randomUUID(), "Guest", "guest", NOW);
    for (const id of [ada, guest.id, randomUUID()]) assert.equal(await friends.ask(ada, id, NOW), "refused");
  });

  it("are blocked, which ends what was and keeps it from coming", async () => {
    const { friends, ada, bob, cy } = await fixture();
    await friends.ask(ada, bob, NOW);
    await friends.accept(bob, ada, NOW);
    await friends.ask(cy, ada, NOW);
    assert.equal(await friends.block(ada, bob, NOW), "parted");
    assert.equal(await friends.block(ada, bob, LATER), "blocked", "twice is once");
    assert.equal(await friends.block(ada, cy, NOW), "parted");
    assert.deepEqual(await friends.relation(ada, bob), {
      friendship: "none",
      blocks: true,
      isBlocked: false,
      isSelf: false,
    });
    assert.deepEqual(await friends.relation(bob, ada), {
      friendship: "none",
      blocks: false,
      isBlocked: true,
      isSelf: false,
    });
    assert.equal(await friends.accept(ada, cy, NOW), false);
    for (const [one, other] of [
      [ada, bob],
      [bob, ada],
    ] as const)
      assert.equal(await friends.ask(one, other, NOW), "refused");
    assert.deepEqual(await friends.blockersOf(bob), new Set([ada]));
    assert.deepEqual(await friends.blockersOf(ada), new Set());
    assert.deepEqual(await friends.blockedEitherWay(ada), new Set([bob, cy]));
    assert.deepEqual(await friends.blockedEitherWay(bob), new Set([ada]));
    await friends.unblock(ada, bob);
    await friends.unblock(ada, bob);
    assert.deepEqual(await friends.relation(ada, bob), STRANGERS, "and no friends");
    assert.equal(await friends.block(ada, ada, NOW), "nobody");
    assert.equal(await friends.block(ada, randomUUID(), NOW), "nobody");
  });

  it("are listed under their names of now, the latest first", async () => {
    const { friends, lists, players, ada, bob, cy } = await fixture();
    const [dan, eve] = (await accounts(2)) as [string, string];
    const guest = await players.createGuest(randomUUID(), "A guest", "a guest", NOW);
    await friends.ask(ada, bob, NOW);
    await friends.accept(bob, ada, NOW);
    await friends.ask(cy, ada, NOW);
    await friends.accept(ada, cy, LATER);
    await friends.ask(ada, dan, NOW);
    await friends.ask(eve, ada, NOW);
    await friends.block(ada, guest.id, NOW);
    const list = await lists.list(ada);
    const ids = Object.fromEntries(
      Object.entries(list).map(([name, of]) => [name, of.map(({ id }: { id: string }) => id)]),
    );
    assert.deepEqual(ids, { friends: [cy, bob], incoming: [eve], outgoing: [dan], blocked: [guest.id] });
    assert.deepEqual(list.blocked[0], { id: guest.id, name: "A guest", login: null, avatarId: null, since: NOW });
    assert.equal(list.friends[0]?.login, list.friends[0]?.name);
    assert.deepEqual(list.friends[0]?.since, LATER);
    assert.deepEqual(await lists.friendIds(ada), [cy, bob]);
    assert.deepEqual((await lists.list(guest.id)).blocked, [], "who is blocked does not see it");
  });

  it("know what one is to many", async () => {
    const { friends, ada, bob, cy } = await fixture();
    await friends.ask(ada, bob, NOW);
    await friends.block(cy, ada, NOW);
    const nobody = randomUUID();
    const relations = await friends.relations(ada, [bob, cy, nobody]);
    assert.deepEqual(Object.fromEntries(relations), {
      [bob]: { ...STRANGERS, friendship: "asked" },
      [cy]: { ...STRANGERS, isBlocked: true },
      [nobody]: STRANGERS,
    });
    assert.deepEqual(await friends.relations(ada, []), new Map());
  });

  it("ask so many and no more, until somebody answers", async () => {
    const { friends, ada, bob } = await fixture();
    const asked = await accounts(MAX_ASKED + 5);
    const answers = await Promise.all(asked.map((id) => friends.ask(ada, id, NOW)));
    assert.equal(answers.filter((answer) => answer === "asked").length, MAX_ASKED);
    assert.equal(answers.filter((answer) => answer === "tooMany").length, 5);
    assert.equal(await friends.ask(bob, ada, NOW), "asked");
    assert.equal(await friends.ask(ada, bob, NOW), "friends", "accepting is no request");
  });

  it("are friends once when both ask at once", async () => {
    for (let round = 0; round < 15; round++) {
      const { friends, ada, bob } = await fixture();
      const answers = await Promise.all([friends.ask(ada, bob, NOW), friends.ask(bob, ada, NOW)]);
      assert.deepEqual(answers.toSorted(), ["asked", "friends"]);
      assert.equal((await friends.relation(ada, bob)).friendship, "friends");
    }
  });

  it("are never friends of whom they block, whatever comes at the same moment", async () => {
    for (let round = 0; round < 15; round++) {
      const { friends, ada, bob } = await fixture();
      await friends.ask(ada, bob, NOW);
      await Promise.all([
        friends.accept(bob, ada, NOW),
        friends.block(ada, bob, NOW),
        friends.ask(bob, ada, NOW),
        friends.block(bob, ada, NOW),
      ]);
      assert.deepEqual(await friends.relation(ada, bob), {
        friendship: "none",
        blocks: true,
        isBlocked: true,
        isSelf: false,
      });
    }
  });

  it("go with the player", async () => {
    const { friends, lists, ada, bob, cy } = await fixture();
    await friends.ask(ada, bob, NOW);
    await friends.block(cy, ada, NOW);
    await database().orm.em.fork().getConnection().execute(`delete from "players" where "id" = ?`, [ada]);
    assert.deepEqual((await lists.list(bob)).incoming, []);
    assert.deepEqual((await lists.list(cy)).blocked, []);
  });
});
