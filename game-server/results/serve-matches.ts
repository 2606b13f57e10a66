// The result of a match, and its recording: schema/http/matches.ts.

import { z } from "zod";
import type { Accounts } from "../../db/repositories/accounts.ts";
import type { Stats } from "../../db/repositories/stats.ts";
import type { Matches } from "../../db/repositories/matches.ts";
import type { FinishedMatch, MatchFound } from "../../db/repositories/read-match.ts";
import { UserError } from "../../rooms/user-error.ts";
import { FactsReply, askFacts } from "../../schema/http/stats.ts";
import { askMatch, askRecording } from "../../schema/http/matches.ts";
import type { Caller } from "../identity/request-identity.ts";
import { type Between, maySeeHistory } from "../people/feature.ts";
import type { Api } from "../http/serve.ts";

export interface MatchesOptions {
  readonly matches: Matches;
  readonly stats: Pick<Stats, "facts">;
  readonly accounts: Pick<Accounts, "findAll">;
  readonly between: Between;
  readonly wallClock: () => Date;
}

export function serveMatches({ serve }: Api, { matches, stats, accounts, between, wallClock }: MatchesOptions): void {
  /** For everybody but its players it is on until spectators have seen its end. */
  async function find(caller: Caller | null, id: string): Promise<MatchFound> {
    const found = await matches.find(id);
    if (found.status !== "finished" || found.match.shownAt === null || found.match.shownAt <= wallClock()) return found;
    return hasPlayed(caller, found.match) ? found : { status: "running" };
  }

  /** Who played it may always; others if all of its players who have an account let them see what they have played. */
  async function mayReplay(caller: Caller | null, match: FinishedMatch): Promise<boolean> {
    if (hasPlayed(caller, match)) return true;
    const ids = match.players.flatMap((player) => (player.id === "" ? [] : [player.id]));
    for (const account of await accounts.findAll(ids)) {
      if (!(await maySeeHistory(between, caller, account))) return false;
    }
    return true;
  }

  async function mayReplayId(caller: Caller | null, id: string): Promise<boolean> {
    const found = isId(id) ? await find(caller, id) : null;
    return found?.status === "finished" && (await mayReplay(caller, found.match));
  }

  serve(askMatch, async ({ params, caller }) => {
    if (!isId(params.id)) return { status: "unknown" as const };
    const found = await find(caller, params.id);
    return found.status === "finished" ? { ...found, mayReplay: await mayReplay(caller, found.match) } : found;
  });

  serve(askFacts, async ({ params, caller }) => {
    const isOpen = await mayReplayId(caller, params.id);
    // Another version may have written them.
    const facts = FactsReply.safeParse(isOpen ? await stats.facts(params.id) : null);
    if (!facts.success) throw new UserError("notFound", {}, 404);
    return facts.data;
  });

  serve(askRecording, async ({ params, caller, response }) => {
    const bytes = (await mayReplayId(caller, params.id)) ? await matches.recording(params.id) : null;
    // The same answer for both, so that hiding one's matches doesn't show.
    if (bytes === null) throw new UserError("notFound", {}, 404);
    // It never changes, but who may see it does: kept, and asked about each time. Express adds and compares the ETag.
    response.set("Cache-Control", "private, no-cache").type("application/octet-stream").send(Buffer.from(bytes));
  });
}

function hasPlayed(caller: Caller | null, { players }: FinishedMatch): boolean {
  return caller !== null && players.some(({ id }) => id === caller.player.id);
}

function isId(id: string): boolean {
  return z.uuid().safeParse(id).success;
}
