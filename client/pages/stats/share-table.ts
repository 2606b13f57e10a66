// Matches won and lost, one line for each of those that are compared: a table whose last column is a bar as well.

import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import type { WonLost } from "../../../schema/http/stats.ts";
import { rateOf } from "./plots.ts";
import { t } from "./words.ts";
import { numberText } from "../../ui/charts/plot.ts";

export interface ShareRow {
  readonly name: string;
  /** Where the name leads, or null. */
  readonly link: string | null;
  readonly counts: WonLost;
}

export interface ShareTable {
  readonly title: string;
  readonly note: string;
  /** Heads the column of names. */
  readonly along: string;
  readonly rows: readonly ShareRow[];
}

export function shareTable({ title, note, along, rows }: ShareTable): TemplateResult {
  return html`<div class="chart-head"><h2>${title}</h2></div>
    ${note === "" ? nothing : html`<p class="quiet chart-note">${note}</p>`}
    <table class="figures-table share-table">
      <caption class="visually-hidden">
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${along}</th>
          <th scope="col">${t("won")}</th>
          <th scope="col">${t("lost")}</th>
          <th scope="col">${t("rate")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(line)}
      </tbody>
    </table>`;
}

function line({ name, link, counts }: ShareRow): TemplateResult {
  const rate = rateOf(counts);
  return html`<tr>
    <th scope="row">${link === null ? name : html`<a href=${link}>${name}</a>`}</th>
    <td>${numberText(counts.won)}</td>
    <td>${numberText(counts.lost)}</td>
    <td class="share-rate">${numberText(rate, "share")} ${rate === null ? nothing : bar(rate)}</td>
  </tr>`;
}

function bar(rate: number): TemplateResult {
  return html`<svg class="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="share-lost" width="100" height="8" /><rect class="share-won" width=${rate * 100} height="8" />`}
  </svg>`;
}
