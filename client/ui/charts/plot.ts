// A chart as plain data: the same numbers are drawn (draw-plot.ts, court-map.ts) and stand in the table behind the drawing
// (plot-table.ts). Made by client/pages/stats/plots.ts and match-plots.ts. On the page: chart-figure.ts.

import { pageLanguage } from "../../platform/i18n/translate.ts";

/** Colours by what they mean: one's own or the first seat's, the other one's, neither's, and what stands out. */
export type Tone = "own" | "other" | "line" | "bright";

export interface Series {
  /** Heads its column and its entry in the legend. */
  readonly name: string;
  /** One for each label; null: nothing is known there. Shares are 0 to 1. */
  readonly values: readonly (number | null)[];
  /** `count`: on the scale at the left; `share`: of 1, on one of its own at the right. */
  readonly measure: "count" | "share";
  /**
   * `bars`: on top of each other; `line`; `lead`: a line around 0, its own side and the other one's in their colours;
   * `band`: so far up and down around the line of the first series.
   */
  readonly shape: "bars" | "line" | "lead" | "band";
  readonly tone: Tone;
  /** Where each value has its own. */
  readonly tones?: readonly Tone[];
}

export interface Plot {
  readonly title: string;
  /** What is to be known before it is read; "" for nothing. */
  readonly note: string;
  /** `chart`: along the labels; `court`: the two series are what came back and what was missed, cell by cell of a paddle's line. */
  readonly kind: "chart" | "court";
  /** Heads the column of the labels. */
  readonly along: string;
  readonly labels: readonly string[];
  /** Where each label leads; empty: nowhere. */
  readonly links: readonly string[];
  readonly series: readonly Series[];
  /** What else stands in the table, and where one points at the drawing. */
  readonly remarks: readonly { readonly name: string; readonly texts: readonly string[] }[];
  /** Of the scale at the left: from 0 on, or only around what is drawn. */
  readonly fromZero: boolean;
}

/** A number or a share of 1; a dash where there is none. */
export function numberText(value: number | null, measure: Series["measure"] = "count"): string {
  if (value === null) return "–";
  const format: Intl.NumberFormatOptions =
    measure === "share" ? { style: "percent" } : { maximumFractionDigits: 1, useGrouping: true };
  return new Intl.NumberFormat(pageLanguage(), format).format(value);
}
