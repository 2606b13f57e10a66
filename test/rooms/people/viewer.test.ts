// What one page in the people room is told, and the bytes in which it says whom it shows.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Viewer } from "../../../rooms/people/viewer.ts";
import { MAX_IDS, MAX_FOLLOWED, encodeFollow, readFollow } from "../../../schema/messages/people.ts";

const ONLINE = { status: "online", lastSeenAt: null } as const;
const PLAYING = { status: "playing", lastSeenAt: null } as const;

describe("a page in the people room", () => {
  function watching(...ids: string[]): Viewer {
    const viewer = new Viewer("me");
    viewer.follow({ adds: false, ids });
    return viewer;
  }

  it("asks of everybody once, and is told what may be seen", () => {
    const viewer = watching("ada", "bob");
    viewer.befriend(["cy", "ada"]);
    assert.deepEqual(viewer.takeQuestions(), ["ada", "bob", "cy"]);
    assert.deepEqual(viewer.takeQuestions(), []);
    viewer.answer("ada", ONLINE);
    viewer.answer("bob", null);
    assert.deepEqual(viewer.takeUpdates(), [{ id: "ada", ...ONLINE }]);
    assert.deepEqual(viewer.takeUpdates(), []);
  });

  it("hears what is new of those alone whom it may see", () => {
    const viewer = watching("ada", "bob");
    assert.equal(viewer.hear("ada", ONLINE), false, "not yet known");
    viewer.takeQuestions();
    viewer.answer("ada", ONLINE);
    viewer.answer("bob", null);
    assert.equal(viewer.hear("ada", PLAYING), true);
    assert.equal(viewer.hear("bob", PLAYING), false);
    assert.equal(viewer.hear("cy", PLAYING), false);
    assert.deepEqual(viewer.takeUpdates(), [{ id: "ada", ...PLAYING }]);
    viewer.hear("ada", ONLINE);
    viewer.hear("ada", PLAYING);
    assert.deepEqual(viewer.takeUpdates(), [], "as it was told before");
  });

  it("is told when somebody is to be seen no longer, and nothing in between", () => {
    const viewer = watching("ada");
    viewer.takeQuestions();
    viewer.answer("ada", ONLINE);
    viewer.takeUpdates();
    viewer.doubt("ada");
    viewer.hear("ada", PLAYING);
    assert.deepEqual(viewer.takeUpdates(), [], "that is to be asked first");
    assert.deepEqual(viewer.takeQuestions(), ["ada"]);
    viewer.doubt("ada");
    viewer.answer("ada", PLAYING);
    assert.deepEqual(viewer.takeUpdates(), [], "doubted again");
    assert.deepEqual(viewer.takeQuestions(), ["ada"]);
    viewer.answer("ada", null);
    assert.deepEqual(viewer.takeUpdates(), [{ id: "ada", status: null, lastSeenAt: null }]);
    viewer.doubt("bob");
    assert.equal(viewer.hasQuestions, false, "nobody it watches");
  });

  it("forgets whom it watches no longer", () => {
    const viewer = watching("ada", "bob");
    viewer.takeQuestions();
    viewer.answer("ada", ONLINE);
    viewer.takeUpdates();
    viewer.follow({ adds: false, ids: ["cy"] });
    viewer.follow({ adds: true, ids: ["ada"] });
    assert.deepEqual(viewer.takeQuestions(), ["cy", "ada"]);
    viewer.answer("ada", ONLINE);
    assert.deepEqual(viewer.takeUpdates(), [{ id: "ada", ...ONLINE }], "told anew");
  });

  it("watches so many and no more", () => {
    const viewer = watching(...Array.from({ length: MAX_FOLLOWED + 5 }, (_, at) => `player ${at}`));
    assert.equal(viewer.takeQuestions().length, MAX_FOLLOWED);
  });
});

describe("whom a page watches", () => {
  const ids = Array.from({ length: MAX_FOLLOWED + 5 }, () => randomUUID());

  it("crosses the wire in messages of a size that is let through", () => {
    for (const count of [0, 1, MAX_IDS, MAX_IDS + 1, MAX_FOLLOWED + 5]) {
      const messages = encodeFollow(ids.slice(0, count));
      const read = messages.map((bytes) => readFollow(bytes));
      assert.deepEqual(
        read.map((one) => one?.adds),
        messages.map((_, at) => at > 0),
      );
      assert.deepEqual(
        read.flatMap((one) => one?.ids),
        ids.slice(0, Math.min(count, MAX_FOLLOWED)),
      );
      for (const bytes of messages) assert.ok(bytes.length < 2000);
    }
  });

  it("is refused when it is nonsense", () => {
    assert.throws(() => encodeFollow(["ada"]), RangeError);
    const nonsense = [[], [2], [0, 1], [1, ...Array.from({ length: 17 }, () => 0)]].map((bytes) =>
      Uint8Array.from(bytes),
    );
    for (const bytes of [...nonsense, new Uint8Array(1 + 16 * (MAX_IDS + 1))]) assert.equal(readFollow(bytes), null);
  });
});
