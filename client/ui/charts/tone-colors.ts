// The colours of a chart: those of the page's theme (styles/_theme-colors.scss), read where the chart stands.

import type { Tone } from "./plot.ts";

export interface ChartColors {
  /** @param strength 0 to 1 */
  of(tone: Tone, strength?: number): string;
  readonly text: string;
  readonly quiet: string;
  readonly edge: string;
  readonly ground: string;
  readonly font: string;
}

/** Variables that hold three numbers, as in "25 230 255". */
const VARIABLES: Readonly<Record<Tone, string>> = {
  own: "--own-rgb",
  other: "--other-rgb",
  line: "--line-rgb",
  bright: "--bright-rgb",
};

export function readColors(element: Element): ChartColors {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    of: (tone, strength = 1) => `rgba(${read(VARIABLES[tone]).split(/\s+/u).join(", ")}, ${strength})`,
    text: read("--text"),
    quiet: read("--quiet"),
    edge: read("--edge"),
    ground: read("--backdrop"),
    font: style.fontFamily,
  };
}
