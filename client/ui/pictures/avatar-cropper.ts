// Choosing an avatar: from a file, by dropping or pasting; which part of it; sending it; removing it. The page that embeds it says
// what sending and removing are (upload-avatar.ts). Loaded when it is needed.

import { render } from "lit/html.js";
import { attempt } from "../../platform/action.ts";
import { type Crop, mostZoom, wholeCrop, zoomCrop } from "./crop.ts";
import type { Pictured } from "./avatar.ts";
import { CropGestures } from "./crop-gestures.ts";
import { cropperTemplate } from "./cropper-view.ts";
import { t } from "./words.ts";
import { cropToBlob, drawCrop, drawStage, faultOf, readPicture } from "./picture-file.ts";

export interface CropperOptions {
  /** Empty; filled by this. */
  readonly root: HTMLElement;
  readonly player: Pictured;
  /** Closes it. */
  readonly left: AbortSignal;
  /** Sends a square picture and reports progress, 0 to 1; returns the new avatar's id. */
  readonly upload: (picture: Blob, progress: (share: number) => void) => Promise<string>;
  readonly remove: () => Promise<void>;
  /** Called once the picture has changed. */
  readonly changed: (avatarId: string | null) => void;
}

export function openAvatarCropper(options: CropperOptions): void {
  const cropper = new AvatarCropper(options);
  cropper.show();
  cropper.listen();
}

class AvatarCropper {
  readonly #options: CropperOptions;
  readonly #gestures: CropGestures;
  #player: Pictured;
  #image: ImageBitmap | null = null;
  #crop: Crop = { x: 0, y: 0, zoom: 1 };
  #sent: number | null = null;
  #isBusy = false;
  #isDraggedOver = false;
  #trouble = "";
  #status = "";

  constructor(options: CropperOptions) {
    this.#options = options;
    this.#player = options.player;
    this.#gestures = new CropGestures(() =>
      this.#image === null || this.#isBusy
        ? null
        : { image: this.#image, crop: this.#crop, set: (crop) => this.#set({ crop }) },
    );
  }

  listen(): void {
    const { root, left } = this.#options;
    addEventListener("paste", (event) => this.#paste(event), { signal: left });
    root.addEventListener("keydown", (event) => this.#escape(event), { signal: left });
    left.addEventListener("abort", () => this.#drop());
  }

  show(): void {
    const { root, left } = this.#options;
    if (left.aborted) return;
    render(
      cropperTemplate({
        player: this.#player,
        isCropping: this.#image !== null,
        zoom: this.#slider(),
        sent: this.#sent,
        isBusy: this.#isBusy,
        isDraggedOver: this.#isDraggedOver,
        trouble: this.#trouble,
        status: this.#status,
        gestures: this.#gestures,
        choose: this.#choose,
        chosen: this.#chosen,
        drag: this.#drag,
        setZoom: this.#setZoom,
        use: () => void this.#use(),
        cancel: this.#cancel,
        remove: () => void this.#remove(),
      }),
      root,
    );
    if (this.#image === null) return;
    for (const canvas of root.querySelectorAll("canvas")) {
      if (canvas.classList.contains("cropper-stage")) drawStage(canvas, this.#image, this.#crop);
      else drawCrop(canvas, this.#image, this.#crop);
    }
  }

  readonly #choose = (): void => {
    this.#options.root.querySelector<HTMLInputElement>("input[type=file]")!.click();
  };

  readonly #chosen = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    void this.#take([...(field.files ?? [])]);
    // The same file can be chosen again.
    field.value = "";
  };

  readonly #drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "drop") void this.#take([...event.dataTransfer.files]);
    // Leaving one part of it for another is no leaving.
    const within = event.relatedTarget instanceof Node && this.#options.root.contains(event.relatedTarget);
    const isOver = event.type !== "drop" && (event.type !== "dragleave" || within);
    if (isOver !== this.#isDraggedOver) {
      this.#isDraggedOver = isOver;
      this.show();
    }
  };

  #paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.#take(files);
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || this.#image === null || this.#isBusy) return;
    event.preventDefault();
    this.#cancel();
  }

  /** Puts a file on the stage, or says what is wrong with it. */
  async #take(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (file === undefined || this.#isBusy) return;
    if (files.length > 1) return this.#object(t("several"));
    const fault = faultOf(file);
    if (fault !== null) return this.#object(t(`common:${fault}`));
    this.#set({ isBusy: true, trouble: "" });
    const image = await readPicture(file);
    this.#set({ isBusy: false });
    if (image === null) return this.#object(t("common:avatar.broken"));
    if (this.#options.left.aborted) return image.close();
    this.#drop();
    this.#image = image;
    this.#set({ crop: wholeCrop(image), status: t("chosen") });
    this.#focus("stage");
  }

  readonly #setZoom = (slider: number): void => {
    if (this.#image === null) return;
    this.#set({ crop: zoomCrop(this.#image, this.#crop, mostZoom(this.#image) ** slider) });
  };

  /** Where the slider stands, 0 to 1: each step changes the size by the same share. */
  #slider(): number {
    const most = this.#image === null ? 1 : mostZoom(this.#image);
    return most === 1 ? 0 : Math.log(this.#crop.zoom) / Math.log(most);
  }

  readonly #cancel = (): void => {
    this.#drop();
    this.#set({ trouble: "", status: t("cancelled") });
    this.#focus("choose");
  };

  async #use(): Promise<void> {
    const image = this.#image;
    if (image === null) return;
    await this.#do(async () => {
      this.#set({ sent: 0 });
      const picture = await cropToBlob(image, this.#crop);
      const avatarId = await this.#options.upload(picture, (sent) => this.#set({ sent }));
      this.#drop();
      this.#change(avatarId, t("sent"));
    });
  }

  async #remove(): Promise<void> {
    await this.#do(async () => {
      await this.#options.remove();
      this.#change(null, t("removed"));
    });
  }

  /** One thing at a time; errors are shown, and everything stays as it was. */
  async #do(act: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#set({ isBusy: true, trouble: "", status: "" });
    const { trouble } = await attempt(act, { unreachable: () => t("unreachable") });
    this.#set({ isBusy: false, sent: null, trouble });
    // The button that was pressed may be gone, or was switched off and has lost the focus.
    if (document.activeElement === document.body) this.#focus(this.#image === null ? "choose" : "stage");
  }

  #change(avatarId: string | null, status: string): void {
    this.#player = { ...this.#player, avatarId };
    this.#status = status;
    this.#options.changed(avatarId);
  }

  #object(trouble: string): void {
    this.#set({ trouble });
  }

  #drop(): void {
    this.#image?.close();
    this.#image = null;
  }

  #focus(name: "choose" | "stage"): void {
    this.#options.root.querySelector<HTMLElement>(`[data-focus=${name}]`)?.focus();
  }

  #set(change: { crop?: Crop; isBusy?: boolean; sent?: number | null; trouble?: string; status?: string }): void {
    if (change.crop !== undefined) this.#crop = change.crop;
    if (change.isBusy !== undefined) this.#isBusy = change.isBusy;
    if (change.sent !== undefined) this.#sent = change.sent;
    if (change.trouble !== undefined) this.#trouble = change.trouble;
    if (change.status !== undefined) this.#status = change.status;
    this.show();
  }
}
