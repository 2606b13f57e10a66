// What the computer thought in a match that is recorded: its looks are taken again, in the same order, by the same code. The match
// itself runs without it; that its presses come out as they were recorded shows that these were its thoughts.

import { type RecordedComputer, type RecordedLook, type Recording, gameOf, replay } from "../recording.ts";
import { MAX_SPECULATIVE_TICKS, type Press } from "../timeline.ts";
import { type World, cloneWorld } from "../world.ts";
import { glimpse } from "./glimpse.ts";
import { AI_LEVELS, AI_VERSION, LOOK_EVERY_TICKS } from "./levels.ts";
import { type AiPlayer, createAiPlayer, dropPending, look, mannerOf } from "./player.ts";
import type { Thought } from "./thought.ts";

/** Why thoughts can't be shown: played by another version of the computer, or they do not lead to the presses that were made. */
export type RethinkFault = "version" | "differs";

/**
 * The thoughts of the computer on a seat, in order, ticks from the start of the match.
 * @throws RecordingFault from gameOf
 */
export function rethink(recording: Recording, computer: RecordedComputer): readonly Thought[] | RethinkFault {
  const isKnown = computer.looks.every(({ level }) => level < AI_LEVELS.length);
  if (!areLooks(computer.looks)) return "differs";
  if (computer.version !== AI_VERSION || !isKnown || computer.seat >= gameOf(recording).court.rails.length)
    return "version";
  const [first] = computer.looks;
  if (first === undefined) return [];
  const seen = worldsSeen(recording, computer);
  const player = createAiPlayer(gameOf(recording), computer.seat, mannerOf(AI_LEVELS[first.level]!), computer.seed);
  const thoughts: Thought[] = [];
  const theirs = recording.presses.filter(({ seat }) => seat !== computer.seat);
  let told = 0;
  let paused = 0;
  for (const [at, { tick, level }] of computer.looks.entries()) {
    for (; (recording.pauses[paused]?.until ?? Infinity) <= tick; paused++) dropPending(player);
    const table = seen[at];
    if (table === undefined) return "differs";
    const from = told;
    while (told < theirs.length && theirs[told]!.tick < table.tick) told++;
    thoughts.push(think(player, table, theirs.slice(from, told), tick, level));
  }
  return pressedSo(recording, computer.seat, thoughts) ? thoughts : "differs";
}

/** Whether anybody can have looked so: a file may say what it likes, and long looks back take long to think through. */
function areLooks(looks: readonly RecordedLook[]): boolean {
  return looks.every(
    ({ tick, seenTick }, at) =>
      tick - seenTick < MAX_SPECULATIVE_TICKS && (at === 0 || tick - looks[at - 1]!.tick >= LOOK_EVERY_TICKS),
  );
}

function think(player: AiPlayer, table: World, theirs: readonly Press[], tick: number, level: number): Thought {
  const manner = mannerOf(AI_LEVELS[level]!);
  if (manner.level !== player.manner.level) player.manner = manner;
  const plain = theirs.map(({ tick: at, seat, keys }) => ({ tick: at, seat, keys }));
  return look(player, glimpse(table, plain, tick)).thought;
}

/** The table at each look, as far as the recording has it. */
function worldsSeen(recording: Recording, { looks }: RecordedComputer): (World | undefined)[] {
  const seen: (World | undefined)[] = [];
  replay(recording, undefined, (world) => {
    while (seen.length < looks.length && looks[seen.length]!.seenTick <= world.tick) {
      const isIt = looks[seen.length]!.seenTick === world.tick;
      seen.push(isIt ? cloneWorld(world) : undefined);
    }
  });
  return seen;
}

/** Whether every press that was recorded follows from a thought. Some that follow were never made: a pause, the end. */
function pressedSo({ presses }: Recording, seat: number, thoughts: readonly Thought[]): boolean {
  const thought = new Set(thoughts.flatMap((one) => one.presses.map(({ tick, keys }) => `${tick} ${keys}`)));
  return presses.every((press) => press.seat !== seat || thought.has(`${press.tick} ${press.keys}`));
}
