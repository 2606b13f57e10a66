// What the tests need besides npm's packages: a Chromium, PostgreSQL's programs, a Redis and an nginx. Looks for them, installs them
// where it may (root on Debian), and returns where they are.

import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";

export interface Program {
  /** How the tests are told where it is. */
  readonly variable: string;
  readonly debianPackage: string;
  /** Where it is now, or null. */
  find(): string | null;
  /** Where something is that does as well, though it is not worth doing without the package. */
  findOther?(): string | null;
}

export const CHROMIUM: Program = {
  variable: "RALLY_CHROMIUM",
  // The same engine without the windows that nobody sees, which take half of the work.
  debianPackage: "chromium-headless-shell",
  find: () => ["/usr/bin/chromium-headless-shell"].find(existsSync) ?? null,
  findOther: () =>
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync) ?? null,
};

export const POSTGRES: Program = {
  variable: "RALLY_POSTGRES_BIN",
  // Whichever version this Debian has.
  debianPackage: "postgresql",
  find: () =>
    globSync("/usr/lib/postgresql/*/bin")
      .toSorted()
      .findLast((bin) => existsSync(`${bin}/initdb`)) ?? null,
};

export const REDIS: Program = {
  variable: "RALLY_REDIS_SERVER",
  debianPackage: "redis-server",
  find: () => ["/usr/bin/redis-server", "/usr/local/bin/redis-server"].find(existsSync) ?? null,
};

export const NGINX: Program = {
  variable: "RALLY_NGINX",
  debianPackage: "nginx",
  find: () => ["/usr/sbin/nginx", "/usr/local/sbin/nginx"].find(existsSync) ?? null,
};

/** Returns the environment variables for those that are there in the end; prints what is not. */
export function findOrInstall(programs: readonly Program[]): Record<string, string> {
  const missing = programs.filter((program) => !process.env[program.variable] && program.find() === null);
  if (missing.length > 0) install(missing.map((program) => program.debianPackage));
  const found: Record<string, string> = {};
  for (const program of programs) {
    const place = process.env[program.variable] ?? program.find() ?? program.findOther?.();
    if (place) found[program.variable] = place;
    else console.warn(`NOT THERE: ${program.debianPackage}. Install it, or say where it is with ${program.variable}.`);
  }
  return found;
}

function install(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    console.warn(`Not installing ${packages.join(", ")}: that takes root on a Debian.`);
    return;
  }
  console.log(`Installing ${packages.join(", ")} with apt-get ...`);
  const installing = ["install", "--yes", "--no-install-recommends", ...packages];
  for (const command of [["update"], installing]) {
    const { status } = spawnSync("/usr/bin/apt-get", command, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0) console.warn(`apt-get ${command.join(" ")} failed.`);
  }
}
