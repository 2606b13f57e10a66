// The steps of `npm test`: a command that is right or wrong, or a run of mocha that counts.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "./client-sources.ts";
import type { Counts } from "./counting-reporter.ts";

const bin = join(root, "node_modules/.bin");

/** The tools by their names, and the Node that npm brought. */
const PATH = `${bin}${delimiter}${process.env["PATH"] ?? ""}`;

/** A step that takes longer hangs. */
const LONGEST_MINUTES = 15;

export function runCommand(title: string, command: string, env: Record<string, string> = {}): Counts {
  console.log(`\n== ${title} (${command})`);
  const failed = run(command, env) ? 0 : 1;
  if (failed) console.error(`FAILED: ${title}`);
  return { passed: 0, failed, skipped: 0 };
}

export function runMocha(title: string, args: string, env: Record<string, string>): Counts {
  const folder = mkdtempSync(join(tmpdir(), "rally-counts-"));
  const file = join(folder, "counts.json");
  const reporter = join(root, "scripts/counting-reporter.ts");
  console.log(`\n== ${title}`);
  try {
    const passed = run(`mocha --reporter ${reporter} ${args}`, { ...env, RALLY_TEST_COUNTS: file });
    if (!existsSync(file)) {
      console.error(`FAILED: ${title} broke off.`);
      return { passed: 0, failed: 1, skipped: 0 };
    }
    const counts = JSON.parse(readFileSync(file, "utf8")) as Counts;
    // Mocha can fail with no test failed, as when something is thrown after the last; and it is content with no test at all.
    if (counts.failed === 0 && (!passed || counts.passed === 0)) counts.failed = 1;
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, env: Record<string, string>): boolean {
  const { status, signal } = spawnSync(command, {
    shell: true,
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env, PATH },
    timeout: LONGEST_MINUTES * 60_000,
    killSignal: "SIGKILL",
  });
  if (signal) console.error(`Ended by ${signal}; a step may take ${LONGEST_MINUTES} minutes.`);
  return status === 0;
}
