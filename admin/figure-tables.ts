// Counted figures as small tables with bars. The bars are drawn by SVG, because the pages allow no style of their own.

import { EDGES, type MeasuredFigure } from "../schema/report-figures.ts";
import { type Html, html } from "./html.ts";
import { FIGURES, WORDS } from "./words.ts";

export interface Count {
  readonly figure: string;
  readonly bucket: string;
  readonly count: number;
}

type Figure = (typeof FIGURES)[number];

export function figureTables(counts: readonly Count[]): Html {
  const tables = FIGURES.flatMap((figure) => {
    const ofFigure = counts.filter((count) => count.figure === figure.figure);
    return ofFigure.length === 0 ? [] : [tableOf(figure, ofFigure)];
  });
  return tables.length === 0 ? html`<p>${WORDS.noFigures}</p>` : html`<div class="grid">${tables}</div>`;
}

function tableOf(figure: Figure, counts: readonly Count[]): Html {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const rows = sorted(figure, counts).map(({ bucket, count }) => {
    const percent = Math.round((100 * count) / total);
    return html`<tr>
      <th scope="row">${bucketLabel(figure, bucket)}</th>
      <td class="number">${count}</td>
      <td class="number">${percent} %</td>
      <td>
        <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width="${percent}" height="10" />
        </svg>
      </td>
    </tr>`;
  });
  return html`<section class="card">
    <h3>${figure.title}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${WORDS.bucket}</th>
          <th scope="col" class="number">${WORDS.count}</th>
          <th scope="col" class="number">${WORDS.share}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}

function sorted(figure: Figure, counts: readonly Count[]): readonly Count[] {
  return figure.kind === "name"
    ? counts.toSorted((one, other) => other.count - one.count || one.bucket.localeCompare(other.bucket))
    : counts.toSorted((one, other) => Number(one.bucket) - Number(other.bucket));
}

/** "15–18 ms", "3–4", "100 ms or more". @param bucket its lower edge, or a name */
export function bucketLabel(figure: Pick<Figure, "figure" | "kind">, bucket: string): string {
  if (figure.kind === "name") return bucket;
  const edges: readonly number[] = EDGES[figure.figure as MeasuredFigure];
  const from = Number(bucket);
  const next = edges.find((edge) => edge > from);
  const [scale, unit] = figure.kind === "share" ? [100, " %"] : [1, figure.kind === "ms" ? " ms" : ""];
  if (next === undefined) return `${from * scale}${unit} or more`;
  const to = figure.kind === "number" ? next - 1 : next * scale;
  return to === from * scale ? `${to}${unit}` : `${from * scale}–${to}${unit}`;
}
