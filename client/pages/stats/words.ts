// t() for the words of dashboards and of a match's figures, which come with them.

import { en } from "./en.ts";
import { moreTexts } from "../../platform/i18n/translate.ts";

export const say = moreTexts("figures", en);
