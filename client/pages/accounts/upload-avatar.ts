// Uploads an avatar. Fails as api.ts does.

import { addressOf } from "../../../schema/http/endpoint.ts";
import { type AvatarReply, uploadAvatar } from "../../../schema/http/avatars.ts";
import type { Problem } from "../../../schema/http/problem.ts";
import { Refused, Unreachable } from "../../platform/api.ts";

/**
 * Returns the new avatar's id. With XMLHttpRequest, which reports progress.
 * @param progress called with the share that is sent, 0 to 1 @throws Refused, Unreachable
 */
export function sendAvatar(picture: Blob, progress: (share: number) => void): Promise<string> {
  const sending = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    sending.upload.addEventListener("progress", ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total));
    sending.addEventListener("error", () => reject(new Unreachable()));
    sending.addEventListener("load", () => {
      const reply = sending.response as (Partial<AvatarReply> & Partial<Problem>) | null;
      if (sending.status === 200 && reply?.avatarId !== undefined) resolve(reply.avatarId);
      else reject(refusal(sending.status, reply));
    });
    sending.open(uploadAvatar.method, addressOf(uploadAvatar));
    sending.responseType = "json";
    sending.setRequestHeader("content-type", picture.type);
    sending.send(picture);
  });
}

function refusal(status: number, reply: Partial<Problem> | null): Error {
  // A proxy whose server is away.
  if (status >= 502 && status <= 504) return new Unreachable();
  return new Refused(reply?.error?.code ?? "bug", reply?.error?.values);
}
