// PostgreSQL for tests: a cluster in a temporary folder, on a free port of the loopback. One cluster serves a whole run, with a
// new database for whoever asks; who halts it has one of their own. Only where RALLY_POSTGRES_BIN names a folder with initdb
// and postgres; otherwise the tests that want it are skipped and say so.

import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { promisify } from "node:util";
import { spend } from "./cost.ts";

export interface Postgres {
  /** postgres://user@host:port, to which a database's name is still to be added. */
  readonly url: string;
  /** Of a new, empty database at each call. */
  createDatabase(): Promise<string>;
  /** As a server that goes down: connections break. */
  halt(): Promise<void>;
  /** Brings it back on the same port. */
  resume(): Promise<void>;
  stop(): Promise<void>;
  /** Lets it run for as long as this process does, which it does not keep from ending. */
  stopAtExit(): void;
}

/** Folder of the PostgreSQL programs, or null when there is none to test with. */
export function postgresBin(): string | null {
  return process.env["RALLY_POSTGRES_BIN"] ?? null;
}

const execute = promisify(execFile);

/** What to print when these tests are skipped. */
export const NO_POSTGRES = "skipped: set RALLY_POSTGRES_BIN to the folder of PostgreSQL's programs";

/** Servers of several lanes, with a pool each. */
const MOST_CONNECTIONS = 400;

/** PostgreSQL refuses to run as root; then the account named postgres has to do it. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const number = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: number("-u"), gid: number("-g") };
}

function ownFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, "rally-postgres-"));
  const { uid, gid } = account();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

function runIn(folder: string) {
  return { ...account(), cwd: folder, env: { PATH: process.env["PATH"], LC_ALL: "C.UTF-8" } };
}

/** A new cluster of the caller's own. @param parent folder that its own is made in */
export async function startPostgres(bin: string, parent = tmpdir()): Promise<Postgres> {
  const folder = ownFolder(parent);
  const run = runIn(folder);
  const options = ["-D", join(folder, "data"), "-U", "rally", "-A", "trust", "-E", "UTF8", "--no-sync"];
  await execute(join(bin, "initdb"), options, run);
  const port = await freePort();
  const url = `postgres://rally@127.0.0.1:${port}`;
  let server: ChildProcess | null = null;

  async function resume(): Promise<void> {
    const settings = [
      ["fsync", "off"],
      ["listen_addresses", "127.0.0.1"],
      ["unix_socket_directories", folder],
      ["max_connections", String(MOST_CONNECTIONS)],
      // Nothing but work: no statistics, and no looking for dead rows in databases that live for a minute.
      ["autovacuum", "off"],
      ["jit", "off"],
    ].flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    server = spawn(join(bin, "postgres"), ["-D", join(folder, "data"), "-p", String(port), ...settings], {
      ...run,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await new Promise<void>((resolve, reject) => {
      let said = "";
      server?.stderr?.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (said.includes("ready to accept connections")) resolve();
      });
      server?.once("exit", (code) => {
        reject(new Error(`PostgreSQL ended (${code}): ${said}`));
      });
    });
  }

  async function halt(): Promise<void> {
    if (server === null) return;
    const ended = once(server, "exit");
    // It is waited for, even if it was only to run for as long as this process does.
    server.ref();
    server.kill("SIGINT");
    await ended;
    server = null;
  }

  await resume();
  return {
    url,
    createDatabase: () => createDatabase(url),
    halt,
    resume,
    async stop() {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
    stopAtExit() {
      server?.unref();
      // A pipe is a socket underneath.
      (server?.stderr as Socket | null)?.unref();
      process.once("exit", () => {
        server?.kill("SIGQUIT");
        rmSync(folder, { recursive: true, force: true });
      });
    },
  };
}

/**
 * A new database in the cluster at this address. @param template the name of one that it is a copy of; empty when left out
 * @throws Error when the cluster has no such template
 */
export async function createDatabase(url: string, template?: string): Promise<string> {
  spend("databases");
  const name = `rally_${crypto.randomUUID().replaceAll("-", "")}`;
  const like = template === undefined ? [] : ["--template", template];
  await askCluster("createdb", url, [...like, name]);
  return `${url}/${name}`;
}

/** Runs one of PostgreSQL's own programs on the cluster at this address. @throws Error with what it said */
export async function askCluster(program: "createdb" | "psql", url: string, args: readonly string[]): Promise<void> {
  const { hostname, port, username } = new URL(url);
  const where = ["--host", hostname, "--port", port, "--username", username];
  await execute(join(postgresBin()!, program), [...where, ...args]);
}

/** A TCP port of the loopback that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
