// The replay of a match on its page.

import type { FinishedMatch } from "../../schema/http/matches.ts";
import type { Place } from "../place.ts";
import { downloadMatch } from "./download.ts";
import { fetchRecording } from "./fetch-recording.ts";
import { momentOf, thinksOf } from "./moment.ts";
import { type OpenReplay, openReplay } from "./replay.ts";

/** @param match with its players called as people read them */
export function openMatchReplay(place: Place, host: HTMLElement, match: FinishedMatch): OpenReplay {
  const names = match.players.map(({ name }) => name);
  return openReplay({
    host,
    names,
    load: () => fetchRecording(match.id),
    link: `${location.origin}/match/${match.id}`,
    download: () => void downloadMatch(match, names).catch((error: unknown) => place.fail(error)),
    at: momentOf(location.search),
    thinks: thinksOf(location.search),
    left: place.left,
    failed: (error) => place.fail(error),
  });
}
