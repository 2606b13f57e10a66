// Numbers of charts as people of the page's language write them.

import { pageLanguage } from "../../platform/i18n/translate.ts";
import type { Series } from "./plot.ts";

/** A number or a share of 1; a dash where there is none. */
export function numberText(value: number | null, measure: Series["measure"] = "count"): string {
  if (value === null) return "–";
  const format: Intl.NumberFormatOptions =
    measure === "share" ? { style: "percent" } : { maximumFractionDigits: 1, useGrouping: true };
  return new Intl.NumberFormat(pageLanguage(), format).format(value);
}
