// `prepare`: git runs .githooks/ from now on. Plain JavaScript, since npm may run it on an older Node; and no failure where
// this is no clone, or where there is no git.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
if (existsSync(`${root}/.git`)) {
  try {
    execFileSync("git", ["config", "core.hooksPath", ".githooks"], { cwd: root, stdio: "ignore" });
  } catch {
    console.warn("git could not be told to use .githooks/, so nothing is checked before a commit.");
  }
}
