// Names that would make somebody look like staff, like one of our pages, or like a bot. For login and display names alike.

import { AI_LEVELS } from "../../pong/ai/levels.ts";
import { nameKey } from "./name-key.ts";

const RESERVED = [
  "admin",
  "administrator",
  "anonymous",
  "api",
  "bot",
  "computer",
  "everyone",
  "guest",
  "help",
  "mod",
  "moderator",
  "nobody",
  "null",
  "official",
  "operator",
  "owner",
  "rally",
  "rally team",
  "robo",
  "robo easy",
  "robo hard",
  "robo medium",
  "root",
  "security",
  "server",
  "staff",
  "support",
  "system",
  "undefined",
  "webmaster",
  "you",
  ...AI_LEVELS.map((level) => `robo ${level}`),
];

const keys = new Set(RESERVED.map(nameKey));
/** Everything between the words of a name. */
const BETWEEN_WORDS = /[\s\p{P}]+/u;
const ROBO = nameKey("robo");

/** Whether only a bot may be called that; bots have no other names (schema/player-name.ts). */
export function isReserved(name: string): boolean {
  return keys.has(nameKey(name)) || looksLikeBot(name);
}

/** Whether its first word begins like the mark of bots, whatever letters it is written in. "Rob Olsen" is somebody else. */
export function looksLikeBot(name: string): boolean {
  return nameKey(name.split(BETWEEN_WORDS)[0]!).startsWith(ROBO);
}
