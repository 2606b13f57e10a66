// The words of choosing a picture of oneself, loaded with avatar-cropper.ts.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  title: "Your picture",
  hint: "A PNG, JPEG, WebP or GIF file of up to 4 MB. You can also drop it here, or paste it.",
  choose: "Choose a picture",
  chooseOther: "Choose another one",
  remove: "Remove",
  removed: "Your picture has been removed.",
  drop: "Drop it here",

  stage: "The part of the picture that will be shown",
  help: "Drag the picture, or move it with the arrow keys. Zoom with two fingers, the wheel, or + and −.",
  zoom: "Zoom",
  previews: "How it will look",
  use: "Use this picture",
  cancel: "Cancel",
  chosen: "Choose which part of it to show.",
  cancelled: "Nothing has changed.",

  sending: "Uploading …",
  sent: "Your picture has been saved.",

  several: "One picture at a time, please.",
  unreachable: "We can't reach the server. Please try again.",
} as const;

export const t = translator("pictures", { en });
