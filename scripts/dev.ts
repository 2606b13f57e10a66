// `npm run dev`: the client is rebuilt and the server restarted whenever a file changes. Reload the page to see it.

import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import webpack from "webpack";
import { clientWebpack } from "../client/webpack.config.ts";
import { builtFromFile, root } from "./client-sources.ts";

// What is built from now on is for development, so the next `npm start` has to build again.
rmSync(builtFromFile, { force: true });

let server: ReturnType<typeof spawn> | null = null;

webpack(clientWebpack("development")).watch({}, (error, stats) => {
  if (error) throw error;
  if (stats?.hasErrors() || stats?.hasWarnings()) console.error(stats.toString("errors-warnings"));
  else console.log("The client is built.");
  // After the first build, because the server serves what it finds.
  server ??= spawn(process.execPath, ["--watch", join(root, "game-server/app/main.ts")], {
    stdio: "inherit",
    cwd: root,
  });
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    server?.kill(signal);
    process.exit();
  });
}
