// The replay of a match on its page; and the match handed over as a file.

import type { FinishedMatch } from "../../../schema/http/matches.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { fetchRecording, fetchRecordingBytes } from "./fetch-recording.ts";
import { momentOf, thinksOf } from "./moment.ts";
import { type OpenReplay, openReplay } from "./replay.ts";
import { fileNameOf, type MatchFile, writeMatchFile } from "./match-file.ts";

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

/** @param names by seat, as people read them. @throws Unreachable */
async function downloadMatch(match: FinishedMatch, names: readonly string[]): Promise<void> {
  const bytes = await fetchRecordingBytes(match.id);
  if (bytes === null) return;
  const about: MatchFile = {
    names: [names[0] ?? "", names[1] ?? ""],
    points: [match.players[0]?.points ?? 0, match.players[1]?.points ?? 0],
    winner: match.winner,
    finishedAt: match.finishedAt,
  };
  const address = URL.createObjectURL(await writeMatchFile(about, bytes));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileNameOf(about);
  link.click();
  URL.revokeObjectURL(address);
}
