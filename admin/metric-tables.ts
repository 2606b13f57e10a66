// Counted metrics as small tables with bars. The bars are drawn by SVG, because the pages allow no style of their own.

import { EDGES, type Metric } from "../schema/performance-metrics.ts";
import { type Html, html } from "./html.ts";
import { METRICS, WORDS } from "./words.ts";

export interface Count {
  readonly figure: string;
  readonly bucket: string;
  readonly count: number;
}

type MetricRow = (typeof METRICS)[number];

export function metricTables(counts: readonly Count[]): Html {
  const tables = METRICS.flatMap((metric) => {
    const ofMetric = counts.filter((count) => count.figure === metric.figure);
    return ofMetric.length === 0 ? [] : [tableOf(metric, ofMetric)];
  });
  return tables.length === 0 ? html`<p>${WORDS.noMetrics}</p>` : html`<div class="grid">${tables}</div>`;
}

function tableOf(metric: MetricRow, counts: readonly Count[]): Html {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const rows = sorted(metric, counts).map(({ bucket, count }) => {
    const percent = Math.round((100 * count) / total);
    return html`<tr>
      <th scope="row">${bucketLabel(metric, bucket)}</th>
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
    <h3>${metric.title}</h3>
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

function sorted(metric: MetricRow, counts: readonly Count[]): readonly Count[] {
  return metric.kind === "name"
    ? counts.toSorted((one, other) => other.count - one.count || one.bucket.localeCompare(other.bucket))
    : counts.toSorted((one, other) => Number(one.bucket) - Number(other.bucket));
}

/** "15–18 ms", "3–4", "100 ms or more". @param bucket its lower edge, or a name */
export function bucketLabel(metric: Pick<MetricRow, "figure" | "kind">, bucket: string): string {
  if (metric.kind === "name") return bucket;
  const edges: readonly number[] = EDGES[metric.figure as Metric];
  const from = Number(bucket);
  const next = edges.find((edge) => edge > from);
  const [scale, unit] = metric.kind === "share" ? [100, " %"] : [1, metric.kind === "ms" ? " ms" : ""];
  if (next === undefined) return `${from * scale}${unit} or more`;
  const to = metric.kind === "number" ? next - 1 : next * scale;
  return to === from * scale ? `${to}${unit}` : `${from * scale}–${to}${unit}`;
}
