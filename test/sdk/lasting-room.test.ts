// A room that is joined for as long as somebody likes, in virtual time; on real lines: test/rooms/people/people-room.test.ts.

import assert from "node:assert/strict";
import type { Room } from "@colyseus/sdk";
import { LastingRoom } from "../../sdk/lasting-room.ts";
import { VirtualTime } from "../support/virtual-time.ts";

/** Lets promises that wait for nothing but each other come to their ends. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
}

describe("a lasting room", () => {
  it("gives up a join that is not answered, tries again, and says so when that is enough", async () => {
    const time = new VirtualTime();
    const tries: PromiseWithResolvers<Room>[] = [];
    const ends: string[] = [];
    const room = new LastingRoom({
      url: "http://nowhere.test",
      clock: time.clock(0),
      enter() {
        const joining = Promise.withResolvers<Room>();
        tries.push(joining);
        return joining.promise;
      },
      mostTries: 2,
      attach: () => {},
      onEnter: () => assert.fail("nobody let it in"),
      onClosed: (because) => ends.push(because),
    });
    for (let expected = 1; expected <= 3; expected++) {
      await settle();
      assert.equal(tries.length, expected);
      assert.deepEqual(ends, []);
      time.runUntil(() => false, 8_000);
      await settle();
      time.runUntil(() => tries.length > expected, 2_000);
    }
    await settle();
    assert.deepEqual([ends, room.room, room.isClosed], [["unreachable"], null, true]);
    // An answer that comes after all is worth nothing any more.
    let hasLeft = false;
    const leave = (): Promise<number> => {
      hasLeft = true;
      return Promise.resolve(1000);
    };
    tries[0]!.resolve({ connection: { isOpen: true }, leave } as unknown as Room);
    await settle();
    assert.ok(hasLeft);
    assert.equal(room.room, null);
  });
});
