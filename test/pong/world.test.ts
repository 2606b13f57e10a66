// Copies of a world are complete: every number in it is copied, cloned, hashed and written, also one added tomorrow.

import assert from "node:assert/strict";
import { ByteReader, ByteWriter } from "../../pong/bytes.ts";
import { CLASSIC } from "../../pong/court.ts";
import { hashWorld } from "../../pong/hash.ts";
import { readWorld, writeWorld } from "../../pong/keyframe.ts";
import { Phase, type World, cloneWorld, copyWorld } from "../../pong/world.ts";
import { createTestWorld } from "../support/test-world.ts";

type Path = readonly string[];

/** The way to every number of a world. Anything but numbers, lists and plain objects would need another kind of copy. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value === "number") return [path];
  assert.ok(typeof value === "object" && value !== null, `${path.join(".")} is a ${typeof value}`);
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function read(world: World, path: Path): number {
  return path.reduce<unknown>((value, key) => Reflect.get(value as object, key), world) as number;
}

function write(world: World, path: Path, value: number): void {
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => Reflect.get(inner as object, key), world);
  Reflect.set(parent as object, path.at(-1)!, value);
}

/** A sound world in which this number has another value than a fresh one. */
function changed(path: Path): World {
  const world = createTestWorld();
  const values = path.at(-1) === "phase" ? [Phase.rally] : path.at(-1) === "conceded" ? [1] : [1, 0];
  write(
    world,
    path,
    values.find((value) => value !== read(world, path))!,
  );
  return world;
}

function throughBytes(world: World): World {
  const out = new ByteWriter();
  writeWorld(out, world);
  const from = new ByteReader(out.finish());
  const back = readWorld(from, CLASSIC);
  from.end();
  return back;
}

const paths = leaves(createTestWorld());

describe("a copy of a world", () => {
  it("is looked at number by number", () => {
    assert.ok(paths.length >= 19, `${paths.length} numbers`);
    for (const path of paths) assert.notDeepEqual(changed(path), createTestWorld(), path.join("."));
  });

  for (const path of paths) {
    it(`has ${path.join(".")}: copied, cloned, hashed and written`, () => {
      const world = changed(path);
      const target = createTestWorld();
      assert.equal(copyWorld(target, world), target);
      assert.deepEqual(target, world);
      assert.deepEqual(cloneWorld(world), world);
      assert.notEqual(hashWorld(world), hashWorld(createTestWorld()));
      assert.deepEqual(throughBytes(world), world);
    });

    it(`does not share ${path.join(".")} with the original`, () => {
      const world = createTestWorld();
      const copies = [cloneWorld(world), copyWorld(createTestWorld(), world)];
      for (const copy of copies) write(copy, path, 77);
      assert.deepEqual(world, createTestWorld());
    });
  }

  it("cannot leave out a new number unnoticed", () => {
    const grown = Object.assign(createTestWorld(), { spin: { amount: 3 } });
    const path = leaves(grown).find((one) => one[0] === "spin");
    assert.deepEqual(path, ["spin", "amount"]);
    assert.notDeepEqual(copyWorld(createTestWorld(), grown), grown);
  });
});

describe("a fresh world", () => {
  it("follows from the seed, and from any whole number as one", () => {
    assert.deepEqual(createTestWorld({}, -1), createTestWorld({}, 0xffffffff));
    assert.deepEqual(createTestWorld({}, 5), createTestWorld({}, 5));
    assert.notDeepEqual(createTestWorld({}, 5), createTestWorld({}, 6));
  });
});
