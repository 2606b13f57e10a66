// How long the queues are: schema/http/queues.ts.

import type { Matchmaker } from "../../rooms/matchmaking/matchmaker.ts";
import { QUEUES } from "../../schema/queues.ts";
import { askQueues } from "../../schema/http/queues.ts";
import type { Api } from "../http/serve.ts";

export interface QueuesOptions {
  readonly matchmaker: Pick<Matchmaker, "lineOf" | "cooldownFor">;
}

export function serveQueues({ serve }: Api, { matchmaker }: QueuesOptions): void {
  serve(askQueues, async ({ caller }) => ({
    queues: QUEUES.map((queue) => ({ ...queue, ...matchmaker.lineOf(queue) })),
    pauseSeconds: caller === null ? 0 : await matchmaker.cooldownFor(caller.player.id),
  }));
}
