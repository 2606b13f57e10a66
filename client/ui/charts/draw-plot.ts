// Draws a chart with Chart.js, of which only what is used here is registered: lines, bars, areas, and what is said where one
// points.

import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import { type Plot, type Series, numberText } from "./plot.ts";
import type { ChartColors } from "./tone-colors.ts";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** From so many values on, each has no dot of its own. */
const MOST_DOTS = 60;

type Dataset = ChartDataset<"bar" | "line", (number | null)[]>;

export interface DrawOptions {
  readonly canvas: HTMLCanvasElement;
  readonly plot: Plot;
  readonly colors: ChartColors;
  /** Moves to what it shows, rather than being there at once. */
  readonly moves: boolean;
  /** Somebody has chosen the value at this label. */
  readonly pick: (index: number) => void;
}

/** Follows the size of the canvas' parent. @returns the end of it */
export function drawPlot(options: DrawOptions): () => void {
  const chart = new Chart(options.canvas, configuration(options));
  return () => chart.destroy();
}

function configuration({ plot, colors, moves, pick }: DrawOptions): ChartConfiguration<"bar" | "line"> {
  const { labels, series, links } = plot;
  const drawn = series.flatMap((one) => datasetsOf(one, plot, colors).map((dataset) => ({ one, dataset })));
  return {
    // Each says for itself what it is.
    type: "bar",
    data: { labels: [...labels], datasets: drawn.map(({ dataset }) => dataset) },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: moves ? { duration: 500 } : false,
      font: { family: colors.font },
      interaction: { mode: "index", intersect: false },
      onClick: (_event, [first]) => {
        if (first !== undefined) pick(first.index);
      },
      onHover: (event, [first]) => {
        const canvas = event.native?.target;
        if (canvas instanceof HTMLElement) canvas.style.cursor = first && links.length > 0 ? "pointer" : "default";
      },
      scales: scalesOf(plot, colors),
      plugins: {
        tooltip: {
          backgroundColor: colors.ground,
          multiKeyBackground: "transparent",
          borderColor: colors.edge,
          borderWidth: 1,
          titleColor: colors.text,
          bodyColor: colors.text,
          footerColor: colors.quiet,
          padding: 10,
          // The line between a band's edges stands for them.
          filter: ({ datasetIndex }) => drawn[datasetIndex]?.one.shape !== "band",
          callbacks: {
            title: ([item]) => `${plot.along}: ${labels[item?.dataIndex ?? 0] ?? ""}`,
            label: ({ datasetIndex, dataIndex }) => {
              const { name, values, measure } = drawn[datasetIndex]!.one;
              return `${name}: ${numberText(values[dataIndex] ?? null, measure)}`;
            },
            footer: ([item]) => footerOf(plot, item?.dataIndex ?? 0),
          },
        },
      },
    },
  };
}

function footerOf({ series, remarks }: Plot, at: number): string[] {
  const bands = series.filter(({ shape }) => shape === "band");
  return [
    ...bands.map(({ name, values }) => `${name}: ${numberText(values[at] ?? null)}`),
    ...remarks.map(({ name, texts }) => `${name}: ${texts[at] ?? ""}`),
  ];
}

function scalesOf({ series, fromZero }: Plot, colors: ChartColors) {
  const ticks = { color: colors.quiet, maxRotation: 0, autoSkipPadding: 14 };
  const isStacked = series.filter(({ shape }) => shape === "bars").length > 1;
  const scales: Record<string, object> = {
    x: { stacked: isStacked, ticks, grid: { display: false }, border: { color: colors.edge } },
    y: {
      stacked: isStacked,
      beginAtZero: fromZero,
      ticks: { ...ticks, precision: 0, callback: (value: number | string) => numberText(Number(value)) },
      grid: { color: colors.edge },
      border: { display: false },
    },
  };
  if (series.some(({ measure }) => measure === "share")) {
    scales["share"] = {
      position: "right",
      min: 0,
      max: 1,
      ticks: { ...ticks, stepSize: 0.25, callback: (value: number | string) => numberText(Number(value), "share") },
      grid: { display: false },
      border: { display: false },
    };
  }
  return scales;
}

function datasetsOf(series: Series, plot: Plot, colors: ChartColors): Dataset[] {
  const { shape, measure, values, tone, tones } = series;
  // What comes first in order lies on top: lines on bars.
  const common = { yAxisID: measure === "share" ? "share" : "y" };
  if (shape === "band") return bandAround(plot.series[0]!.values, series, colors);
  if (shape === "bars") {
    const fills = (tones ?? values.map(() => tone)).map((one) => colors.of(one, 0.75));
    return [{ ...common, type: "bar", data: [...values], backgroundColor: fills, borderRadius: 3, order: 2 }];
  }
  const isDotted = values.length <= MOST_DOTS;
  const line: Dataset = {
    ...common,
    type: "line",
    data: [...values],
    borderColor: colors.of(tone),
    backgroundColor: colors.of(tone),
    borderWidth: 2,
    pointRadius: isDotted ? 2.5 : 0,
    pointHoverRadius: 5,
    spanGaps: true,
    order: 1,
  };
  if (shape === "line") return [line];
  return [{ ...line, fill: { target: "origin", above: colors.of("own", 0.35), below: colors.of("other", 0.35) } }];
}

/** Two lines that are not drawn, and what lies between them. */
function bandAround(middle: Series["values"], { values, tone }: Series, colors: ChartColors): Dataset[] {
  const edge = (sign: 1 | -1): (number | null)[] =>
    middle.map((value, at) => (value === null ? null : value + sign * (values[at] ?? 0)));
  const plain = { type: "line", borderWidth: 0, pointRadius: 0, pointHoverRadius: 0, order: 3 } as const;
  return [
    { ...plain, data: edge(1), fill: "+1", backgroundColor: colors.of(tone, 0.18) },
    { ...plain, data: edge(-1), fill: false },
  ];
}
