// The entry point: npm start (game-server/start.mjs) builds what is missing and comes here. Ends with 1 and one sentence when
// the server cannot start.

import { StartupError } from "../../db/errors.ts";
import { createLog } from "../platform/log.ts";
import { createServer, type RallyServer } from "./server.ts";
import { readSettings } from "../platform/settings.ts";

async function main(): Promise<void> {
  const settings = readSettings();
  const log = createLog(settings);
  const server = await createServer(settings, log);
  try {
    await server.listen();
  } catch (error) {
    await server.close();
    throw error;
  }
  endWith(server);
  process.on("unhandledRejection", (error) => {
    // A bug, but only in a single request or room; the other matches go on.
    log.error({ err: error }, "a promise failed and nobody noticed");
  });
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "a bug ends the server");
    void endAfter(server, 1);
  });
  console.log(`Rally is ready at ${server.url}`);
}

function endWith(server: RallyServer): void {
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1); // The second signal ends it at once.
      asked = true;
      void endAfter(server, 0);
    });
  }
}

async function endAfter(server: RallyServer, code: number): Promise<void> {
  try {
    await server.close();
  } finally {
    process.exit(code);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exit(1);
}
