// What players are told: written with what it is about, told live, kept until it is read.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { About } from "../../../contract/notifications.ts";
import { createNotifications } from "../../../db/repositories/notifications.ts";
import { createFriends } from "../../../db/repositories/friends.ts";
import { NotificationsReply } from "../../../schema/http/notifications.ts";
import { seedAccount, type SeededAccount } from "../../support/accounts.ts";
import { visit } from "../../support/browser-like.ts";
import { onServer } from "../../support/both-servers.ts";
import { openPeople } from "../../../sdk/open-people.ts";
import { writeNotifications } from "../../../db/repositories/notifications.ts";
import { until, untilFound } from "../../support/until.ts";

const PATIENCE_MS = 30_000;
let ada: SeededAccount;
let bo: SeededAccount;

onServer("notifications", {
  async seed(database) {
    [ada, bo] = [await seedAccount(database, "ada"), await seedAccount(database, "bo")];
    const now = Date.now();
    await database.orm.em.fork().transactional(async (em) => {
      for (let number = 0; number < 35; number++) {
        const about: About<"noResult"> = {
          kind: "noResult",
          matchId: randomUUID(),
          opponent: "Cy",
          reason: "interrupted",
        };
        const notice = { playerId: bo.id, about, topic: `match:${number}` };
        await writeNotifications(em, [notice, notice], new Date(now - number * 1000));
      }
      // Of another version.
      await writeNotifications(
        em,
        [{ playerId: bo.id, about: { kind: "new" } as never, topic: "x" }],
        new Date(now - 99_000),
      );
    });
    const notifications = createNotifications(database.orm);
    const [one] = await notifications.list(bo.id, null, 1);
    await notifications.read(ada.id, [one!.id], new Date());
    assert.equal(await notifications.unread(bo.id), 36, "nobody reads another's");
    assert.equal(await createFriends(database.orm).ask(bo.id, ada.id, new Date()), "asked");
  },
  tests(server) {
    async function told({ cookie }: SeededAccount, before: string | null = null): Promise<NotificationsReply> {
      const query = before === null ? "" : `?before=${encodeURIComponent(before)}`;
      const reply = await visit(server().url).get(`/api/notifications${query}`, { cookie });
      return NotificationsReply.parse(reply.body);
    }

    const post = (path: string, { cookie }: SeededAccount, body: object = {}) =>
      fetch(`${server().url}${path}`, {
        method: "POST",
        headers: { cookie, "content-type": "application/json" },
        body: JSON.stringify(body),
      });

    it("are kept until they are read, page by page", async () => {
      const first = await told(bo);
      assert.equal(first.notices.length, 30);
      assert.equal(first.unread, 36);
      const second = await told(bo, first.next);
      assert.equal(second.notices.length, 5, "what another version wrote is left out");
      assert.equal(second.next, null);
      const ids = first.notices.slice(0, 2).map(({ id }) => id);
      assert.equal((await post("/api/notifications/read", bo, { ids })).status, 204);
      const now = await told(bo);
      assert.deepEqual(now.notices.map(({ isRead }) => isRead).slice(0, 3), [true, true, false]);
      assert.equal(now.unread, 34);
    });

    it("reach both players live", async () => {
      assert.deepEqual(
        (await told(ada)).notices.map(({ about }) => about.kind),
        ["friendRequest"],
      );
      let changes = 0;
      const line = openPeople({
        url: server().url,
        headers: { cookie: bo.cookie },
        clock: {
          now: () => performance.now(),
          every: () => () => {},
          after: (ms, callback) => {
            const timer = setTimeout(callback, ms);
            return () => clearTimeout(timer);
          },
        },
        onPeople: () => {},
        onFriendsChanged: () => {},
        onNotificationsChanged: () => void changes++,
        onClosed: () => {},
      });
      // Whoever is in the room hears of what they have read themselves.
      const readNothing = async () => {
        await post("/api/notifications/read", bo, { ids: [] });
        return changes > 0 ? true : null;
      };
      await untilFound(readNothing, PATIENCE_MS, "the line stands");
      const before = (await told(bo)).notices[0]!.id;
      const heard = changes;
      assert.equal((await post(`/api/friends/${bo.id}/accept`, ada)).status, 204);
      await until(() => changes > heard, PATIENCE_MS, "it is told");
      const [latest] = (await told(bo)).notices;
      assert.notEqual(latest!.id, before);
      assert.deepEqual(latest!.about, { kind: "friendAccepted", from: { name: "ada", login: "ada" } });
      line.close();
      assert.equal((await post("/api/notifications/read", bo)).status, 204);
      assert.equal((await told(bo)).unread, 0);
    });
  },
});
