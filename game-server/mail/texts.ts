// The words of mails, by key and language. Keys are typed, so a missing one does not compile.

import { createInstance } from "i18next";
import { en } from "./texts/en.ts";

export type MailTextKey = keyof typeof en;

const TEXTS = { en } satisfies Record<string, Record<MailTextKey, string>>;

export type Language = keyof typeof TEXTS;

export const LANGUAGES = Object.keys(TEXTS) as Language[];
export const DEFAULT_LANGUAGE: Language = "en";

/** A sentence of one language. @throws Error when the text asks for a value that is not given */
export type Translate = (key: MailTextKey, values?: Readonly<Record<string, string>>) => string;

const texts = createInstance();
void texts.init({
  // Everything is at hand, so it is ready when this returns.
  initAsync: false,
  fallbackLng: DEFAULT_LANGUAGE,
  resources: Object.fromEntries(Object.entries(TEXTS).map(([language, translation]) => [language, { translation }])),
  keySeparator: false,
  nsSeparator: false,
  // HTML is escaped where it is made; a person's name must not be read as one of our texts.
  interpolation: { escapeValue: false, skipOnVariables: true },
  missingInterpolationHandler: (_text: string, value: string[]) => {
    throw new Error(`a mail's text lacks the value ${value[1] ?? ""}`);
  },
});

export function createTranslate(language: Language): Translate {
  const translate = texts.getFixedT(language);
  return (key, values = {}) => translate(key, values);
}

/** A moment in words, by world time. @param iso ISO 8601 */
export function momentText(iso: string, language: Language): string {
  const style = { dateStyle: "long", timeStyle: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language, style).format(new Date(iso));
}
