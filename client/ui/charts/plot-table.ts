// The table behind a chart: the same numbers, for screen readers and for whoever likes to read them.

import { html, type TemplateResult } from "lit/html.js";
import { type Plot, numberText } from "./plot.ts";

/** @param withLinks false where it is there to be heard only: nobody shall reach with the keyboard what they do not see */
export function plotTable(plot: Plot, withLinks: boolean): TemplateResult {
  const { title, along, labels, links, series, remarks } = plot;
  return html`<table class="figures-table">
    <caption class="visually-hidden">
      ${title}
    </caption>
    <thead>
      <tr>
        <th scope="col">${along}</th>
        ${series.map(({ name }) => html`<th scope="col">${name}</th>`)}
        ${remarks.map(({ name }) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${labels.map((label, at) => {
        const link = withLinks ? links[at] : undefined;
        return html`<tr>
          <th scope="row">${link === undefined ? label : html`<a href=${link}>${label}</a>`}</th>
          ${series.map(({ values, measure }) => html`<td>${numberText(values[at] ?? null, measure)}</td>`)}
          ${remarks.map(({ texts }) => html`<td>${texts[at]}</td>`)}
        </tr>`;
      })}
    </tbody>
  </table>`;
}
