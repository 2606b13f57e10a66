// Results that the database did not take, as files in DATA_DIR/unsaved, so that they outlive this process as well.
// Who writes and empties it: match-keeper.ts.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type MatchResult, MatchResultJson, resultToJson } from "./match-record.ts";

export interface Unsaved {
  write(result: MatchResult): void;
  remove(id: string): void;
  /** All that can be read; files that cannot are left where they are and named in `damaged`. */
  load(): { results: MatchResult[]; damaged: string[] };
}

/** @param folder made at the first write */
export function createUnsaved(folder: string): Unsaved {
  const fileOf = (id: string) => join(folder, `${id}.json`);
  return {
    write(result) {
      mkdirSync(folder, { recursive: true });
      // Through a second name: a crash in mid-write leaves no half file behind under the real one.
      const draft = `${fileOf(result.id)}.draft`;
      writeFileSync(draft, resultToJson(result), { flush: true });
      renameSync(draft, fileOf(result.id));
    },
    remove(id) {
      rmSync(fileOf(id), { force: true });
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

function names(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
}
