// A finished match in a data folder, before a server is started on it: played by human-like players in virtual time.

import { encodeRecording } from "../../pong/recording-bytes.ts";
import { type Recording, replay } from "../../pong/recording.ts";
import type { EndedMatch } from "../../rooms/match/ended-match.ts";
import { storedResult } from "../../rooms/match/stored-match.ts";
import { type MatchFacts, factsOf } from "../../pong/match-facts.ts";
import { Evening } from "./evening.ts";
import { sampleResult } from "./sample-match.ts";
import { createCountingMatches } from "./seeded-history.ts";
import { newStorage, openStorage, type Storage } from "./storage.ts";

export interface SeededMatch {
  readonly id: string;
  readonly storage: Storage;
  readonly facts: MatchFacts;
}

export async function seedMatch(pointsToWin = 5): Promise<SeededMatch> {
  const { recording } = playEvening(pointsToWin);
  const { score } = replay(recording);
  const plain = sampleResult();
  const storage = await newStorage();
  const database = await openStorage(storage);
  await createCountingMatches(database).finish({
    ...plain,
    rules: recording.rules,
    seed: recording.seed,
    seats: plain.seats.map((seat, at) => ({ ...seat, points: score[at]! })),
    winner: score[0]! > score[1]! ? 0 : 1,
    recording: encodeRecording(recording),
    recordingHash: recording.hash.toString(16),
  });
  await database.close();
  return { id: plain.id, storage, facts: factsOf(recording) };
}

/** Of Ada against the strongest computer. @returns its recording, too */
export async function seedPractice(): Promise<SeededMatch & { readonly recording: Recording }> {
  const evening = new Evening({ pointsToWin: 3, plan: { kind: "practice", level: "nova" }, people: ["Ada"] });
  evening.until("the end", () => evening.table.ended.length > 0, 1_800_000);
  const ended = evening.table.ended[0]!;
  const { id, roomId } = sampleResult();
  const result = storedResult({ id, roomId, bornAt: Date.now() }, ended, 0);
  const storage = await newStorage();
  const database = await openStorage(storage);
  await createCountingMatches(database).finish({
    ...result,
    // Nobody who is in this database.
    seats: result.seats.map((seat) => ({ ...seat, playerId: null })),
  });
  await database.close();
  return { id, storage, recording: ended.recording, facts: factsOf(ended.recording) };
}

function playEvening(pointsToWin: number): EndedMatch {
  const evening = new Evening({ pointsToWin });
  evening.until("the end", () => evening.table.ended.length > 0, 1_800_000);
  return evening.table.ended[0]!;
}
