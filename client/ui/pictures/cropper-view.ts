// How choosing a picture looks: avatar-cropper.ts says what is there.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { AVATAR_TYPES } from "../../../schema/profile.ts";
import { avatar, type Pictured } from "./avatar.ts";
import type { CropGestures } from "./crop-gestures.ts";
import { t } from "./words.ts";

/** Of the previews, in CSS pixels: on a profile, beside a score, in a list. */
export const PREVIEW_SIZES = [96, 48, 28] as const;
/** Twice what is shown, for fine screens. */
const STAGE_PIXELS = 640;
const SLIDER_STEPS = 100;

export interface CropperView {
  readonly player: Pictured;
  /** Whether a picture is on the stage. */
  readonly isCropping: boolean;
  /** Of the slider, 0 to 1. */
  readonly zoom: number;
  /** Share that is sent, 0 to 1; null while nothing is. */
  readonly sent: number | null;
  readonly isBusy: boolean;
  readonly isDraggedOver: boolean;
  /** What went wrong, in words. */
  readonly trouble: string;
  /** What has just happened, for those who listen. */
  readonly status: string;
  readonly gestures: CropGestures;
  readonly choose: () => void;
  readonly chosen: (event: Event) => void;
  readonly drag: (event: DragEvent) => void;
  readonly setZoom: (zoom: number) => void;
  readonly use: () => void;
  readonly cancel: () => void;
  readonly remove: () => void;
}

export function cropperTemplate(view: CropperView): TemplateResult {
  return html`<section
    class="cropper ${view.isDraggedOver ? "cropper-over" : ""}"
    aria-labelledby="cropper"
    @dragenter=${view.drag}
    @dragover=${view.drag}
    @dragleave=${view.drag}
    @drop=${view.drag}
  >
    <h2 id="cropper">${t("title")}</h2>
    ${view.isCropping ? cropping(view) : present(view)}
    <input type="file" accept=${AVATAR_TYPES.join(",")} hidden @change=${view.chosen} />
    <p class="trouble" role="alert">${view.trouble}</p>
    <p class="visually-hidden" role="status">${view.status}</p>
  </section>`;
}

function present({ player, isBusy, isDraggedOver, choose, remove }: CropperView): TemplateResult {
  return html`<div class="cropper-present">${avatar(player, 128)}</div>
    <p class="quiet">${isDraggedOver ? t("drop") : t("hint")}</p>
    <div class="actions">
      <button class="btn btn-primary" type="button" data-focus="choose" ?disabled=${isBusy} @click=${choose}>
        ${player.avatarId === null ? t("choose") : t("chooseOther")}
      </button>
      ${
        player.avatarId === null
          ? nothing
          : html`<button class="btn btn-secondary" type="button" ?disabled=${isBusy} @click=${remove}>
              ${t("remove")}
            </button>`
      }
    </div>`;
}

function cropping(view: CropperView): TemplateResult {
  const { gestures, isBusy } = view;
  return html`<p class="quiet" id="cropper-help">${t("help")}</p>
    <canvas
      class="cropper-stage"
      width=${STAGE_PIXELS}
      height=${STAGE_PIXELS}
      tabindex="0"
      role="application"
      aria-label=${t("stage")}
      aria-describedby="cropper-help"
      data-focus="stage"
      @pointerdown=${gestures.press}
      @pointermove=${gestures.move}
      @pointerup=${gestures.release}
      @pointercancel=${gestures.release}
      @wheel=${gestures.wheel}
      @keydown=${gestures.key}
    ></canvas>
    ${slider(view)} ${previews()}
    ${
      view.sent === null
        ? nothing
        : html`<progress class="cropper-progress" max="1" .value=${view.sent} aria-label=${t("sending")}></progress>`
    }
    <div class="actions">
      <button class="btn btn-primary" type="button" ?disabled=${isBusy} @click=${view.use}>
        ${view.sent === null ? t("use") : t("sending")}
      </button>
      <button class="btn btn-secondary" type="button" ?disabled=${isBusy} @click=${view.cancel}>${t("cancel")}</button>
    </div>`;
}

function slider({ zoom, isBusy, setZoom }: CropperView): TemplateResult {
  const slide = (event: Event): void => setZoom(Number((event.target as HTMLInputElement).value) / SLIDER_STEPS);
  return html`<label class="cropper-zoom">
    <span>${t("zoom")}</span>
    <input
      class="form-range"
      type="range"
      min="0"
      max=${SLIDER_STEPS}
      .value=${String(Math.round(zoom * SLIDER_STEPS))}
      ?disabled=${isBusy}
      @input=${slide}
    />
  </label>`;
}

function previews(): TemplateResult {
  return html`<div class="cropper-previews" role="img" aria-label=${t("previews")}>
    ${PREVIEW_SIZES.map(
      (size) => html`<canvas class="avatar cropper-preview-${size}" width=${size * 2} height=${size * 2}></canvas>`,
    )}
  </div>`;
}
