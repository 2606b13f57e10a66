// A process with one player of each match in it, so that the two of a match are never in the same. Asked over the process
// channel by main.ts.

import { setTimeout as wait } from "node:timers/promises";
import type { Recording } from "../../pong/recording.ts";
import { decodeRecording } from "../../pong/recording-bytes.ts";
import { askMatch, askRecording } from "../../schema/http/matches.ts";
import { answerQuestions } from "../node-process.ts";
import { call, send } from "../call.ts";
import { type CountedPress, type Evidence, type Findings, countedPresses, judge } from "./judge.ts";
import { SeatedPlayer, type Seating } from "./seated-player.ts";
import type { RoomTime } from "./server-probe.ts";
import { type Stall, watchStalls } from "./stalls.ts";

export type PlayersQuestion =
  | { readonly do: "sit"; readonly seatings: readonly Seating[] }
  /** Whether everybody's table plays. */
  | { readonly do: "state" }
  /** Ends every match; returns what was pressed in each, and when the process stood still. */
  | { readonly do: "stop"; readonly serverUrl: string; readonly leaves: boolean }
  | { readonly do: "judge"; readonly stalls: readonly Stall[]; readonly tables: readonly TableEvidence[] };

export interface TableEvidence {
  readonly theirs: readonly CountedPress[];
  readonly roomTime: RoomTime;
}
export interface PlayersState {
  readonly playing: boolean;
}
export interface PlayersStopped {
  readonly stalls: readonly Stall[];
  /** By table. */
  readonly presses: readonly (readonly CountedPress[])[];
}
export type PlayersJudged = readonly Findings[];

/** Keys are let go this long before matches are ended, so that every press has come. */
const STILL_MS = 1500;
const SEAT_EVERY_MS = 150;
const STORED_WITHIN_MS = 20_000;

const ownStalls = watchStalls();
let players: SeatedPlayer[] = [];
let recordings: Evidence["recordings"][] = [];

async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const endMs = performance.now() + STORED_WITHIN_MS; !(await isSo()); await wait(50)) {
    if (performance.now() > endMs) throw new Error(`waited in vain until ${what}`);
  }
}

/** One after the other: what all together would take of the machine would be counted as delays of the links. */
async function sit(seatings: readonly Seating[]): Promise<void> {
  players = [];
  for (const seating of seatings) {
    players.push(new SeatedPlayer(seating));
    await wait(SEAT_EVERY_MS);
  }
}

async function stop(serverUrl: string, leaves: boolean): Promise<PlayersStopped> {
  for (const player of players) player.isStopping = true;
  await wait(STILL_MS);
  for (const player of players) if (leaves) player.session.ask("leave");
  await until(() => players.every((player) => player.isOver), "every match is over");
  for (const player of players) player.close();
  recordings = await Promise.all(players.map((player) => recorded(player, serverUrl)));
  const presses = players.map((player, at) =>
    countedPresses(player, { recordings: recordings[at]! }).filter((press) => press !== null),
  );
  return { stalls: ownStalls, presses };
}

function recorded(player: SeatedPlayer, serverUrl: string): Promise<Evidence["recordings"]> {
  return Promise.all(
    player.matches.map(async ({ id, startTick }) => {
      let score: number[] = [];
      await until(async () => {
        const reply = await call({ url: serverUrl }, askMatch, { params: { id } });
        if (reply.status === "finished") score = reply.match.players.map(({ points }) => points);
        return reply.status === "finished";
      }, `match ${id} is stored`);
      return { recording: await recordingOf(serverUrl, id), startTick, score };
    }),
  );
}

async function recordingOf(serverUrl: string, id: string): Promise<Recording> {
  const answer = await send({ url: serverUrl }, askRecording, { params: { id } });
  return decodeRecording(new Uint8Array(await answer.arrayBuffer()));
}

answerQuestions((question: PlayersQuestion): unknown => {
  switch (question.do) {
    case "sit":
      return sit(question.seatings);
    case "state": {
      const playing = players.every(({ session }) => session.status?.phase === "playing");
      return { playing } satisfies PlayersState;
    }
    case "stop":
      return stop(question.serverUrl, question.leaves);
    case "judge":
      return players.map((player, at) =>
        judge(player, { stalls: question.stalls, recordings: recordings[at]!, ...question.tables[at]! }),
      ) satisfies PlayersJudged;
  }
});
