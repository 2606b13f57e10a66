// t() for the words of the account's pages, which come with them.

import { en } from "./en.ts";
import { moreTexts } from "../../platform/i18n/translate.ts";

export const say = moreTexts("account", en);

/** Every key that say() takes. */
export type AccountText = Parameters<typeof say>[0];
