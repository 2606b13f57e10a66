// t() for the words of who waits for an opponent, which come with those pages.

import { en } from "../i18n/queue/en.ts";
import { moreTexts } from "../i18n/translate.ts";

export const say = moreTexts("queue", en);
export type QueueText = Parameters<typeof say>[0];
