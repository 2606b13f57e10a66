// An nginx of the test's own before a server, as operators put one there: on a free port of the loopback. RALLY_NGINX says where its
// program is; where there is none, the tests that want it are skipped and say so.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/testing/postgres.ts";
import { paceOf, setPace } from "./pace.ts";
import { findProgram } from "./program.ts";
import { untilFound } from "./until.ts";

export interface Nginx {
  /** Where the server is reached through it. */
  readonly url: string;
  /** Resolves when it is gone. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;

/** Path of its program, or null, as findProgram says. */
export const nginxProgram = (): string | null => findProgram("nginx", "RALLY_NGINX", "/usr/sbin/nginx");

/** Resolves when it answers. @param target address of the server behind it @throws Error when there is no program */
export async function startNginx(target: string): Promise<Nginx> {
  const program = nginxProgram();
  if (program === null) throw new Error("there is no nginx: ask nginxProgram() first");
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "rally-nginx-"));
  writeFileSync(join(folder, "nginx.conf"), settings(folder, port, new URL(target).port));
  const server = spawn(program, ["-c", join(folder, "nginx.conf"), "-p", folder], { cwd: folder, stdio: "ignore" });
  const ended = once(server, "exit");
  await untilFound(() => answers(port), PATIENCE_MS, "nginx answers");
  const url = `http://localhost:${port}`;
  setPace(url, paceOf(target));
  return {
    url,
    async stop() {
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(port: number): Promise<true | null> {
  const socket = connect(port, "127.0.0.1");
  const isOpen = await Promise.race([
    once(socket, "connect").then(() => true),
    once(socket, "error").then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return isOpen ? true : null;
}

/** One process in the foreground, which writes nowhere but in its folder. */
function settings(folder: string, port: number, upstream: string): string {
  const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `  ${name}_temp_path ${folder}/${name};`,
  );
  return `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 256; }
http {
${kept.join("\n")}
  access_log off;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection upgrade;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_buffering off;
    }
  }
}
`;
}
