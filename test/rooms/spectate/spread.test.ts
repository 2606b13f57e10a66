// Many are told the same, a few at a time.

import assert from "node:assert/strict";
import { Spread } from "../../../rooms/spectate/spread.ts";
import { until } from "../../support/until.ts";

describe("what is spread over many", () => {
  it("reaches each in order, whoever is gone meanwhile, and whoever throws", async () => {
    const heard = new Map<number, string[]>();
    const complaints: unknown[] = [];
    const spread = new Spread<number>({
      overMs: 40,
      atOnce: 3,
      isHere: (listener) => listener !== 2,
      complain: (error) => complaints.push(error),
    });
    const say = (word: string) => (listener: number) => {
      if (listener === 1) throw new Error("gone");
      heard.set(listener, [...(heard.get(listener) ?? []), word]);
    };
    const all = Array.from({ length: 20 }, (_, at) => at);
    spread.tell(all, [say("one"), say("two")]);
    // The last of many is the first of few.
    spread.tell([19], [say("three")]);
    spread.tell([19, 0], [say("four")]);
    assert.equal(heard.size, 0);
    await until(() => heard.get(0)?.length === 3, 10_000, "everybody has heard everything");
    assert.deepEqual(heard.get(19), ["one", "two", "three", "four"]);
    assert.deepEqual(heard.get(0), ["one", "two", "four"]);
    assert.deepEqual(heard.get(18), ["one", "two"]);
    assert.deepEqual([heard.size, complaints.length], [18, 1]);
    spread.tell([5], [say("later")]);
    await until(() => heard.get(5)?.length === 3, 10_000, "it goes on afterwards");
  });
});
