// A real server for a test: its own process, its own storage, a free port. Colyseus keeps its state in modules, so there is one
// server per process and never one inside the tests'.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spend } from "../../scripts/testing/cost.ts";
import { pacedEnv, setPace } from "./pace.ts";
import { patience } from "./patience.ts";
import { newStorage, removeStorage, type Storage } from "./storage.ts";

const MAIN = join(import.meta.dirname, "../../game-server/app/main.ts");
/** A cold start under a heavy load. */
const START_TIMEOUT_MS = 60_000;

export interface TestServer {
  readonly url: string;
  /** Everything it has said, by line. */
  readonly lines: readonly string[];
  readonly storage: Storage;
  readonly pid: number;
  /** Ends it as an operator would; returns the exit code. Leaves the storage. */
  stop(): Promise<number | null>;
  /** Ends it as a crash would. Leaves the storage. */
  kill9(): Promise<void>;
  /** Ends it if it still runs, and removes the storage. */
  remove(): Promise<void>;
}

export interface TestServerOptions {
  /** Settings besides the usual ones of a test. */
  readonly env?: Readonly<Record<string, string>>;
  /** As another server has left it, or as it was filled; otherwise a new one. */
  readonly storage?: Storage;
  /** How many times as fast as real time it is; 1 when left out. */
  readonly pace?: number;
}

/** Resolves when the server is ready. @throws Error with what it said when it ends instead */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const storage = options.storage ?? (await newStorage());
  const { dataDir, databaseUrl } = storage;
  const where = { DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
  const { pace = 1 } = options;
  const { child, lines } = runMain({ ...where, ...pacedEnv(pace), ...options.env });
  const ended = once(child, "exit");
  const url = await readyAddress(child, lines);
  setPace(url, pace);

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  }

  return {
    url,
    lines,
    storage,
    pid: child.pid ?? 0,
    stop: () => end("SIGTERM"),
    async kill9() {
      await end("SIGKILL");
    },
    async remove() {
      await end("SIGKILL");
      removeStorage(storage);
    },
  };
}

/** Runs the server where it cannot start. @returns its exit code and what it said on stderr */
export async function startInVain(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  const { child } = runMain(env);
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  await once(child, "close");
  return { code: child.exitCode, said };
}

function runMain(env: Readonly<Record<string, string>>): { child: ChildProcess; lines: string[] } {
  spend("servers");
  const child = spawn(process.execPath, [MAIN], {
    // Nothing of the tester's own settings, except where the programs are; nor the .env of the project's folder.
    cwd: tmpdir(),
    env: {
      PATH: process.env["PATH"],
      NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
      PORT: "0",
      HOST: "127.0.0.1",
      NODE_ENV: "test",
      GUESTS_PER_MINUTE: "10000",
      JOINS_PER_MINUTE: "100000",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.setEncoding("utf8").on("data", (text: string) => {
      const parts = (rest + text).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
    });
  }
  return { child, lines };
}

function readyAddress(child: ChildProcess, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      reject(new Error(`${why}:\n${lines.join("\n")}`));
    };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      fail("the server is not ready in time");
    }, patience(START_TIMEOUT_MS));
    child.once("exit", () => {
      clearTimeout(timer);
      fail("the server ended");
    });
    child.stdout?.on("data", () => {
      const address = lines
        .map((line) => /^Rally is ready at (\S+)$/u.exec(line)?.[1])
        .find((found) => found !== undefined);
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
