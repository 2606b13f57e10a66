// Processes of a benchmark: started and called over the process channel; and the line with which each ends.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The one core it may use; any when left out. */
  readonly core?: number;
  /** Runs at a lower priority: for clients that would have machines of their own. */
  readonly nice?: boolean;
}

/** Starts one of our scripts. @param args Node's own options first, then the script (from the project's root), then its words */
export function startNode(args: readonly string[], { env = {}, core, nice = false }: StartOptions = {}): ChildProcess {
  const command = [process.execPath, "--disable-warning=ExperimentalWarning", ...args];
  const pinned = core === undefined ? command : ["taskset", "-c", String(core), ...command];
  const [program, ...rest] = nice ? ["nice", "-n", "19", ...pinned] : pinned;
  return spawn(program!, rest, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: { ...process.env, ...env },
  });
}

export interface BenchServer {
  readonly process: ChildProcess;
  readonly port: number;
  /** Ends it, and removes what it has stored. */
  end(): void;
}

/** Ticks of the process clock a second, as Linux counts CPU time. */
const CPU_TICKS = 100;

/** What a server has used of the processor so far, in ms. */
export function cpuMsOf({ process: { pid } }: BenchServer): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / CPU_TICKS;
}

/** A server as it runs in earnest, with a data folder of its own. @throws Error with what it said when it does not start */
export async function startBenchServer(args: readonly string[], core?: number): Promise<BenchServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "rally-bench-"));
  const quiet = { PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, LOG_LEVEL: "error" };
  const unlimited = { GUESTS_PER_MINUTE: "1000000", JOINS_PER_MINUTE: "1000000" };
  const env = { ...quiet, ...unlimited, NODE_ENV: "production" };
  const server = startNode(args, core === undefined ? { env } : { env, core });
  const end = (): void => {
    server.kill("SIGKILL");
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { process: server, port: await portOf(server), end };
  } catch (error) {
    end();
    throw error;
  }
}

/** The port in the line with which a server says that it is ready. */
async function portOf(server: ChildProcess): Promise<number> {
  let said = "";
  for await (const chunk of server.stdout!) {
    said += String(chunk);
    const port = /(?:ready on |localhost:)(\d+)/.exec(said)?.[1];
    if (port !== undefined) {
      server.stdout!.resume();
      return Number(port);
    }
  }
  throw new Error(`the server did not start: ${said}`);
}

/** One question, one answer. @throws Error that the other process answered with */
export async function ask<T>(other: ChildProcess, what: unknown): Promise<T> {
  const answer = once(other, "message");
  other.send(what as object);
  const [message] = (await answer) as [T | { error: string }];
  if (typeof message === "object" && message !== null && "error" in message) throw new Error(message.error);
  return message;
}

/** Answers each question that comes over the channel; ends with whoever asks. */
export function answerQuestions(answer: (question: never) => unknown): void {
  process.on("message", (question) => {
    Promise.resolve()
      .then(() => answer(question as never))
      .then(
        (found) => process.send?.(found ?? {}),
        (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
      );
  });
  process.on("disconnect", () => process.exit());
}

/** The line with which every bench ends, for tools that read it: `RESULT {json}`. @param digits of every number in it, after the point */
export function tellResult(result: Readonly<Record<string, unknown>>, digits: number): void {
  const scale = 10 ** digits;
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === "number" ? Math.round(value * scale) / scale : value;
  console.log(`RESULT ${JSON.stringify(result, rounded)}`);
}
