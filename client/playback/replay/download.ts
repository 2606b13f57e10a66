// Hands a match over as a file.

import type { FinishedMatch } from "../../../schema/http/matches.ts";
import { fetchRecordingBytes } from "./fetch-recording.ts";
import { fileNameOf, type MatchFile, writeMatchFile } from "./match-file.ts";

/** @param names by seat, as people read them. @throws Unreachable */
export async function downloadMatch(match: FinishedMatch, names: readonly string[]): Promise<void> {
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
