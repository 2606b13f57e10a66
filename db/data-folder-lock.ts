// Keeps a second process away from the embedded database: PGlite has no lock of its own, and two processes on one folder
// lose rows without a word. The lock is a file beside the folder that names the process holding it.

import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { StartupError } from "./errors.ts";

const Holder = z.object({
  pid: z.number().int(),
  /** When that process started (kernel ticks since boot), because pids are used again; "" where /proc is missing. */
  started: z.string(),
});
type Holder = z.infer<typeof Holder>;

/**
 * Takes the lock and returns a function that releases it. A lock whose process is dead is taken over.
 * @throws StartupError when a living process holds it, or the folder cannot be written
 */
export function lockDataFolder(lockFile: string): () => void {
  const own: Holder = { pid: process.pid, started: startOf(process.pid) };
  const draft = `${lockFile}.${process.pid}`;
  try {
    mkdirSync(dirname(lockFile), { recursive: true });
    writeFileSync(draft, JSON.stringify(own));
  } catch (error) {
    throw new StartupError(
      `The data folder ${dirname(lockFile)} cannot be written (${reasonOf(error)}): fix its permissions, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
  try {
    take(draft, lockFile);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (read(lockFile)?.pid === process.pid) rmSync(lockFile, { force: true });
  };
}

function take(draft: string, lockFile: string): void {
  // A hard link appears at once and complete, so nobody ever reads half a lock.
  for (let attempt = 0; attempt < 10; attempt++) {
    if (link(draft, lockFile)) return;
    const holder = read(lockFile);
    if (holder !== null && isAlive(holder)) throw inUse(lockFile, holder);
    setAside(lockFile);
  }
  throw new StartupError(`The lock ${lockFile} keeps changing hands: start only one server on this data folder.`);
}

function link(draft: string, lockFile: string): boolean {
  try {
    linkSync(draft, lockFile);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw new StartupError(
      `The lock ${lockFile} cannot be created (${reasonOf(error)}): set DATA_DIR to another folder.`,
      {
        cause: error,
      },
    );
  }
}

/** Moves a dead lock away; puts it back if a third process was quicker and it is alive after all. */
function setAside(lockFile: string): void {
  const aside = `${lockFile}.${process.pid}.dead`;
  try {
    renameSync(lockFile, aside);
  } catch {
    return; // Somebody else did it first.
  }
  const holder = read(aside);
  if (holder !== null && isAlive(holder)) renameSync(aside, lockFile);
  else rmSync(aside, { force: true });
}

function read(file: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.started !== "") return startOf(holder.pid) === holder.started;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Field 22 of /proc/PID/stat, counted behind the command name, which may itself hold spaces and brackets. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie no longer has the folder open.
    return fields[0] === "Z" ? "" : (fields[19] ?? "");
  } catch {
    return "";
  }
}

/** A living process has the folder. */
export class FolderInUseError extends StartupError {}

function inUse(lockFile: string, holder: Holder): StartupError {
  return new FolderInUseError(
    `Another process (${holder.pid}) is using the data folder ${dirname(lockFile)}: stop it first, or set DATA_DIR to another folder.`,
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
