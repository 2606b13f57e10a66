// <chart-figure>: a chart on a page, with its heading, its legend, and the table behind it, which can be shown in its place. An
// element of its own, so that a drawing ends by itself when it leaves the page. Set `plot`.

import "./charts.scss";
import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { courtMap } from "./court-map.ts";
import { drawPlot } from "./draw-plot.ts";
import type { Plot } from "./plot.ts";
import { plotTable } from "./plot-table.ts";
import { readColors } from "./tone-colors.ts";
import { t } from "./words.ts";

class ChartFigure extends HTMLElement {
  #plot: Plot | null = null;
  #showsTable = false;
  #end = (): void => undefined;

  /** Setting it redraws the chart. */
  set plot(plot: Plot) {
    this.#plot = plot;
    this.#show();
  }

  connectedCallback(): void {
    this.#show();
  }

  disconnectedCallback(): void {
    this.#end();
    this.#end = () => undefined;
  }

  #show(): void {
    const plot = this.#plot;
    if (plot === null || !this.isConnected) return;
    this.#end();
    render(this.#template(plot), this);
    this.#end = this.#draw(plot);
  }

  #template(plot: Plot): TemplateResult {
    const { title, note, kind } = plot;
    const isShown = this.#showsTable;
    const drawing = kind === "court" ? courtMap(plot) : html`<canvas aria-hidden="true"></canvas>`;
    return html`<div class="chart-head">
        <h2>${title}</h2>
        <button
          class="btn btn-quiet chart-toggle"
          type="button"
          aria-pressed=${isShown}
          aria-label=${t("tableOf", { title })}
          @click=${() => this.#toggle()}
        >
          ${t("table")}
        </button>
      </div>
      ${note === "" ? nothing : html`<p class="quiet chart-note">${note}</p>`}
      ${
        isShown
          ? nothing
          : html`${legend(plot)}
              <div class="chart-drawing chart-${kind}">${drawing}</div>`
      }
      ${
        isShown
          ? html`<div class="chart-table" tabindex="0" role="region" aria-label=${title}>${plotTable(plot, true)}</div>`
          : html`<div class="visually-hidden">${plotTable(plot, false)}</div>`
      }`;
  }

  #draw(plot: Plot): () => void {
    const canvas = this.querySelector("canvas");
    if (canvas === null) return () => undefined;
    return drawPlot({
      canvas,
      plot,
      colors: readColors(this),
      moves: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      pick: (index) => this.#follow(plot.links[index]),
    });
  }

  #toggle(): void {
    this.#showsTable = !this.#showsTable;
    this.#show();
  }

  /** As if a link had been clicked, so that the router gets it. */
  #follow(address: string | undefined): void {
    if (address === undefined) return;
    const link = document.createElement("a");
    link.href = address;
    this.append(link);
    link.click();
    link.remove();
  }
}

/** For who sees the drawing; the table names its columns itself. */
function legend({ series }: Plot): TemplateResult | typeof nothing {
  if (series.length < 2) return nothing;
  return html`<ul class="chart-legend" aria-hidden="true">
    ${series.map(({ name, tone, shape }) => html`<li class="chart-key chart-key-${shape} chart-${tone}">${name}</li>`)}
  </ul>`;
}

customElements.define("chart-figure", ChartFigure);
