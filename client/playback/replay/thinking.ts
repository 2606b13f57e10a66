// "How the AI thinks", switched on and off. What it takes (../thoughts/) comes when it is switched on first.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Recording } from "../../../pong/recording.ts";
import type { CreatePart } from "../../game/scene/open-table.ts";
import { readSettings } from "../../platform/settings.ts";
import type { Playback } from "./playback.ts";
import { t } from "./words.ts";

/** Narrower than this, what is unfolded pushes the rest out of sight. */
const ROOMY = "(min-width: 700px)";

export interface ThinkingOptions {
  readonly recording: Recording;
  /** Has this drawn on the table from now on, or nothing. */
  readonly lay: (create: CreatePart | null) => void;
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
  readonly left: AbortSignal;
}

interface Ready {
  readonly create: CreatePart;
  readonly panel: (playback: Playback) => TemplateResult;
}

export class Thinking {
  readonly #options: ThinkingOptions;
  #isOn = false;
  #isAsked = false;
  #ready: Ready | null = null;

  constructor(options: ThinkingOptions) {
    this.#options = options;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  toggle(): void {
    this.#isOn = !this.#isOn;
    this.#show();
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#open().catch((error: unknown) => this.#options.failed(error));
  }

  panel(playback: Playback): TemplateResult | typeof nothing {
    if (!this.#isOn) return nothing;
    return this.#ready?.panel(playback) ?? html`<p class="replay-note" role="status">${t("thoughts.loading")}</p>`;
  }

  async #open(): Promise<void> {
    const [minds, { thoughtsPanel }, { createThoughts }] = await Promise.all([
      import(/* webpackChunkName: "thoughts" */ "../thoughts/minds.ts"),
      import(/* webpackChunkName: "thoughts" */ "../thoughts/panel.ts"),
      import(/* webpackChunkName: "thoughts" */ "../thoughts/create-thoughts.ts"),
    ]);
    if (this.#options.left.aborted) return;
    const read = minds.readMinds(this.#options.recording);
    const { theme } = readSettings();
    const isOpen = matchMedia(ROOMY).matches;
    this.#ready = {
      create: (stage, kit) => createThoughts(stage, kit, (tick) => minds.thoughtsAt(read, tick)),
      panel: ({ tick, view }) => thoughtsPanel({ title: t("thoughts"), minds: read, tick, view, theme, isOpen }),
    };
    this.#show();
  }

  #show(): void {
    this.#options.lay(this.#isOn ? (this.#ready?.create ?? null) : null);
    this.#options.changed();
  }
}
