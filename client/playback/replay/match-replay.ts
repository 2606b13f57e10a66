// The replay of a match on its page.

import type { FinishedMatch } from "../../../schema/http/matches.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { downloadMatch } from "./download.ts";
import { fetchRecording } from "./fetch-recording.ts";
import { momentOf, thinksOf } from "./moment.ts";
import { type OpenReplay, openReplay } from "./replay.ts";

/** @param match with its players called as people read them */
export function openMatchReplay(context: PageContext, host: HTMLElement, match: FinishedMatch): OpenReplay {
  const names = match.players.map(({ name }) => name);
  return openReplay({
    host,
    names,
    load: () => fetchRecording(match.id),
    link: `${location.origin}/match/${match.id}`,
    download: () => void downloadMatch(match, names).catch((error: unknown) => context.fail(error)),
    at: momentOf(location.search),
    thinks: thinksOf(location.search),
    left: context.left,
    failed: (error) => context.fail(error),
  });
}
