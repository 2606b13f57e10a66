// Which notices are shown over the page.

import assert from "node:assert/strict";
import { FreshNotifications } from "../../../client/platform/fresh-notifications.ts";
import type { NotificationReply } from "../../../schema/http/notifications.ts";

function notice(id: string, isRead = false): NotificationReply {
  return {
    id,
    at: "2026-01-01T00:00:00.000Z",
    isRead,
    about: { kind: "friendRequest", from: { name: "a", login: "a" } },
  };
}

describe("fresh notifications", () => {
  it("are those that have come since the page was opened, once each", () => {
    const fresh = new FreshNotifications();
    const ids = (player: string | null, ...list: NotificationReply[]) =>
      fresh.take(player, list).fresh.map(({ id }) => id);
    assert.deepEqual(ids("ada", notice("1")), []);
    // As many unread as before, and yet one is new.
    assert.deepEqual(ids("ada", notice("2"), notice("1", true)), ["2"]);
    assert.deepEqual(ids("ada", notice("4", true), notice("3"), notice("2")), ["3"]);
    assert.deepEqual(ids("ada", notice("4", true), notice("3"), notice("2")), []);
    assert.deepEqual(ids("bob", notice("5")), []);
    assert.deepEqual(ids("bob", notice("6"), notice("5")), ["6"]);
    assert.deepEqual(ids("bob"), []);
    assert.deepEqual(ids("bob", notice("5")), []);
  });

  it("are over once they are read, or gone, each once", () => {
    const fresh = new FreshNotifications();
    const over = (player: string | null, ...list: NotificationReply[]) => fresh.take(player, list).over;
    assert.deepEqual(over("ada", notice("1")), []);
    assert.deepEqual(over("ada", notice("3"), notice("2"), notice("1", true)), [], "1 was never fresh");
    assert.deepEqual(over("ada", notice("3"), notice("2", true)), ["2"]);
    assert.deepEqual(over("ada", notice("3"), notice("2", true)), []);
    assert.deepEqual(over("ada"), ["3"]);
    assert.deepEqual(over("ada", notice("4")), []);
    assert.deepEqual(over("bob"), ["4"], "nobody else is told of it");
  });
});
