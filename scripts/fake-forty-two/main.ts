// `npm run dev:fake-42`: Rally with a fake 42 beside it, so that signing in with 42 can be tried out without being anybody there.

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { root } from "../client-sources.ts";
import { startFakeFortyTwo } from "./server.ts";

const clientId = "rally";
const clientSecret = randomBytes(16).toString("hex");
const fake = await startFakeFortyTwo({ clientId, clientSecret, port: 0 });
console.log(`The fake 42 is at ${fake.url}. Open Rally and sign in with 42.`);

const rally = spawn(process.execPath, [join(root, "game-server/start.mjs")], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    FORTYTWO_CLIENT_ID: clientId,
    FORTYTWO_CLIENT_SECRET: clientSecret,
    FORTYTWO_URL: fake.url,
  },
});
rally.once("exit", (code) => {
  process.exit(code ?? 1);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => rally.kill(signal));
