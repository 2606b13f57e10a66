// The steps of `npm test`: a command that is right or wrong, or a run of mocha that counts. Steps run side by side, so each
// buffers its output until it ends; only failures are printed at once.

import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { once } from "node:events";
import { root } from "../client-sources.ts";
import { type Cost, NOTHING_SPENT } from "./cost.ts";
import { ProcessTree } from "./process-tree.ts";
import type { Counts, SuiteCost, StepReport } from "./reporter.ts";

/** The result of a step. */
export interface Outcome {
  readonly title: string;
  readonly counts: Counts;
  /** What failed, each in a line. */
  readonly failures: readonly string[];
  readonly cost: Cost;
  readonly suites: readonly SuiteCost[];
}

export interface StepOptions {
  readonly title: string;
  /** A step that takes longer hangs. */
  readonly mostMinutes: number;
  readonly env?: Readonly<Record<string, string>>;
}

const bin = join(root, "node_modules/.bin");

/** The tools by their names, and the Node that npm brought. */
const PATH = `${bin}${delimiter}${process.env["PATH"] ?? ""}`;

/** Each of the servers that the tests start compiles the same files: a fifth of what starting one costs. */
const COMPILED = join(root, "node_modules/.cache/node");

/** Of what a step that broke off has said, as many lines as say why. */
const LAST_LINES = 16;

/** The steps that run. */
const running = new Set<ProcessTree>();
let isStopped = false;

/** One of package.json's scripts. */
export async function runScript(options: StepOptions, script: string): Promise<Outcome> {
  const { title } = options;
  const args = ["run", "--silent", ...script.split(" ")];
  const { wrong, cost, lastWords } = await run(options, (output) => start("npm", args, options, [output]));
  const failures = wrong === null ? [] : [`${title}: ${wrong}`];
  for (const failure of failures) console.error(failed(failure, lastWords));
  return { title, counts: { passed: 0, failed: failures.length, skipped: 0 }, failures, cost, suites: [] };
}

/** @param args mocha's, the files last */
export async function runMocha(options: StepOptions, args: readonly string[]): Promise<Outcome> {
  const { title } = options;
  const failures: string[] = [];
  const fail = (what: string, why = ""): void => {
    failures.push(`${title}: ${what}`);
    console.error(failed(`${title}: ${what}`, why));
  };
  let end: Extract<StepReport, { readonly kind: "ended" }> | null = null;
  let last: Extract<StepReport, { readonly kind: "begins" }> | null = null;
  const { wrong, cost, lastWords } = await run(options, (output) => {
    const mocha = [join(bin, "mocha"), "--reporter", join(root, "scripts/testing/reporter.ts"), ...args];
    const step = start(process.execPath, mocha, options, [output, "ipc"]);
    step.on("message", (told: StepReport) => {
      if (told.kind === "failed") fail(told.title, told.why);
      else if (told.kind === "begins") last = told;
      else end = told;
    });
    return step;
  });
  const { counts, suites, cost: told } = heard(end, last);
  // Mocha can fail with no test failed, as when something is thrown after the last; and it is content with no test at all.
  if (end === null) fail(`${wrong ?? "it broke off"}${inTheMiddleOf(last)}`, lastWords);
  else if (wrong !== null && failures.length === 0) fail(wrong, lastWords);
  if (failures.length === 0 && counts.passed === 0) fail("no test ran");
  return { title, counts: { ...counts, failed: failures.length }, failures, cost: told ?? cost, suites };
}

function failed(what: string, why: string): string {
  return `FAILED: ${what}${`\n${why}`.replaceAll("\n", "\n    ").trimEnd()}`;
}

function inTheMiddleOf(last: Extract<StepReport, { readonly kind: "begins" }> | null): string {
  return last === null ? "" : `, in: ${last.title}`;
}

/** What is known of a run; of one that broke off, what passed before. */
function heard(
  end: Extract<StepReport, { readonly kind: "ended" }> | null,
  last: Extract<StepReport, { readonly kind: "begins" }> | null,
) {
  const counts = last?.counts ?? { passed: 0, failed: 0, skipped: 0 };
  return end ?? { counts, suites: [], cost: null };
}

/** Ends the running steps, which then print their output so far; no other begins. */
export function stopSteps(): void {
  isStopped = true;
  for (const tree of running) tree.kill();
}

function start(
  command: string,
  args: readonly string[],
  { env }: StepOptions,
  [output, ...more]: readonly [number, ..."ipc"[]],
): ChildProcess {
  return spawn(command, args, {
    // In a process group of its own, so that Ctrl+C is for this run to hear, and for its steps to hear of from it.
    detached: true,
    cwd: root,
    stdio: ["ignore", output, output, ...more],
    env: { ...process.env, ...colors(), ...env, PATH, NODE_COMPILE_CACHE: COMPILED },
  });
}

/** Resolves once what it said is printed whole. `wrong`: what its end says, null when it went well. */
async function run(
  { title, mostMinutes }: StepOptions,
  startInto: (output: number) => ChildProcess,
): Promise<{ readonly wrong: string | null; readonly cost: Cost; readonly lastWords: string }> {
  const nothing = { cpuSeconds: 0, wallSeconds: 0, spent: NOTHING_SPENT };
  if (isStopped) return { wrong: "not begun", cost: nothing, lastWords: "" };
  console.log(`-- ${title} begins`);
  const startedAt = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "rally-step-"));
  try {
    // A file and no pipe: what a step leaves running would keep a pipe open, and the step would seem not to end.
    const said = join(folder, "said.txt");
    const output = openSync(said, "a");
    const step = startInto(output);
    closeSync(output);
    if (step.pid === undefined) throw new Error(`${title} cannot be started`);
    const tree = new ProcessTree(step.pid);
    running.add(tree);
    let isTooLong = false;
    const timer = setTimeout(() => {
      isTooLong = true;
      tree.kill();
    }, mostMinutes * 60_000);
    // Its messages may still be on their way when it is gone.
    const allTold = step.channel ? once(step, "disconnect") : null;
    const [status, signal] = (await once(step, "exit")) as [number | null, NodeJS.Signals | null];
    await allTold;
    clearTimeout(timer);
    running.delete(tree);
    tree.stop();
    // A server or a browser that was forgotten would go on beside the steps to come.
    tree.kill();
    const cost = {
      cpuSeconds: tree.seconds(),
      wallSeconds: (performance.now() - startedAt) / 1000,
      spent: NOTHING_SPENT,
    };
    console.log(`\n== ${title}: ${Math.round(cost.wallSeconds)} s`);
    const words = readFileSync(said, "utf8");
    process.stdout.write(words);
    const wrong = isTooLong ? `it took more than ${Math.ceil(mostMinutes)} minutes` : whatIsWrong(status, signal);
    return { wrong, cost, lastWords: words.trimEnd().split("\n").slice(-LAST_LINES).join("\n") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function whatIsWrong(status: number | null, signal: NodeJS.Signals | null): string | null {
  if (status === 0) return null;
  if (signal === null) return `it ended with ${status}`;
  return isStopped ? "it was stopped" : `it was ended by ${signal}`;
}

/** Mocha writes to a file here, but a person may be reading in the end. */
function colors(): Readonly<Record<string, string>> {
  return process.stdout.isTTY ? { MOCHA_COLORS: "1" } : {};
}
