// Matches between the levels of the computer, each against the next: the same in Node and in a browser, to the last bit.

import { Computer } from "../../loadtest/ai/contenders.ts";
import { playMatch } from "../../loadtest/ai/trial.ts";
import { AI_LEVELS } from "../../pong/ai/levels.ts";
import { mannerOf } from "../../pong/ai/player.ts";
import { hashWorld } from "../../pong/hash.ts";
import type { Press } from "../../pong/timeline.ts";

export interface AiMatch {
  /** Of the last world. */
  readonly hash: number;
  readonly presses: readonly Press[];
  /** Where it went to meet the ball, look by look. */
  readonly met: readonly (number | null)[];
}

export function playLevels(seed: number): AiMatch[] {
  return AI_LEVELS.map((level, at) => {
    const next = AI_LEVELS[(at + 1) % AI_LEVELS.length]!;
    const players = [new Computer(mannerOf(level), 0, seed + at), new Computer(mannerOf(next), 1, seed - at)];
    const { world, presses } = playMatch(players, seed * 31 + at);
    const met = players.flatMap(({ decisions }) => decisions.map(({ thought }) => thought.meetY));
    return { hash: hashWorld(world), presses, met };
  });
}
