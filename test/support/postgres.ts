// A PostgreSQL cluster of the test's own in a temporary folder, on a free port of the loopback. Only where
// RALLY_POSTGRES_BIN names a folder with initdb and postgres; otherwise the tests that want it are skipped and say so.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";

export interface Postgres {
  /** Of a new, empty database at each call. */
  createDatabase(): string;
  /** As a server that goes down: connections break. */
  halt(): Promise<void>;
  /** Brings it back on the same port. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** Folder of the PostgreSQL programs, or null when there is none to test with. */
export function postgresBin(): string | null {
  return process.env["RALLY_POSTGRES_BIN"] ?? null;
}

/** What to tell when these tests are skipped. */
export const NO_POSTGRES = "skipped: set RALLY_POSTGRES_BIN to the folder of PostgreSQL's programs";

/** PostgreSQL refuses to run as root; then the account named postgres has to do it. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const number = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: number("-u"), gid: number("-g") };
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rally-postgres-"));
  const { uid, gid } = account();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

function runIn(folder: string) {
  return { ...account(), cwd: folder, env: { PATH: process.env["PATH"], LC_ALL: "C.UTF-8" } };
}

let template: string | null = null;

/** An empty cluster: copied, because making one takes seconds of a busy machine. */
function makeTemplate(bin: string): string {
  const folder = ownFolder();
  const data = join(folder, "data");
  const options = ["-D", data, "-U", "rally", "-A", "trust", "-E", "UTF8", "--no-sync"];
  execFileSync(join(bin, "initdb"), options, { ...runIn(folder), stdio: "ignore" });
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return data;
}

export async function startPostgres(bin: string): Promise<Postgres> {
  const folder = ownFolder();
  const run = runIn(folder);
  template ??= makeTemplate(bin);
  execFileSync("cp", ["-a", template, join(folder, "data")], run);
  const port = await freePort();
  let server: ChildProcess | null = null;
  let databases = 0;

  async function resume(): Promise<void> {
    const settings = ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=${folder}`];
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
    server.kill("SIGINT");
    await ended;
    server = null;
  }

  await resume();
  return {
    createDatabase() {
      const name = `rally_${++databases}`;
      execFileSync(join(bin, "createdb"), ["-h", "127.0.0.1", "-p", String(port), "-U", "rally", name], run);
      return `postgres://rally@127.0.0.1:${port}/${name}`;
    },
    halt,
    resume,
    async stop() {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
