// Avatars on the disk: DATA_DIR/avatars/<id>-<size>.webp, an id of 22 random characters that nobody can guess. Which id belongs to whom
// is stored with the account; a new picture gets a new id, so browsers may cache pictures for ever.

import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AVATAR_SIZES } from "../../schema/profile.ts";
import type { AvatarPictures } from "./make-avatar.ts";

/** What a request may ask for; anything else is not one of our names. */
const PICTURE_NAME = /^[A-Za-z0-9_-]{22}-(?:64|256|512)\.webp$/u;
const DRAFT_NAME = /^[A-Za-z0-9_-]{22}-(?:64|256|512)\.webp\.draft$/u;
const ID_LENGTH = 22;
/** 22 characters of base64url. */
const ID_BYTES = 16;
/** Younger files may belong to an upload that is not over yet. */
const LEFT_ALONE_MS = 86_400_000;

export interface AvatarFiles {
  /** Returns the new id. */
  save(pictures: AvatarPictures): Promise<string>;
  /** Null when it isn't one of our names, or there is no such picture. */
  read(name: string): Promise<Buffer | null>;
  /** Nothing happens when there are none. */
  remove(id: string): Promise<void>;
  /**
   * Removes pictures older than a day whose id is not in use: of accounts that are gone, of uploads that were cut off.
   * @param usedOf returns those of the ids that are in use @returns how many ids were removed
   */
  removeUnreferenced(usedOf: (ids: readonly string[]) => Promise<ReadonlySet<string>>, now: Date): Promise<number>;
}

/** @param folder made at the first save */
export function createAvatarFiles(folder: string): AvatarFiles {
  return {
    async save(pictures) {
      const id = randomBytes(ID_BYTES).toString("base64url");
      await mkdir(folder, { recursive: true });
      await Promise.all(AVATAR_SIZES.map((size) => write(join(folder, `${id}-${size}.webp`), pictures[size])));
      return id;
    },
    async read(name) {
      return PICTURE_NAME.test(name) ? orNull(readFile(join(folder, name))) : null;
    },
    remove: (id) => remove(folder, id),
    async removeUnreferenced(usedOf, now) {
      const old = await oldIds(folder, now);
      if (old.length === 0) return 0;
      const used = await usedOf(old);
      const unused = old.filter((id) => !used.has(id));
      for (const id of unused) await remove(folder, id);
      return unused.length;
    },
  };
}

/** Written under a temporary name first, so that nobody finds half a picture. */
async function write(file: string, bytes: Buffer): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, bytes);
  await rename(draft, file);
}

async function remove(folder: string, id: string): Promise<void> {
  const names = AVATAR_SIZES.map((size) => `${id}-${size}.webp`);
  if (!names.every((name) => PICTURE_NAME.test(name))) return;
  for (const name of names) {
    await rm(join(folder, name), { force: true });
    await rm(join(folder, `${name}.draft`), { force: true });
  }
}

/** Ids of which at least one file is old enough. */
async function oldIds(folder: string, now: Date): Promise<string[]> {
  const old = new Set<string>();
  for (const name of (await orNull(readdir(folder))) ?? []) {
    if (!PICTURE_NAME.test(name) && !DRAFT_NAME.test(name)) continue;
    const found = await orNull(stat(join(folder, name)));
    if (found !== null && now.getTime() - found.mtimeMs > LEFT_ALONE_MS) old.add(name.slice(0, ID_LENGTH));
  }
  return [...old];
}

/** Null when there is no such file or folder. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
