// The command line of `npm run bot`, checked: HELP lists what it takes.

import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { AI_LEVELS, type AiLevel } from "../../pong/ai/levels.ts";
import { DEFAULT_RULES, MAX_POINTS_TO_WIN, MIN_POINTS_TO_WIN } from "../../pong/rules.ts";
import { MODES, type Mode } from "../../contract/modes.ts";
import { BotMistake, WRONG_ORDERS } from "./mistake.ts";

export interface Orders {
  readonly level: AiLevel;
  readonly url: string;
  /** The table to join, the queue to wait in, or a table of its own. */
  readonly where:
    | { readonly kind: "table"; readonly roomId: string }
    | { readonly kind: "queue"; readonly mode: Mode }
    | { readonly kind: "own"; readonly pointsToWin: number };
  /** Null: it is called by its level, with a number where somebody else is. */
  readonly name: string | null;
  /** Infinity: as many as the other one likes. */
  readonly matches: number;
  /** Any 32-bit integer. */
  readonly seed: number;
}

const DEFAULT_URL = "http://localhost:2567";
const DEFAULT_LEVEL: AiLevel = "tide";

export const HELP = `The computer plays as a bot, over the same connection as a browser: npm run bot -- --level 5

  --level 1..${AI_LEVELS.length}     its level, or the level's name: ${AI_LEVELS.join(", ")} (${AI_LEVELS.indexOf(DEFAULT_LEVEL) + 1})
  --table LINK     joins this table: the link that somebody sent, or its room
  --queue MODE     waits in the casual queue: ${MODES.join(" or ")}
                   without either it opens a table and prints the link to send to a friend
  --points N       points to win at the table that it opens: ${MIN_POINTS_TO_WIN} to ${MAX_POINTS_TO_WIN} (${DEFAULT_RULES.pointsToWin})
  --name NAME      its name after "Robo" (its level)
  --matches N      leaves after so many; by default it asks for another one each time
  --url URL        the server (${DEFAULT_URL}, or where the link leads)
  --seed N         seeds its randomness: the same looks lead to the same presses

Its name always begins with Robo, and no match with it counts. Ctrl+C leaves the table.
How to write a bot of your own: docs/bots.md`;

/** A room's id, or the address of its page. */
const ROOM = /^[\w-]{1,64}$/u;
const TABLE_PATH = /\/play\/([\w-]{1,64})\/?$/u;

const OPTIONS = {
  level: { type: "string" },
  table: { type: "string" },
  queue: { type: "string" },
  points: { type: "string" },
  name: { type: "string" },
  matches: { type: "string" },
  url: { type: "string" },
  seed: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const whole = (from: number, to: number, error: string) =>
  z.coerce.number(error).int(error).min(from, error).max(to, error);

const Given = z.object({
  level: z
    .string()
    .default(DEFAULT_LEVEL)
    .transform((given) => AI_LEVELS[Number(given) - 1] ?? given.toLowerCase())
    .pipe(z.enum(AI_LEVELS, `--level is 1 to ${AI_LEVELS.length}, or one of ${AI_LEVELS.join(", ")}.`)),
  table: z.string().optional(),
  queue: z.enum(MODES, `--queue is ${MODES.join(" or ")}.`).optional(),
  points: whole(
    MIN_POINTS_TO_WIN,
    MAX_POINTS_TO_WIN,
    `--points is a number from ${MIN_POINTS_TO_WIN} to ${MAX_POINTS_TO_WIN}.`,
  ).optional(),
  name: z.string().min(1, "--name is what the bot is called.").optional(),
  matches: whole(1, Infinity, "--matches is a number, 1 or more.").default(Infinity),
  url: z.url({ protocol: /^https?$/u, error: "--url looks like http://localhost:2567." }).optional(),
  seed: whole(0, 0xffff_ffff, "--seed is a number, 0 to 4294967295.").optional(),
});
type Given = z.infer<typeof Given>;

/** @returns null where help is asked for @throws BotMistake with what is wrong */
export function readOrders(words: readonly string[]): Orders | null {
  const values = parse(words);
  if (values.help === true) return null;
  const read = Given.safeParse(values);
  if (!read.success) throw wrong(read.error.issues[0]!.message);
  const { level, name = null, matches, seed = randomInt(2 ** 32), url } = read.data;
  return { level, name, matches, seed, ...placeOf(read.data, url === undefined ? null : trimmed(url)) };
}

/** A room's id may begin with a hyphen, and then the parser takes it for another option. */
function* withTables(words: readonly string[]): Generator<string> {
  for (const [at, word] of words.entries()) {
    if (words[at - 1] === "--table" && isRoomLikeOption(word)) continue;
    const next = words[at + 1] ?? "";
    yield word === "--table" && isRoomLikeOption(next) ? `${word}=${next}` : word;
  }
}

function isRoomLikeOption(word: string): boolean {
  return word.startsWith("-") && ROOM.test(word) && !Object.hasOwn(OPTIONS, word.replace(/^-+/u, ""));
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...withTables(words)], options: OPTIONS }).values;
  } catch (error) {
    // Its messages go on to teach more than one wants to know.
    const [sentence = ""] = (error as Error).message.split(". ");
    throw wrong(`${sentence.replace(/\.$/u, "")}.`);
  }
}

function placeOf({ table, queue, points }: Given, url: string | null): Pick<Orders, "url" | "where"> {
  if (table !== undefined && queue !== undefined) throw wrong("Either --table or --queue, not both.");
  if (points !== undefined && (table ?? queue) !== undefined)
    throw wrong("--points is for a table that the bot opens itself.");
  if (queue !== undefined) return { url: url ?? DEFAULT_URL, where: { kind: "queue", mode: queue } };
  if (table === undefined)
    return { url: url ?? DEFAULT_URL, where: { kind: "own", pointsToWin: points ?? DEFAULT_RULES.pointsToWin } };
  if (ROOM.test(table)) return { url: url ?? DEFAULT_URL, where: { kind: "table", roomId: table } };
  const link = URL.canParse(table) ? new URL(table) : null;
  const roomId = TABLE_PATH.exec(link?.pathname ?? "")?.[1];
  if (link === null || roomId === undefined || !link.protocol.startsWith("http"))
    throw wrong("--table is a table's link, as http://localhost:2567/play/ROOM, or its room alone.");
  return { url: url ?? link.origin, where: { kind: "table", roomId } };
}

/** Paths are put behind it. */
function trimmed(url: string): string {
  return url.replace(/\/+$/u, "");
}

function wrong(sentence: string): BotMistake {
  return new BotMistake(`${sentence} (--help says more.)`, WRONG_ORDERS);
}
