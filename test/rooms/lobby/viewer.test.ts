// Whom a page of the lobby shows: as many as fit, of those who fit its search and may be seen.

import assert from "node:assert/strict";
import type { Card } from "../../../rooms/lobby/cards.ts";
import type { Present } from "../../../rooms/lobby/roster.ts";
import { LobbyViewer } from "../../../rooms/lobby/viewer.ts";
import { MOST_SHOWN } from "../../../schema/lobby.ts";
import { OPEN_TO_ALL } from "../../../schema/profile.ts";

function present(name: string, rating = 1500, status: Present["status"] = "online"): Present {
  const card: Card = {
    id: name,
    name,
    login: name.toLowerCase(),
    avatarId: null,
    ratings: { classic: { rating, provisional: false } },
    privacy: OPEN_TO_ALL,
  };
  return { card, status };
}

function crowd(count: number): Present[] {
  return Array.from({ length: count }, (_, at) => present(`player${at}`, 1000 + at * 10));
}

function viewer(friends: readonly string[] = [], avoids: readonly string[] = []): LobbyViewer {
  const one = new LobbyViewer("me", (_, ties, card) => !ties.avoids.has(card.id));
  one.tie({ friends: new Set(friends), avoids: new Set(avoids) });
  return one;
}

describe("a page of the lobby", () => {
  it("shows everybody it may see, but its own player", () => {
    const one = viewer([], ["hidden"]);
    one.choose([present("me"), present("ada"), present("hidden")], null);
    assert.deepEqual([...one.shown], ["ada"]);
    assert.equal(one.hear(present("hidden")), false);
    assert.equal(one.hear(present("bob")), true);
    assert.deepEqual([...one.shown], ["ada", "bob"]);
    assert.equal(one.lose("ada"), true);
    assert.equal(one.isStale, false, "nobody else was waiting to be shown");
  });

  it("shows friends, then who could play, then those of about the same strength", () => {
    const all = [...crowd(200), present("friend", 3000), present("busy", 2000, "playing")];
    const one = viewer(["friend"]);
    one.choose(all, present("me", 2000).card);
    assert.equal(one.shown.size, MOST_SHOWN);
    assert.ok(one.hasMore);
    assert.ok(one.shown.has("friend") && one.shown.has("player100") && !one.shown.has("player0"));
    assert.ok(!one.shown.has("busy"));
    assert.deepEqual(one.friends, ["friend"]);
  });

  it("chooses anew once it has lost one of more than fit", () => {
    const all = crowd(MOST_SHOWN);
    const one = viewer();
    one.choose(all, null);
    assert.equal(one.hasMore, false);
    assert.equal(one.hear(present("late")), false);
    assert.ok(one.hasMore);
    assert.equal(one.lose("late"), false, "was not shown");
    assert.equal(one.lose("player3"), true);
    assert.ok(one.isStale);
  });

  it("finds by a part of the name, whatever its accents and letters", () => {
    const one = viewer();
    one.search("  ÉLO ");
    one.choose([present("Mélodie"), present("ELOISE"), present("ada")], null);
    assert.deepEqual([...one.shown], ["Mélodie", "ELOISE"]);
    assert.equal(one.hear(present("adelo")), true);
    assert.equal(one.hear(present("carl")), false);
  });
});
