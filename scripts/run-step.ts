// The steps of `npm test`: a command that is right or wrong, or a run of mocha that counts. Steps run side by side, so each
// keeps what it says to itself until it ends.

import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { once } from "node:events";
import { root } from "./client-sources.ts";
import type { Counts } from "./counting-reporter.ts";

const bin = join(root, "node_modules/.bin");

/** The tools by their names, and the Node that npm brought. */
const PATH = `${bin}${delimiter}${process.env["PATH"] ?? ""}`;

/** A step that takes longer hangs. */
const LONGEST_MINUTES = 18;

/** Each of the hundred servers that the tests start compiles the same files: a fifth of what starting one costs. */
const COMPILED = join(root, "node_modules/.cache/node");

type Env = Readonly<Record<string, string>>;

/** Process groups of the steps that run. */
const running = new Set<number>();
let isStopped = false;

export async function runCommand(title: string, command: string): Promise<Counts> {
  return await inFolder(async (folder) => {
    const failed = (await run(`${title} (${command})`, command, {}, folder)) ? 0 : 1;
    return { passed: 0, failed, skipped: 0 };
  });
}

export async function runMocha(title: string, args: string, env: Env): Promise<Counts> {
  return await inFolder(async (folder) => {
    const file = join(folder, "counts.json");
    const reporter = join(root, "scripts/counting-reporter.ts");
    const command = `mocha --reporter ${reporter} ${args}`;
    const passed = await run(title, command, { ...env, RALLY_TEST_COUNTS: file }, folder);
    if (!existsSync(file)) {
      console.error(`FAILED: ${title} broke off.`);
      return { passed: 0, failed: 1, skipped: 0 };
    }
    const counts = JSON.parse(readFileSync(file, "utf8")) as Counts;
    // Mocha can fail with no test failed, as when something is thrown after the last; and it is content with no test at all.
    if (counts.failed === 0 && (!passed || counts.passed === 0)) counts.failed = 1;
    return counts;
  });
}

/** Ends the steps that run, which then tell what they have said so far; no other begins. */
export function stopSteps(): void {
  isStopped = true;
  for (const group of running) kill(group);
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "rally-step-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves with whether it went well, once what it said is printed whole. */
async function run(title: string, command: string, env: Env, folder: string): Promise<boolean> {
  if (isStopped) return false;
  console.log(`-- ${title} begins`);
  const startedAt = Date.now();
  // A file and no pipe: what a step leaves running would keep a pipe open, and the step would seem not to end.
  const said = join(folder, "said.txt");
  const output = openSync(said, "a");
  // In a process group, so that ending it ends the servers and browsers that it started.
  const step = spawn(command, {
    shell: true,
    detached: true,
    cwd: root,
    stdio: ["ignore", output, output],
    env: { ...process.env, ...colors(), ...env, PATH, NODE_COMPILE_CACHE: COMPILED },
  });
  closeSync(output);
  if (step.pid === undefined) throw new Error(`${title} cannot be started`);
  const group = step.pid;
  running.add(group);
  const timer = setTimeout(kill, LONGEST_MINUTES * 60_000, group);
  const [status, signal] = (await once(step, "exit")) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  running.delete(group);

  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`\n== ${title}: ${seconds} s`);
  process.stdout.write(readFileSync(said));
  if (signal && !isStopped) console.error(`Ended by ${signal}; a step may take ${LONGEST_MINUTES} minutes.`);
  if (status !== 0) console.error(`FAILED: ${title}`);
  return status === 0;
}

function kill(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch (error) {
    // It has just ended by itself.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Mocha writes to a file here, but a person may be reading in the end. */
function colors(): Env {
  return process.stdout.isTTY ? { MOCHA_COLORS: "1" } : {};
}
