// A page with nothing but the choosing of a picture, as the account's page places it.

import { sendAvatar } from "../../../../../client/pages/accounts/upload-avatar.ts";
import { call } from "../../../../../client/platform/api.ts";
import { openAvatarCropper } from "../../../../../client/ui/pictures/avatar-cropper.ts";
import { startTexts } from "../../../../../client/platform/i18n/translate.ts";
import { removeAvatar } from "../../../../../schema/http/avatars.ts";

await startTexts(document.documentElement);
document.body.innerHTML = `<main class="middle"><h1 class="visually-hidden">Account</h1><section class="panel panel-single"></section></main>`;
const root = document.querySelector<HTMLElement>(".panel")!;
const avatarId = location.hash === "" ? null : location.hash.slice(1);
openAvatarCropper({
  root,
  player: { id: "0a4b8f8e-5d3c-4c53-9d5e-0f0f1c2d3e4f", name: "Ada", avatarId },
  left: new AbortController().signal,
  upload: sendAvatar,
  remove: () => call(removeAvatar),
  changed(id) {
    document.title = id ?? "none";
  },
});
