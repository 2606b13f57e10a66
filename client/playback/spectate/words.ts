// t() for the words of who watches, which come with those pages.

import { en } from "./en.ts";
import { moreTexts } from "../../platform/i18n/translate.ts";

export const say = moreTexts("watch", en);
export type WatchText = Parameters<typeof say>[0];
