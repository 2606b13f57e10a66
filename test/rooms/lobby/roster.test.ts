// Who is here, with their cards: looked up once when somebody appears, many at once, and again when a card may be another now.

import assert from "node:assert/strict";
import { setImmediate as settle } from "node:timers/promises";
import type { FriendChange } from "../../../rooms/dependencies.ts";
import { type Card, CARDS_AT_ONCE } from "../../../rooms/lobby/cards.ts";
import { Roster } from "../../../rooms/lobby/roster.ts";
import type { Status } from "../../../contract/people.ts";
import { OPEN_TO_ALL, type Privacy } from "../../../schema/profile.ts";
import { VirtualTime } from "../../support/virtual-time.ts";

function fixture(here: readonly string[] = []) {
  const time = new VirtualTime();
  const asked: (readonly string[])[] = [];
  const told: string[] = [];
  const complaints: unknown[] = [];
  const privacy = new Map<string, Privacy>();
  let hearStatus = (_id: string, _status: Status): void => {};
  let hearFriends = (_change: FriendChange): void => {};
  const database = { isAway: false };
  const roster = new Roster({
    cards: {
      async of(ids): Promise<Card[]> {
        asked.push(ids);
        if (database.isAway) throw new Error("away");
        return ids.map((id) => ({
          id,
          name: id,
          login: id,
          avatarId: null,
          ratings: {},
          privacy: privacy.get(id) ?? OPEN_TO_ALL,
        }));
      },
    },
    here: () => here.map((id) => [id, "online"] as const),
    subscribeToStatuses(listener) {
      hearStatus = listener;
      return () => {};
    },
    subscribeToFriends(listener) {
      hearFriends = listener;
      return () => {};
    },
    timers: { after: (ms, callback) => time.at(time.nowMs + ms, callback) },
    complain: (error) => complaints.push(error),
  });
  const pass = async (ms: number): Promise<void> => {
    await settle();
    for (let at = 0; at < ms; at += 50) {
      time.run(50);
      await settle();
    }
  };
  const watch = (): void => {
    roster.subscribe({
      changed: ({ card, status }) => told.push(`${card.id} ${status}`),
      gone: (id) => told.push(`${id} gone`),
    });
  };
  return {
    roster,
    asked,
    told,
    complaints,
    privacy,
    database,
    pass,
    watch,
    come: (id: string, status: Status) => hearStatus(id, status),
    change: (id: string) => hearFriends([{ viewerId: null, subjectId: id, isTold: false }]),
  };
}

describe("the roster of the lobby", () => {
  it("asks of nobody before somebody looks, and then of all who are here, some at a time", async () => {
    const ids = Array.from({ length: CARDS_AT_ONCE * 2 + 1 }, (_, at) => `player${at}`);
    const { roster, asked, pass } = fixture(ids);
    await pass(1_000);
    assert.deepEqual(asked, []);
    const ready = roster.ready();
    await pass(1_000);
    await ready;
    assert.deepEqual(
      asked.map(({ length }) => length),
      [CARDS_AT_ONCE, CARDS_AT_ONCE, 1],
    );
    assert.equal([...roster.all()].length, ids.length);
    assert.equal(roster.count, ids.length);
  });

  it("asks once of somebody who comes, and again after a match, not for each change", async () => {
    const { asked, told, come, pass, watch } = fixture();
    watch();
    come("ada", "online");
    await pass(500);
    come("ada", "playing");
    await pass(500);
    assert.deepEqual(asked, [["ada"]]);
    come("ada", "online");
    await pass(500);
    assert.deepEqual(asked, [["ada"], ["ada"]]);
    come("ada", "offline");
    assert.deepEqual(told, ["ada online", "ada playing", "ada online", "ada online", "ada gone"]);
  });

  it("asks of many who come at one moment together, and not of who has gone again", async () => {
    const { roster, asked, come, pass, watch } = fixture();
    watch();
    for (const id of ["ada", "bob", "cy", "dan"]) come(id, "online");
    come("dan", "offline");
    await pass(500);
    assert.deepEqual(asked, [["ada", "bob", "cy"]]);
    assert.equal(roster.get("dan"), undefined);
  });

  it("counts those alone whom everybody may see, as they choose it now", async () => {
    const { roster, privacy, change, pass } = fixture(["ada", "bob"]);
    void roster.ready();
    await pass(500);
    assert.equal(roster.count, 2);
    privacy.set("ada", { ...OPEN_TO_ALL, status: "friends" });
    change("ada");
    await pass(500);
    assert.equal(roster.count, 1);
    assert.equal(roster.get("ada")?.card.privacy.status, "friends");
  });

  it("tries again when the database is away, and keeps nobody waiting for it", async () => {
    const { roster, database, complaints, pass } = fixture(["ada"]);
    database.isAway = true;
    const ready = roster.ready();
    await pass(100);
    await ready;
    assert.equal(roster.get("ada"), undefined);
    database.isAway = false;
    await pass(6_000);
    assert.equal(roster.get("ada")?.status, "online");
    assert.equal(complaints.length, 1);
  });
});
