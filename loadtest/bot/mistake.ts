// What keeps a bot from playing, in a sentence for whoever started it. Everything else that is thrown is a bug.

/** Exit codes: what was asked for is no order; the world is not as it would have to be. */
export const WRONG_ORDERS = 2;
const NOT_POSSIBLE = 1;

export class BotMistake extends Error {
  readonly exitCode: number;

  constructor(sentence: string, exitCode: number = NOT_POSSIBLE) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  stale: "This server runs another version than the bot: start both from the same source.",
  signedOut: "The server no longer knows this bot: start it again.",
  full: "Both seats of that table are taken.",
  gone: "There is no such table, or not any more: ask for a new link.",
  elsewhere: "Somebody else is using this bot's session.",
  flood: "This bot has sent the server too many messages.",
  noShow: "The other player didn't come to the table.",
  needsAccount: "Bots can't play ranked matches.",
  paused: "This bot has a cooldown before it may queue again.",
  playing: "This bot is already at a table.",
};

/** Why a table or a queue is closed. @param because a ClosedReason (schema/rooms.ts) @param url of the server */
export function closedMistake(because: string, url: string): BotMistake {
  return new BotMistake(WORDS[because] ?? unreachable(url));
}

export function unreachable(url: string): string {
  return `Nobody answers at ${url}: is Rally running there?`;
}
