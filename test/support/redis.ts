// A Redis of the test's own: on a free port of the loopback, in memory only. RALLY_REDIS_SERVER says where its program is;
// where there is none, the tests that want it are skipped and say so.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { freePort } from "../../scripts/testing/postgres.ts";
import { findProgram } from "./program.ts";

export interface Redis {
  /** As REDIS_URL takes it. */
  readonly url: string;
  /** As a crash would; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Path of its program, or null, as findProgram says. */
export const redisServer = (): string | null => findProgram("Redis", "RALLY_REDIS_SERVER", "/usr/bin/redis-server");

/**
 * Resolves when it answers. @param onPort of one that was there before; otherwise a free one @throws Error with what it said
 * when it ends instead, or when there is no program
 */
export async function startRedis(onPort?: number): Promise<Redis> {
  const program = redisServer();
  if (program === null) throw new Error("there is no Redis: ask redisServer() first");
  const port = onPort ?? (await freePort());
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const server = spawn(program, settings, { cwd: tmpdir(), stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(server, "exit");
  await new Promise<void>((resolve, reject) => {
    let said = "";
    server.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("Ready to accept connections")) resolve();
    });
    server.once("error", reject).once("exit", (code) => {
      reject(new Error(`Redis ended (${code}): ${said}`));
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill("SIGKILL");
      await ended;
    },
  };
}
