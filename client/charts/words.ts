// t() for the words around a chart, which come with the charts.

import { en } from "../i18n/charts/en.ts";
import { moreTexts } from "../i18n/translate.ts";

export const say = moreTexts("charts", en);
