// t() for the words around a chart, which come with the charts.

import { en } from "./en.ts";
import { moreTexts } from "../../platform/i18n/translate.ts";

export const say = moreTexts("charts", en);
