// A process of its own that does jobs of kind "slow": says "began ID" for each and never ends it. Run by
// test/game-server/platform/jobs/worker.test.ts, which kills it. Arguments: the database's address or "", and the data folder.

import { pino } from "pino";
import { openDatabase } from "../../db/open.ts";
import { createJobs } from "../../db/repositories/jobs.ts";
import { startWorker } from "../../game-server/platform/jobs/worker.ts";
import { createSealer } from "../../game-server/platform/seal.ts";

export const JOB_SECRET = "a secret of the test's own";
/** Of the jobs that this takes. */
export const SHORT_LEASE_MS = 2_000;

if (import.meta.main) {
  const [url = "", dataDir = ""] = process.argv.slice(2);
  const database = await openDatabase({ url: url === "" ? null : url, dataDir, warn: () => {} });
  startWorker({
    jobs: createJobs(database.orm),
    sealer: createSealer(JOB_SECRET),
    handlers: {
      slow: async ({ payload, signal }) => {
        process.stdout.write(`began ${String(payload)}\n`);
        await new Promise((_, reject) => {
          signal.addEventListener("abort", reject);
        });
      },
    },
    log: pino({ level: "silent" }),
    times: { leaseMs: SHORT_LEASE_MS },
  });
}
