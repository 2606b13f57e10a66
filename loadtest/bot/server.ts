// What a bot asks of a server over HTTP: a name, and a table (schema/http/).

import type { z } from "zod";
import { DEFAULT_RULES } from "../../pong/rules.ts";
import { MeReply, takeName } from "../../schema/http/guests.ts";
import { Problem } from "../../schema/http/problem.ts";
import { invite, TableReply } from "../../schema/http/tables.ts";
import type { ServerAddress } from "../../sdk/connect.ts";
import { send } from "../call.ts";
import { BotMistake, unreachable } from "./mistake.ts";

/** A bot that the server knows: its name, and what to send along to be known. */
export interface KnownBot extends ServerAddress {
  readonly headers: Record<string, string>;
  readonly id: string;
  readonly name: string;
}

/** Of the refusals that a bot can meet, in words. */
const REFUSALS: Readonly<Record<string, string>> = {
  "name.taken": "Someone who is playing right now has this name: choose another one with --name.",
  "name.ofAccount": "This name belongs to someone with an account: choose another one with --name.",
  "name.tooShort": "This name is too short.",
  "name.tooLong": "This name is too long: it can have up to 20 letters, including Robo.",
  "name.characters": "A name consists of letters and digits, with single spaces, dots or dashes between them.",
};

class NameTaken extends BotMistake {}

/** Takes the first of these names that is free, as a bot: "Robo " and that. @throws BotMistake when the server is away or refuses */
export async function enter(url: string, names: readonly [string, ...string[]]): Promise<KnownBot> {
  const [name, ...others] = names;
  try {
    return await takeBotName(url, name);
  } catch (error) {
    if (!(error instanceof NameTaken) || others.length === 0) throw error;
    return enter(url, others as [string, ...string[]]);
  }
}

async function takeBotName(url: string, name: string): Promise<KnownBot> {
  const { response, reply } = await read(url, send({ url }, takeName, { body: { name, bot: true } }), MeReply);
  const cookie = response.headers.getSetCookie().map((one) => one.split(";")[0]);
  const { player } = reply;
  if (player === null || player.kind !== "bot") throw new BotMistake(`The server at ${url} doesn't support bots.`);
  return { url, headers: { cookie: cookie.join("; ") }, id: player.id, name: player.name };
}

/** Sets up a table whose other seat goes to whoever opens the link; returns its room. @throws BotMistake as above */
export async function openTable(bot: KnownBot, pointsToWin: number): Promise<string> {
  const body = { rules: { ...DEFAULT_RULES, pointsToWin } };
  const { reply } = await read(bot.url, send(bot, invite, { body }), TableReply);
  return reply.roomId;
}

async function read<T extends z.ZodType>(
  url: string,
  sent: Promise<Response>,
  shape: T,
): Promise<{ readonly response: Response; readonly reply: z.infer<T> }> {
  const response = await sent.catch(() => null);
  if (response === null) throw new BotMistake(unreachable(url));
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refused(response, answer, url);
  const reply = shape.safeParse(answer);
  if (!reply.success) throw new BotMistake(`What answers at ${url} isn't Rally, or is another version.`);
  return { response, reply: reply.data };
}

function refused(response: Response, answer: unknown, url: string): BotMistake {
  const problem = Problem.safeParse(answer);
  if (!problem.success) return new BotMistake(`What answers at ${url} isn't Rally (${response.status}).`);
  const { code } = problem.data.error;
  if (response.status === 429) {
    const seconds = response.headers.get("retry-after") ?? "some";
    return new BotMistake(`The server has had too many requests from here: try again in ${seconds} s.`);
  }
  const sentence = REFUSALS[code] ?? `The server refuses: ${code}.`;
  return code === "name.taken" ? new NameTaken(sentence) : new BotMistake(sentence);
}
