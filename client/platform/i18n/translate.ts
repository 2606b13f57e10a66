// t(): a sentence by its key, in the language of the page. Keys are typed, so a missing one does not compile. Parts of the page
// have a t() of their own, in their words.ts, which has this one's words, too.

import { createInstance } from "i18next";
import { en } from "./en.ts";

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${"one" | "other"}` ? Base : Key;

/** Every key that t() takes. */
export type TextKey = WithoutPlural<keyof typeof en>;

export type TextValues = Readonly<Record<string, string | number>>;

const UNITS: readonly (readonly [seconds: number, unit: string])[] = [
  [3600, "hour"],
  [60, "minute"],
];

const language = "en";
/** The namespace of what every page says. */
const COMMON = "common";
const texts = createInstance();

/** Makes t() ready and says on the document which language it speaks. Call once, before anything is shown. */
export async function startTexts(page: { lang: string }): Promise<void> {
  await texts.init({
    lng: language,
    fallbackLng: language,
    defaultNS: COMMON,
    resources: { [language]: { [COMMON]: en } },
    keySeparator: false,
    // Lit escapes what it puts on the page.
    interpolation: { escapeValue: false },
  });
  page.lang = texts.language;
}

export function t(key: TextKey, values: TextValues = {}): string {
  return texts.t(key, values);
}

/**
 * The t() of one part of the page, whose words are loaded with it: its own by their keys, those of all pages by "common:KEY".
 * @param namespace whose words they are, so that keys need not differ from those of others
 * @param languages its words, the same keys in each
 */
export function translator<Words extends Readonly<Record<string, string>>>(
  namespace: string,
  languages: { readonly [language]: Words },
): (key: WithoutPlural<keyof Words & string> | `common:${TextKey}`, values?: TextValues) => string {
  return (key, values = {}) => {
    if (!texts.hasResourceBundle(language, namespace))
      texts.addResourceBundle(language, namespace, languages[language]);
    const text = texts.getFixedT(language, namespace) as (key: string, values: TextValues) => string;
    return text(key, values);
  };
}

/** The sentence for a code that the server answered with; a general one if we have no words for it. */
export function codeText(code: string, values: TextValues = {}): string {
  const { until, seconds } = values;
  const words = {
    ...(typeof until === "string" ? { until: dateText(until) } : {}),
    ...(typeof seconds === "number" ? { wait: waitText(seconds) } : {}),
  };
  return t(isText(code) ? code : "bug", { ...values, ...words });
}

/** How long to wait: in the largest unit of which there are two or more, rounded up. */
function waitText(seconds: number): string {
  const [size, unit] = UNITS.find(([each]) => seconds >= 2 * each) ?? [1, "second"];
  const format = new Intl.NumberFormat(texts.language, { style: "unit", unit, unitDisplay: "long" });
  return format.format(Math.ceil(seconds / size));
}

/** The language of the page, for what the browser writes in it: numbers, days. */
export function pageLanguage(): string {
  return texts.language;
}

/** A moment in words, as people of this language write it. */
export function dateText(iso: string): string {
  return new Intl.DateTimeFormat(texts.language, { dateStyle: "long", timeStyle: "short" }).format(new Date(iso));
}

/** Whether there are words for it. */
export function isText(code: string): code is TextKey {
  return Object.hasOwn(en, code);
}
