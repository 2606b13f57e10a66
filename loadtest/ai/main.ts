// `npm run bench:ai`: how strong the levels of the computer are, how much they play like people, and what they cost. A round robin of
// all levels and the model of an average person, who has 1500 by definition; docs/ai.md has the results. `-- --quick`: few
// matches, whose figures say little. Exits with 1 when something of what is promised does not hold. Ends with one line:
// RESULT {json}.

import { AI_LEVELS, LEVELS } from "../../pong/ai/levels.ts";
import { mannerOf } from "../../pong/ai/player.ts";
import { ask, startNode, tellResult } from "../node-process.ts";
import { Computer, Person } from "./contenders.ts";
import { lookMs, tablesCost } from "./cost.ts";
import { type Encounter, fitRatings } from "./ladder.ts";
import { isHumanlyPossible, likenessOf } from "./likeness.ts";
import type { Name, TrialAnswer, TrialQuestion } from "./trials.ts";

const quick = process.argv.includes("--quick");
const MATCHES_A_PAIR = quick ? 6 : 200;
const MATCHES_WITH_PERSON = quick ? 10 : 300;
const MATCHES_WITH_MACHINE = quick ? 10 : 200;
const LIKENESS_MATCHES = quick ? 2 : 10;
const LOOK_MATCHES = quick ? 8 : 40;
const [TABLES, TABLE_TURNS, TABLE_TURN_MS] = quick ? [20, 1, 2_000] : [100, 3, 25_000];
/** Matches per request: small batches keep both processes busy to the end. */
const MATCHES_A_QUESTION = 10;
const PROCESSES = 2;
const PERSON_RATING = 1500;

const NEIGHBOURS: readonly [number, number] = [80, 200];
const MOST_LOOK_MS = 0.2;
const MOST_TABLES_PERCENT = 2;

interface Duel {
  readonly first: Name;
  readonly second: Name;
  readonly matches: number;
  won: number;
}

async function play(duels: readonly Duel[]): Promise<void> {
  const questions = duels.flatMap((duel) =>
    Array.from({ length: Math.ceil(duel.matches / MATCHES_A_QUESTION) }, (_, at) => {
      const from = at * MATCHES_A_QUESTION + 1;
      const matches = Math.min(MATCHES_A_QUESTION, duel.matches - at * MATCHES_A_QUESTION);
      return { duel, question: { first: duel.first, second: duel.second, matches, from } satisfies TrialQuestion };
    }),
  );
  const worker = async (): Promise<void> => {
    const process = startNode(["loadtest/ai/trials.ts"]);
    try {
      for (let next = questions.shift(); next !== undefined; next = questions.shift()) {
        const { won } = await ask<TrialAnswer>(process, next.question);
        next.duel.won += won;
      }
    } finally {
      process.kill();
    }
  };
  await Promise.all(Array.from({ length: PROCESSES }, worker));
}

const duel = (first: Name, second: Name, matches: number): Duel => ({ first, second, matches, won: 0 });
const highest = AI_LEVELS.at(-1)!;
const robin = AI_LEVELS.flatMap((first, at) =>
  AI_LEVELS.slice(at + 1).map((second) => duel(first, second, MATCHES_A_PAIR)),
);
const people = AI_LEVELS.map((level) => duel(level, "person", MATCHES_WITH_PERSON));
const machines = (["tracker", "predictor"] as const).map((machine) => duel(highest, machine, MATCHES_WITH_MACHINE));
const startMs = performance.now();
await play([...robin, ...people, ...machines]);
const matches = [...robin, ...people, ...machines].reduce((sum, one) => sum + one.matches, 0);
console.log(`${matches} matches in ${((performance.now() - startMs) / 1000).toFixed(0)} s`);

const names: Name[] = [...AI_LEVELS, "person"];
const encounters: Encounter[] = [...robin, ...people].map((one) => ({
  first: names.indexOf(one.first),
  second: names.indexOf(one.second),
  firstWon: one.won,
  secondWon: one.matches - one.won,
}));
const ratings = fitRatings(names.length, encounters, names.indexOf("person"), PERSON_RATING);
const share = ({ won, matches: of }: Duel): number => won / of;
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

const broken: string[] = [];
const promise = (holds: boolean, what: string): void => {
  if (!holds) broken.push(what);
};
console.log("level     style     rating  documented  over the one before  beats the person");
for (const [at, level] of AI_LEVELS.entries()) {
  const gap = at === 0 ? null : ratings[at]! - ratings[at - 1]!;
  const beats = share(people[at]!);
  console.log(
    [
      level.padEnd(10),
      LEVELS[level].style.padEnd(9),
      ratings[at]!.toFixed(0).padStart(6),
      String(LEVELS[level].rating).padStart(11),
      (gap?.toFixed(0) ?? "").padStart(20),
      percent(beats).padStart(17),
    ].join(" "),
  );
  if (gap !== null)
    promise(gap >= NEIGHBOURS[0] && gap <= NEIGHBOURS[1], `${level} is ${gap.toFixed(0)} above the one before`);
  promise(at === 0 || beats >= 0.02, `${level} beats the person in ${percent(beats)}`);
  promise(level === highest || beats <= 0.98, `${level} beats the person in ${percent(beats)}`);
}
promise(share(people[0]!) <= 0.2, "the lowest beats the person too often");
promise(share(people.at(-1)!) >= 0.8, "the highest beats the person too seldom");
for (const [at, least] of [0.9, 0.6].entries()) {
  const machine = machines[at]!;
  console.log(
    `${highest} beats the perfect ${machine.second} in ${percent(share(machine))} (at least ${percent(least)})`,
  );
  promise(share(machine) >= least, `${highest} beats the ${machine.second} in ${percent(share(machine))}`);
}

console.log(
  "plays     presses/s  most in 1 s  reaction: soonest, p50, p95  after a look  next key p50    idle  turned back",
);
const likeness = names.map((name) => ({
  name,
  ...likenessOf(
    (seat, seed) =>
      name in LEVELS ? new Computer(mannerOf(name as keyof typeof LEVELS), seat, seed) : new Person(seat, seed),
    LIKENESS_MATCHES,
  ),
}));
for (const one of likeness) {
  const { name, pressesASecond, mostInASecond, reactionMs, soonestAfterLookMs, nextKeyMs, idleShare, overshoot } = one;
  const ms = (value: number | undefined | null): string =>
    value === undefined || value === null ? "" : value.toFixed(0);
  console.log(
    name.padEnd(10) +
      pressesASecond.toFixed(2).padStart(9) +
      String(mostInASecond).padStart(13) +
      [0, 1, 2].map((at) => ms(reactionMs?.[at]).padStart(7)).join("") +
      ms(soonestAfterLookMs).padStart(22) +
      ms(nextKeyMs).padStart(14) +
      percent(idleShare).padStart(9) +
      percent(overshoot).padStart(13),
  );
  promise(name === "person" || isHumanlyPossible(one), `${name} plays faster than people can`);
}

const meanLookMs = lookMs(LOOK_MATCHES);
const tables = await tablesCost(TABLES, TABLE_TURNS, TABLE_TURN_MS);
const more = tables.computer - tables.idle;
console.log(`a look takes ${meanLookMs.toFixed(3)} ms on average (at most ${MOST_LOOK_MS})`);
console.log(
  `${TABLES} tables cost ${tables.idle.toFixed(1)} % of a core with idle people, ${tables.computer.toFixed(1)} % with the computer: ` +
    `${more.toFixed(1)} % more (at most ${MOST_TABLES_PERCENT})`,
);
promise(meanLookMs < MOST_LOOK_MS, `a look takes ${meanLookMs.toFixed(3)} ms`);
promise(more < MOST_TABLES_PERCENT, `${TABLES} matches cost ${more.toFixed(1)} % of a core`);

// So few matches are no measure of strength.
const told = quick ? [] : broken;
for (const what of told) console.error(`BROKEN: ${what}`);
process.exitCode = told.length > 0 ? 1 : 0;
const result = {
  bench: "ai",
  quick,
  broken: told,
  ratings: Object.fromEntries(names.map((name, at) => [name, ratings[at]])),
  beatsPerson: Object.fromEntries(people.map((one) => [one.first, share(one)])),
  machines: Object.fromEntries(machines.map((one) => [one.second, share(one)])),
  likeness,
  meanLookMs,
  tables,
};
tellResult(result, 4);
