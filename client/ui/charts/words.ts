// The words around a chart. They come with the charts.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  table: "Show as table",
  tableOf: "Show as table: {{title}}",
} as const;

export const t = translator("charts", { en });
