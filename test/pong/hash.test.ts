// The hash sees every bit of a world and nothing that is not in it.

import assert from "node:assert/strict";
import { hashWorld } from "../../pong/hash.ts";
import { cloneWorld } from "../../pong/world.ts";
import { goalForGoal, halfTurn, wallForWall } from "../support/mirrored.ts";
import { createTestRally, createTestWorld } from "../support/test-world.ts";

describe("the hash of a world", () => {
  it("is a whole number of 32 bits, the same for equal worlds", () => {
    const world = createTestWorld();
    const hash = hashWorld(world);
    assert.ok(Number.isInteger(hash) && hash >= 0 && hash <= 0xffffffff);
    assert.equal(hashWorld(cloneWorld(world)), hash);
  });

  it("differs for the last bit of a position", () => {
    const near = createTestRally({ x: 1 });
    const next = createTestRally({ x: 1 + Number.EPSILON });
    assert.notEqual(hashWorld(near), hashWorld(next));
  });

  it("differs for each mirror image, though only signs change", () => {
    const world = createTestRally(
      { x: 1, y: 2, vx: 0.1, vy: 0.2 },
      {
        paddles: [
          { y: 1, keys: 1 },
          { y: -2, keys: 0 },
        ],
      },
    );
    const hashes = [world, ...[goalForGoal, wallForWall, halfTurn].map((mirror) => mirror.world(world))].map((one) =>
      hashWorld(one),
    );
    assert.equal(new Set(hashes).size, 4);
  });

  it("takes -0 for 0", () => {
    assert.equal(hashWorld(createTestRally({ vy: -0 })), hashWorld(createTestRally({ vy: 0 })));
  });

  it("of a sequence depends on its order", () => {
    const [one, other] = [createTestWorld({ tick: 1 }), createTestWorld({ tick: 2 })];
    assert.notEqual(hashWorld(other, hashWorld(one)), hashWorld(one, hashWorld(other)));
  });

  it("spreads over all its bits", () => {
    const ones = Array.from({ length: 32 }, () => 0);
    for (let tick = 0; tick < 2000; tick++) {
      const hash = hashWorld(createTestWorld({ tick }));
      for (let bit = 0; bit < 32; bit++) ones[bit]! += (hash >>> bit) & 1;
    }
    for (const count of ones) assert.ok(Math.abs(count - 1000) < 150, `${ones}`);
  });
});
