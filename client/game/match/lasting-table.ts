// A table that outlasts its graphics context. When the browser restores the context, the table recovers by itself; when it doesn't,
// the table is reopened on a fresh canvas in the same place.

import type { Table } from "../scene/open-table.ts";
import { NoGraphics } from "../../platform/page-context.ts";

/** How long a lost context is waited for. */
const PATIENCE_MS = 2000;
/** This often within this time; then the graphics are as good as missing. */
const MOST_REOPENINGS = 3;
const WITHIN_MS = 60_000;

export interface LastingTableOptions {
  readonly canvas: HTMLCanvasElement;
  /** Opens the table, at first and whenever it has to be reopened. */
  readonly open: (canvas: HTMLCanvasElement) => Table;
  /** It is closed, and cannot be opened any more: a NoGraphics. */
  readonly failed: (error: unknown) => void;
}

export class LastingTable {
  readonly #options: LastingTableOptions;
  #canvas: HTMLCanvasElement;
  #table: Table;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #listening = new AbortController();
  #reopenedAtMs: number[] = [];

  /** @throws whatever `open` throws */
  constructor(options: LastingTableOptions) {
    this.#options = options;
    this.#canvas = options.canvas;
    this.#table = options.open(this.#canvas);
    this.#listen();
  }

  /** The one that is open now. */
  get table(): Table {
    return this.#table;
  }

  get canvas(): HTMLCanvasElement {
    return this.#canvas;
  }

  /** Reopens it by choice: in another look. */
  reopen(): void {
    this.close();
    this.#openAnew();
  }

  close(): void {
    this.#letGo();
    this.#table.close();
  }

  #listen(): void {
    const { signal } = (this.#listening = new AbortController());
    this.#canvas.addEventListener(
      "webglcontextlost",
      () => {
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => this.#replace(), PATIENCE_MS);
      },
      { signal },
    );
    this.#canvas.addEventListener("webglcontextrestored", () => clearTimeout(this.#waiting), { signal });
  }

  #letGo(): void {
    clearTimeout(this.#waiting);
    this.#listening.abort();
  }

  #replace(): void {
    this.close();
    const nowMs = performance.now();
    this.#reopenedAtMs = this.#reopenedAtMs.filter((ms) => nowMs - ms < WITHIN_MS);
    if (this.#reopenedAtMs.length >= MOST_REOPENINGS) {
      this.#options.failed(new NoGraphics("the graphics context was lost too often"));
      return;
    }
    this.#reopenedAtMs.push(nowMs);
    this.#openAnew();
  }

  #openAnew(): void {
    const fresh = this.#canvas.cloneNode() as HTMLCanvasElement;
    this.#canvas.replaceWith(fresh);
    this.#canvas = fresh;
    try {
      this.#table = this.#options.open(fresh);
      this.#listen();
    } catch (error) {
      this.#options.failed(error);
    }
  }
}
