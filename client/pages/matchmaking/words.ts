// t() for the words of who waits for an opponent, which come with those pages.

import { en } from "./en.ts";
import { moreTexts } from "../../platform/i18n/translate.ts";

export const say = moreTexts("queue", en);
export type QueueText = Parameters<typeof say>[0];
