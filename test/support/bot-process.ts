// A bot as people start it: the command that `npm run bot` stands for, in a process of its own.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pacedEnv } from "./pace.ts";
import { until } from "./until.ts";

const ROOT = join(import.meta.dirname, "../..");
const SCRIPTS = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: { bot: string } };
/** Starting on a loaded machine. */
const PATIENCE_MS = 60_000;

export class BotProcess {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown>;
  #complaints = "";

  /**
   * @param words what follows `npm run bot --` @param pace how many times as fast as real time it is
   * @param script another one that takes a bot's place, from the root
   */
  constructor(words: readonly string[], pace: number, script?: string) {
    const [program, ...args] = (script === undefined ? SCRIPTS.scripts.bot : `node ${script}`).split(" ");
    this.#child = spawn(program!, [...args, ...words], {
      cwd: ROOT,
      env: {
        PATH: `${join(ROOT, "node_modules/.bin")}:${process.env["PATH"]}`,
        NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
        ...pacedEnv(pace),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#exit = once(this.#child, "close");
    let rest = "";
    this.#child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      const parts = (rest + text).split("\n");
      rest = parts.pop() ?? "";
      this.lines.push(...parts);
    });
    this.#child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      this.#complaints += text;
    });
  }

  /** What it has said on stderr. */
  get complaints(): string {
    return this.#complaints;
  }

  /** The first line that looks like this, and what its parentheses hold. @throws Error when it says no such thing */
  async says(pattern: RegExp, mostMs = PATIENCE_MS): Promise<RegExpExecArray> {
    const find = () => this.lines.map((line) => pattern.exec(line)).find((found) => found !== null);
    const isOver = () => this.#child.exitCode !== null && find() === undefined;
    await until(() => find() !== undefined || isOver(), mostMs, `a bot says ${pattern}`);
    const found = find();
    if (found === undefined)
      throw new Error(`a bot never says ${pattern}: ${this.lines.join(" / ")} ${this.complaints}`);
    return found;
  }

  /** Its exit code, once it has ended. */
  async end(): Promise<number | null> {
    await this.#exit;
    return this.#child.exitCode;
  }

  /** As Ctrl+C does. */
  interrupt(): void {
    this.#child.kill("SIGINT");
  }

  /** If it still runs. */
  kill(): void {
    this.#child.kill("SIGKILL");
  }
}
