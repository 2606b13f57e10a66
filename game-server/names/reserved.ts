// Names that would make somebody look like one of us, or like a page of ours. For login and display names alike.

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
];

const keys = new Set(RESERVED.map(nameKey));

/** @param key of nameKey() */
export function isReserved(key: string): boolean {
  return keys.has(key);
}
