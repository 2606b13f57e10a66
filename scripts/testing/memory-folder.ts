// Where the tests keep what they throw away again: in memory, if there is enough, because an empty database is copied for each
// of a hundred servers, and on some machines a disk takes ten times as long for it.

import { chmodSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

const MEMORY = "/dev/shm";
/** Linux's number for a file system in memory. */
const TMPFS = 0x01021994;
/** Several times what the lanes fill at most. */
const ENOUGH_BYTES = 6 * 1024 ** 3;

/** As TMPDIR for the steps, and gone with this process; nothing where the machine has no such place, or it is full. */
export function memoryFolder(): Readonly<Record<string, string>> {
  if (!hasRoom()) return {};
  const folder = mkdtempSync(join(MEMORY, "rally-tests-"));
  // PostgreSQL runs as an account of its own.
  chmodSync(folder, 0o755);
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return { TMPDIR: folder };
}

function hasRoom(): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(MEMORY);
    return type === TMPFS && bavail * bsize > ENOUGH_BYTES;
  } catch {
    return false;
  }
}
