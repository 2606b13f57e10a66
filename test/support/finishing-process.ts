// A process of its own that finishes a match and dies at one step of that, as by kill -9. Run by test/game-server/results/kill.test.ts.
// Its argument: a FinishingOrder as JSON.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { createMatchKeeper } from "../../db/match-keeper.ts";
import { openDatabase } from "../../db/open.ts";
import { createMatches } from "../../db/repositories/matches.ts";
import { createProcesses } from "../../db/repositories/processes.ts";
import { createUnsaved, type Unsaved } from "../../db/unsaved.ts";
import { createJudge } from "../../game-server/results/judge.ts";
import { RATING_RULES } from "../../game-server/results/rating-rules.ts";
import { RESULT_WRITERS } from "../../game-server/results/start.ts";
import { playedResult } from "./played-result.ts";

export const STEPS = [
  "while it is played",
  "in the middle of its file",
  "with its file written",
  "within the transaction",
  "after the commit",
  "before anybody is told",
] as const;
export type Step = (typeof STEPS)[number];

export interface FinishingOrder {
  readonly step: Step;
  readonly matchId: string;
  readonly processId: string;
  readonly playerIds: readonly [string, string];
  /** "": the embedded one, in the data folder. */
  readonly url: string;
  readonly dataDir: string;
}

/** As nothing that can be caught. */
function die(): Promise<never> {
  process.kill(process.pid, "SIGKILL");
  return new Promise(() => {});
}

function dyingUnsaved(unsaved: Unsaved, folder: string, { step, matchId }: FinishingOrder): Unsaved {
  return {
    ...unsaved,
    async write(one) {
      if (step === "while it is played") await die();
      if (step === "in the middle of its file") {
        writeFileSync(join(folder, `${matchId}.json.draft`), '{"id":');
        await die();
      }
      await unsaved.write(one);
      if (step === "with its file written") await die();
    },
    remove(id) {
      if (step === "after the commit") void die();
      else unsaved.remove(id);
    },
  };
}

async function finish(order: FinishingOrder): Promise<void> {
  const { step, matchId, processId, playerIds, url, dataDir } = order;
  const { orm } = await openDatabase({ url: url === "" ? null : url, dataDir, warn: () => {} });
  const log = pino({ level: "silent" });
  await createProcesses(orm, processId).renew();
  const folder = join(dataDir, "unsaved");
  const unsaved = createUnsaved(folder);
  const result = { ...playedResult({ playerIds }), id: matchId };
  await unsaved.write(result);
  unsaved.remove(matchId);
  const keeper = createMatchKeeper({
    matches: createMatches(orm, {
      processId,
      judge: createJudge(log),
      ratingRules: RATING_RULES,
      writers: [...RESULT_WRITERS, async () => void (step === "within the transaction" && (await die()))],
    }),
    unsaved: dyingUnsaved(unsaved, folder, order),
    log,
    later: () => () => {},
    counted: () => void die(),
  });
  await keeper.begin(result);
  await keeper.finish(result);
}

if (import.meta.main) await finish(JSON.parse(process.argv[2]!) as FinishingOrder);
