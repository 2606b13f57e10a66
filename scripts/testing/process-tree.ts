// A process with everything that it started: servers, databases, browsers and their children; what it has cost, and how it is ended.
// Linux counts the dead of a process only for whoever waits for them, and a browser's helpers often outlive the one that would: so
// the living are looked at now and then, and the last that was seen of somebody who went unnoticed still counts.

import { readFileSync, readdirSync } from "node:fs";

/** Between two looks; what a process does after the last look at it, and is waited for by nobody, is lost. */
const LOOK_EVERY_MS = 400;
/** What the kernel counts in; 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

interface Seen {
  readonly parent: number;
  /** Distinguishes a process from a later one with the same pid. */
  readonly startedAt: string;
  /** Of the process itself, and of children that it has waited for; in ticks. */
  readonly own: number;
  readonly reaped: number;
}

export class ProcessTree {
  readonly #root: number;
  #members = new Map<number, Seen>();
  /** Of those who died without being waited for, in ticks. */
  #lost = 0;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(root: number) {
    this.#root = root;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  /** CPU seconds up to now; never less than before. 0 where there is no /proc. */
  seconds(): number {
    this.#look();
    let ticks = this.#lost;
    for (const { own, reaped } of this.#members.values()) ticks += own + reaped;
    return ticks / TICKS_PER_SECOND;
  }

  /** Looks no more by itself. */
  stop(): void {
    clearInterval(this.#timer);
  }

  /** Ends all of them at once, those with a process group of their own too. The root has to lead a group. */
  kill(): void {
    this.#look();
    // Where there is no /proc, at least its group.
    for (const pid of [-this.#root, ...this.#members.keys()]) {
      try {
        process.kill(pid, "SIGKILL");
      } catch (error) {
        // It has just ended by itself.
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
      }
    }
  }

  #look(): void {
    const members = this.#find(processes());
    let died = 0;
    let gained = 0;
    for (const [pid, before] of this.#members) {
      const now = members.get(pid);
      if (now?.startedAt === before.startedAt) gained += now.reaped - before.reaped;
      else died += before.own + before.reaped;
    }
    this.#lost += Math.max(0, died - gained);
    this.#members = members;
  }

  /** The root, who descends from it, and who did before the one between them died. */
  #find(all: ReadonlyMap<number, Seen>): Map<number, Seen> {
    const found = new Map<number, Seen>();
    const belongs = (pid: number): boolean => {
      const process = all.get(pid);
      if (process === undefined) return false;
      if (found.has(pid) || pid === this.#root) return true;
      return this.#members.get(pid)?.startedAt === process.startedAt || belongs(process.parent);
    };
    for (const [pid, process] of all) if (belongs(pid)) found.set(pid, process);
    return found;
  }
}

function processes(): Map<number, Seen> {
  const all = new Map<number, Seen>();
  for (const name of listProcesses()) {
    const seen = readProcess(name);
    if (seen !== null) all.set(Number(name), seen);
  }
  return all;
}

function listProcesses(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  } catch {
    return [];
  }
}

/** Null: it has just ended. */
function readProcess(name: string): Seen | null {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, "latin1");
    // The name before it stands in brackets and may hold anything; proc_pid_stat(5) numbers these from the third on.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = (from: number) => Number(fields[from - 3]) + Number(fields[from - 2]);
    return { parent: Number(fields[1]), startedAt: fields[19] ?? "", own: ticks(14), reaped: ticks(16) };
  } catch {
    return null;
  }
}
