// Avatars on the disk: kept whole, removed with their account, and nothing else is found through their name.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AvatarFiles, createAvatarFiles } from "../../../game-server/avatars/avatar-files.ts";
import type { AvatarPictures } from "../../../game-server/avatars/make-avatar.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const PICTURES: AvatarPictures = { 64: Buffer.from("small"), 256: Buffer.from("middle"), 512: Buffer.from("large") };
const NOW = new Date("2026-11-24T12:00:00Z");
const HOUR_MS = 3_600_000;

describe("the avatars' files", () => {
  let root = "";
  let folder = "";
  let files: AvatarFiles;
  beforeEach(() => {
    root = temporaryFolder();
    folder = join(root, "avatars");
    files = createAvatarFiles(folder);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  /** As if they had been written so many hours before now. */
  function age(hours: number): void {
    const then = new Date(NOW.getTime() - hours * HOUR_MS);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), then, then);
  }

  it("are three of an id that nobody can guess, and no draft stays", async () => {
    const ids = new Set([await files.save(PICTURES), await files.save(PICTURES)]);
    assert.equal(ids.size, 2);
    const expected = [...ids].flatMap((id) => [256, 512, 64].map((size) => `${id}-${size}.webp`));
    assert.deepEqual(readdirSync(folder).toSorted(), expected.toSorted());
    for (const id of ids) {
      assert.match(id, /^[A-Za-z0-9_-]{22}$/u);
      assert.equal((await files.read(`${id}-256.webp`))?.toString(), "middle");
    }
  });

  it("are gone once removed, and removing again does no harm", async () => {
    const [id, other] = [await files.save(PICTURES), await files.save(PICTURES)];
    await files.remove(id);
    await files.remove(id);
    assert.equal(await files.read(`${id}-64.webp`), null);
    assert.equal(readdirSync(folder).length, 3);
    assert.notEqual(await files.read(`${other}-64.webp`), null);
  });

  it("are the only ones that a name leads to, for reading and for removing", async () => {
    const id = await files.save(PICTURES);
    writeFileSync(join(root, "session-secret"), "secret");
    writeFileSync(join(folder, "notes.webp"), "notes");
    const names = [
      "../session-secret",
      "..%2fsession-secret",
      "notes.webp",
      ".",
      "",
      `${id}-64.webp\0`,
      `${id}-64.webp/../../session-secret`,
      `${id}-128.webp`,
      `${id}-64.png`,
      `${id}-64.webp.draft`,
      `${id}-64.webp\n`,
    ];
    for (const name of names) assert.equal(await files.read(name), null, JSON.stringify(name));
    for (const bad of ["..", "../session-secret", "*", "", `${id}/..`]) await files.remove(bad);
    assert.equal(readdirSync(folder).length, 4);
    assert.ok(existsSync(join(root, "session-secret")));
  });

  it("are cleaned up once they are a day old and nobody names them", async () => {
    const [used, unused] = [await files.save(PICTURES), await files.save(PICTURES)];
    writeFileSync(join(folder, `${unused}-512.webp.draft`), "cut off");
    writeFileSync(join(folder, "notes.txt"), "somebody else's");
    mkdirSync(join(folder, "folder"));
    age(25);
    const fresh = await files.save(PICTURES);
    for (const size of [64, 256, 512]) utimesSync(join(folder, `${fresh}-${size}.webp`), NOW, NOW);
    const asked: string[][] = [];
    const usedOf = async (ids: readonly string[]) => {
      asked.push([...ids]);
      return new Set([used]);
    };
    assert.equal(await files.removeUnreferenced(usedOf, NOW), 1);
    assert.deepEqual(
      asked.map((ids) => ids.toSorted()),
      [[used, unused].toSorted()],
    );
    const left = new Set(readdirSync(folder).map((name) => name.slice(0, 22)));
    assert.deepEqual(left, new Set([used, fresh, "notes.txt", "folder"]));
  });

  it("need no folder before the first", async () => {
    assert.equal(await files.read("AAAAAAAAAAAAAAAAAAAAAA-64.webp"), null);
    await files.remove("AAAAAAAAAAAAAAAAAAAAAA");
    assert.equal(await files.removeUnreferenced(async () => new Set(), NOW), 0);
    assert.ok(!existsSync(folder));
  });
});
