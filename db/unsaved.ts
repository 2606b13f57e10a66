// Results as files in DATA_DIR/unsaved: each is written there before the database is asked to take it, so that it outlives
// this process, and removed once it is in the database. Written and emptied by match-keeper.ts and retry-queue.ts.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { type MatchResult, MatchResultJson, resultToJson } from "./match-record.ts";

export interface Unsaved {
  /** Resolves once it is on the disk. */
  write(result: MatchResult): Promise<void>;
  remove(id: string): void;
  /** Keeps it under a name that `load` does not read. Returns where. */
  setAside(id: string): string;
  /** All that can be read; files that cannot are left where they are and named in `damaged`. */
  load(): { results: MatchResult[]; damaged: string[] };
}

/** @param folder made at the first write */
export function createUnsaved(folder: string): Unsaved {
  const fileOf = (id: string) => join(folder, `${id}.json`);
  return {
    async write(result) {
      mkdirSync(folder, { recursive: true });
      // Under a temporary name first: a crash in mid-write leaves no half file under the real one.
      const draft = `${fileOf(result.id)}.draft`;
      await writeThrough(draft, (file) => file.writeFile(resultToJson(result)));
      await rename(draft, fileOf(result.id));
    },
    remove(id) {
      rmSync(fileOf(id), { force: true });
    },
    setAside(id) {
      const aside = join(folder, `${id}.too-late`);
      // It may be in memory only, where the disk did not take it.
      if (existsSync(fileOf(id))) renameSync(fileOf(id), aside);
      return aside;
    },
    load() {
      const results: MatchResult[] = [];
      const damaged: string[] = [];
      for (const name of names(folder)) {
        try {
          results.push(MatchResultJson.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));
        } catch {
          damaged.push(join(folder, name));
        }
      }
      return { results, damaged };
    },
  };
}

/** Waits for the disk outside the event loop: a match that ends holds nobody else up. */
async function writeThrough(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, "w");
  try {
    await write(file);
    await file.datasync();
  } finally {
    await file.close();
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
}
