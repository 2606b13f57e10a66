// t() for the words of dashboards and of a match's figures, which come with them.

import { en } from "../i18n/stats/en.ts";
import { moreTexts } from "../i18n/translate.ts";

export const say = moreTexts("figures", en);
