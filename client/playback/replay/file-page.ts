// The page that opens a file of a match: chosen or dropped; it never leaves this machine.

import { html, nothing, render } from "lit/html.js";
import { type Recording, RecordingFault, gameOf } from "../../../pong/recording.ts";
import { frame } from "../../ui/components/frame.ts";
import { dateText } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { MAX_FILE_BYTES, type MatchFile, readMatchFile } from "./match-file.ts";
import { openReplay } from "./replay.ts";
import { FAULT_WORDS, type ReplayFault } from "./fetch-recording.ts";
import { t } from "./words.ts";

export function openReplayFile(context: PageContext): void {
  const page = new FilePage(context);
  page.show();
  context.announce(t("common:title.page", { page: t("file.title") }));
}

class FilePage {
  readonly #context: PageContext;
  #fault: ReplayFault | null = null;
  #about: MatchFile | null = null;
  /** Ends the replay that is open. */
  #over = new AbortController();
  #isOver = false;

  constructor(context: PageContext) {
    this.#context = context;
    const { left } = context;
    left.addEventListener("abort", () => this.#over.abort());
    addEventListener("dragover", (event) => this.#hover(event), { signal: left });
    addEventListener("dragleave", () => this.#leave(), { signal: left });
    addEventListener("drop", (event) => this.#drop(event), { signal: left });
  }

  show(): void {
    if (this.#context.left.aborted) return;
    const about = this.#about;
    const heading = about === null ? t("file.title") : t("file.heading", { one: about.names[0], two: about.names[1] });
    render(
      frame(
        html`<div class="record-page">
          <section class="panel panel-single ${this.#isOver ? "replay-drop" : ""}">
            <h1>${heading}</h1>
            ${
              about === null
                ? html`<p>${t("file.text")}</p>`
                : html`<p class="quiet">
                    ${about.points.join(" : ")} · ${t("common:record.played", { date: dateText(about.finishedAt) })}
                  </p>`
            }
            ${this.#fault === null ? nothing : html`<p class="trouble" role="alert">${t(FAULT_WORDS[this.#fault])}</p>`}
            <label class="btn btn-primary replay-file">
              ${about === null ? t("file.choose") : t("file.other")}
              <input
                class="visually-hidden"
                type="file"
                accept=".rally"
                @change=${(event: Event) => this.#choose(event.target as HTMLInputElement)}
              />
            </label>
          </section>
          <section class="replay-place" ?hidden=${about === null} aria-label=${t("region")}></section>
        </div>`,
      ),
      this.#context.root,
    );
  }

  #choose(input: HTMLInputElement): void {
    const [file] = input.files ?? [];
    if (file !== undefined) void this.#open(file);
    input.value = "";
  }

  #hover(event: DragEvent): void {
    event.preventDefault();
    if (this.#isOver) return;
    this.#isOver = true;
    this.show();
  }

  #leave(): void {
    this.#isOver = false;
    this.show();
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    this.#isOver = false;
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) void this.#open(file);
    this.show();
  }

  async #open(file: File): Promise<void> {
    try {
      if (file.size > MAX_FILE_BYTES) return this.#refuse("large");
      const { about, recording } = await readMatchFile(file);
      gameOf(recording);
      this.#play(about, recording);
    } catch (error) {
      if (error instanceof RecordingFault) return this.#refuse(error.kind);
      this.#context.fail(error);
    }
  }

  #refuse(fault: ReplayFault): void {
    this.#fault = fault;
    this.show();
  }

  #play(about: MatchFile, recording: Recording): void {
    this.#over.abort();
    this.#over = new AbortController();
    this.#fault = null;
    this.#about = about;
    this.show();
    const old = this.#context.root.querySelector<HTMLElement>(".replay-place")!;
    const host = document.createElement("div");
    host.className = "replay";
    old.replaceChildren(host);
    openReplay({
      host,
      names: about.names,
      load: () => Promise.resolve(recording),
      link: null,
      download: null,
      at: { seconds: 0 },
      thinks: false,
      left: this.#over.signal,
      failed: (error) => this.#context.fail(error),
    });
  }
}
