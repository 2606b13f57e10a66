// The badge of something that can be earned: a hexagon with a drawing in it, and a number where it is one of several of its kind.

import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import type { Achievement } from "../../../contract/achievements.ts";

/** Lines in a square of 24. */
const CUP = "M7 4h10v5a5 5 0 0 1-10 0ZM7 5.5H4V7a3 3 0 0 0 3 3M17 5.5h3V7a3 3 0 0 1-3 3M12 14v4M8.5 19h7";
const FLAME = "M12 3.5c1 4.5 5.5 5.5 5.5 10.5a5.5 5.5 0 0 1-11 0c0-2 1-3.5 2-4.5 .2 2 1 3 2 3 1.3-2 .5-5.5 1.5-9Z";
const PEOPLE =
  "M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3 19c0-3 2.2-5 5.5-5s5.5 2 5.5 5M15.5 11a3 3 0 1 0 0-6M16.5 14.1c2.7.4 4.5 2.3 4.5 4.9";
const BOUNCES = "M3 18 8.5 6l6 10L21 5";

const DRAWINGS: Readonly<Record<Achievement, readonly [lines: string, number?: string]>> = {
  firstWin: [CUP, "1"],
  wins10: [CUP, "10"],
  wins100: [CUP, "100"],
  wins1000: [CUP, "1000"],
  streak5: [FLAME, "5"],
  streak10: [FLAME, "10"],
  bothModes: ["M9 17.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM15 17.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z"],
  opponents10: [PEOPLE, "10"],
  opponents50: [PEOPLE, "50"],
  rally30: [BOUNCES, "30"],
  rally60: [BOUNCES, "60"],
  rally100: [BOUNCES, "100"],
  topSpeed: ["M16 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM3 8.5h6M1.5 12H9M3 15.5h6"],
  onTheEdge: ["M3 16.5h12M6 20h6M19 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z"],
  sevenInARow: ["M5 12l7-7 7 7M5 18l7-7 7 7", "7"],
  shutout: ["M12 4c-4 0-5.5 3.5-5.5 8s1.5 8 5.5 8 5.5-3.5 5.5-8-1.5-8-5.5-8ZM8 18 16 6"],
  overtime: ["M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5v9M7.5 12h9"],
  comeback: ["M9 4.5 4 9.5l5 5M4 9.5h10a5 5 0 0 1 0 10h-4"],
  turnaround: ["M8 20V4.5M3.5 9 8 4.5 12.5 9M16 4v15.5M11.5 15l4.5 4.5 4.5-4.5"],
  giant: ["M2.5 19 9.5 5l4.5 8 2-3 5.5 9Z"],
  marathon: ["M7 3.5h10M7 20.5h10M8 3.5c0 5.5 8 6 8 8.5s-8 3-8 8.5M16 3.5c0 5.5-8 6-8 8.5s8 3 8 8.5"],
};

/** Says nothing by itself: its name stands beside it. */
export function badge(achievement: Achievement): TemplateResult {
  const [lines, number] = DRAWINGS[achievement];
  return html`<svg class="achievement-badge" viewBox="0 0 48 48" aria-hidden="true">
    <path class="achievement-frame" d="M24 2.5 42.5 13v22L24 45.5 5.5 35V13Z" />
    <path d=${lines} transform=${number === undefined ? "translate(12 12)" : "translate(14.2 8) scale(0.82)"} />
    ${number === undefined ? nothing : svg`<text x="24" y="38" text-anchor="middle">${number}</text>`}
  </svg>`;
}
