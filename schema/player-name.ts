// What a player may be called. No zod here: the page uses it before anything else is loaded; http/guests.ts wraps it.

const MIN_NAME_LENGTH = 2;
export const MAX_NAME_LENGTH = 20;

export type NameFault = "name.tooShort" | "name.tooLong" | "name.characters";

/** Letters and digits of any script, and between them single spaces, dots, dashes, apostrophes or underscores. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[ ._'’-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u;

/** How every bot's name begins, and no other (game-server/identity/reserved.ts): wherever it is shown, it says what it is. */
const BOT_MARK = "Robo ";

/** A name as it is kept: composed (NFKC), no spaces around it, single ones inside. */
export function tidyName(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/gu, " ");
}

/** What is wrong with a tidied name, as an i18n key, or null. */
export function nameFault(name: string): NameFault | null {
  const length = [...name].length;
  if (length < MIN_NAME_LENGTH) return "name.tooShort";
  if (length > MAX_NAME_LENGTH) return "name.tooLong";
  return NAME.test(name) ? null : "name.characters";
}

/** The name of a bot that asks for this one. @param name a tidied one */
export function botName(name: string): string {
  return isBotName(name) ? name : BOT_MARK + name;
}

/** Whether it is a bot's: nobody else may have such a name. */
export function isBotName(name: string): boolean {
  return name.startsWith(BOT_MARK);
}

/** Two names with the same key count as the same name. */
export function nameKey(name: string): string {
  return tidyName(name).toLocaleLowerCase("en");
}
