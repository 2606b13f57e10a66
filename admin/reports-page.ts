// /admin/reports as HTML: errors with their stacks, and metrics of some days. Anything that browsers sent is text in it.

import type { ErrorRow } from "../db/repositories/reports.ts";
import { type Count, metricTables } from "./metric-tables.ts";
import { type Html, html } from "./html.ts";
import { pageOf } from "./page.ts";
import { RANGES, WORDS } from "./words.ts";

/** More than anybody reads; the rest is in the JSON. */
const MAX_SHOWN = 100;

export type Days = (typeof RANGES)[number]["days"];
export type Sorting = "count" | "seen";

export interface ReportsView {
  readonly errors: readonly ErrorRow[];
  readonly counts: readonly Count[];
  readonly days: Days;
  readonly sorting: Sorting;
  /** Of the page that is served now; "" when unknown. */
  readonly build: string;
}

export function reportsPage(view: ReportsView): string {
  const { errors, counts, days, sorting, build } = view;
  const ranges = RANGES.map((range) => choice(range.title, range.days, sorting, range.days === days));
  const sortings = [
    choice(WORDS.byCount, days, "count", sorting === "count"),
    choice(WORDS.bySeen, days, "seen", sorting === "seen"),
  ];
  const body = html`<ul class="choices">
      <li><a href="/admin">${WORDS.back}</a></li>
      <li><a href="/admin/reports.json">${WORDS.json}</a></li>
    </ul>
    <p class="quiet">${WORDS.note} ${WORDS.currentBuild} ${build === "" ? WORDS.unknownBuild : build}</p>
    <h2>${WORDS.errors}</h2>
    <ul class="choices">
      <li class="quiet">${WORDS.sortedBy}</li>
      ${sortings}
    </ul>
    ${errorCards(inOrder(errors, sorting), build)}
    <h2>${WORDS.figures}</h2>
    <ul class="choices">
      ${ranges}
    </ul>
    ${metricTables(counts)}`;
  return pageOf(WORDS.reports, body);
}

function choice(title: string, days: Days, sorting: Sorting, isCurrent: boolean): Html {
  const address = `/admin/reports?days=${days}&sort=${sorting}`;
  return isCurrent
    ? html`<li><a href="${address}" aria-current="true">${title}</a></li>`
    : html`<li><a href="${address}">${title}</a></li>`;
}

/** @param errors by count */
function inOrder(errors: readonly ErrorRow[], sorting: Sorting): readonly ErrorRow[] {
  if (sorting === "count") return errors;
  return errors.toSorted((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime());
}

function errorCards(errors: readonly ErrorRow[], build: string): Html {
  if (errors.length === 0) return html`<p>${WORDS.noErrors}</p>`;
  const cards = errors.slice(0, MAX_SHOWN).map((error) => errorCard(error, build));
  const left = errors.length - cards.length;
  return html`${cards}${left > 0 ? html`<p>${WORDS.more(left)}</p>` : ""}`;
}

function errorCard(error: ErrorRow, build: string): Html {
  const isCurrent = error.build === build && build !== "";
  return html`<article class="card">
    <details>
      <summary><span class="times">${WORDS.times(error.count)}</span> ${error.message || WORDS.noMessage}</summary>
      <pre>${error.stack || WORDS.noStack}</pre>
    </details>
    <p class="quiet">
      ${WORDS.page} ${error.page}, ${isCurrent ? WORDS.current : WORDS.stale(error.build)}, ${WORDS.firstSeen}
      ${timeText(error.firstSeenAt)}, ${WORDS.lastSeen} ${timeText(error.lastSeenAt)}
    </p>
  </article>`;
}

/** "2026-11-24 17:05 UTC". */
function timeText(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
