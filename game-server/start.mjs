// `npm start`. Plain enough that an old Node can read it and say what is missing: a current Node, then a current client.
// The server itself is app/main.ts.

import { spawnSync } from "child_process";
import { fileURLToPath } from "url";

var OLDEST_NODE = 24;

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
  console.error(
    "Rally needs Node " +
      OLDEST_NODE +
      " or newer and this is " +
      process.versions.node +
      ": run `npm ci` and then `npm start`, which bring a newer one on Linux, or install it from nodejs.org.",
  );
  process.exit(1);
}

// A process of its own: webpack takes memory that the server should not start with.
var build = spawnSync(
  process.execPath,
  [
    "--disable-warning=ExperimentalWarning",
    fileURLToPath(new URL("../scripts/build-client.ts", import.meta.url)),
    "--if-stale",
  ],
  { stdio: "inherit" },
);
if (build.status !== 0) {
  console.error("The client could not be built (see above), so the server was not started.");
  process.exit(1);
}

void import("./app/main.ts");
