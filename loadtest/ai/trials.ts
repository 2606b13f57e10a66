// A process that plays matches of the computer as it is asked to. Asked over the process channel by main.ts.

import { AI_LEVELS, type AiLevel } from "../../pong/ai/levels.ts";
import { mannerOf } from "../../pong/ai/player.ts";
import { answerQuestions } from "../node-process.ts";
import { type Casting, Computer, Person, Predictor, Tracker } from "./contenders.ts";
import { wins } from "./trial.ts";

export type Name = AiLevel | "person" | "tracker" | "predictor";

export interface TrialQuestion {
  readonly first: Name;
  readonly second: Name;
  readonly matches: number;
  readonly from: number;
}

/** Of those matches, won by the first. */
export interface TrialAnswer {
  readonly won: number;
}

function casting(name: Name): Casting {
  if (name === "person") return (seat, seed) => new Person(seat, seed);
  if (name === "tracker") return (seat) => new Tracker(seat);
  if (name === "predictor") return (seat, seed) => new Predictor(seat, seed);
  if (!AI_LEVELS.includes(name)) throw new Error(`nobody is called ${name as string}`);
  return (seat, seed) => new Computer(mannerOf(name), seat, seed);
}

answerQuestions(({ first, second, matches, from }: TrialQuestion): TrialAnswer => {
  return { won: wins(matches, casting(first), casting(second), from) };
});
